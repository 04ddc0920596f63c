// Makes a published graph ready to speak with exact times: how long each symbol takes becomes an output, and noise that
// the graph draws for itself becomes an input, because the same words are to give the same bytes.
import { FLOAT, GRAPH, INPUT, NODE, OUTPUT, int64s, node, valueInfo } from './onnx.ts';
import { bytesField, fields, joined, textOf } from './protobuf.ts';

/** Raised when a graph is prepared in another way: what is installed is prepared again. */
export const PREPARED = 1;

/** Channels of noise: for the lengths of symbols, and for the sound. */
const LENGTHS_CHANNELS = 2;
const SOUND_CHANNELS = 192;

/** Where a graph tells the length of each symbol, in frames. */
const TIMES: Readonly<Record<'kokoro' | 'vits', (node: NodeNames) => (number | string)[] | undefined>> = {
  kokoro: ({ name }) => (name === '/encoder/Clip' ? [1, 'symbols'] : undefined),
  vits: ({ operator }) => (operator === 'Ceil' ? [1, 1, 'symbols'] : undefined),
};

interface NodeNames {
  readonly inputs: readonly string[];
  readonly output: string;
  readonly name: string;
  readonly operator: string;
}

/** Throws RangeError when these bytes are no graph of the engine. */
export function preparedGraph(model: Uint8Array, engine: 'kokoro' | 'vits'): Uint8Array {
  let times = 0;
  let noises = 0;
  const withTimes = (graph: Uint8Array): Uint8Array => {
    const parts: Uint8Array[] = [];
    const added: Uint8Array[] = [];
    for (const field of fields(graph)) {
      const read = field.number === NODE && field.body ? namesOf(field.body) : undefined;
      const shape = read && TIMES[engine](read);
      if (shape && times++ === 0) added.push(bytesField(OUTPUT, ...valueInfo(read.output, FLOAT, shape)));
      if (read?.operator !== 'RandomNormalLike') {
        parts.push(field.raw);
        continue;
      }
      const [like = ''] = read.inputs;
      const name = `noise${noises++}`;
      if (name === 'noise0') added.push(int64s('noise_from', [0]), int64s('noise_axis', [2]));
      const channels = read.name.startsWith('/dp/') ? LENGTHS_CHANNELS : SOUND_CHANNELS;
      added.push(bytesField(INPUT, ...valueInfo(name, FLOAT, [1, channels, `${name}_length`])));
      parts.push(
        node('Shape', [like], `${name}_to`, { attributes: { start: 2, end: 3 } }),
        node('Slice', [name, 'noise_from', `${name}_to`, 'noise_axis'], read.output),
      );
    }
    return joined([...parts, ...added]);
  };
  const prepared = joined(
    [...fields(model)].map(({ number, body, raw }) =>
      number === GRAPH && body ? bytesField(GRAPH, withTimes(body)) : raw,
    ),
  );
  if (times === 0 || noises !== (engine === 'vits' ? 2 : 0)) {
    throw new RangeError('it does not tell when each sound is spoken');
  }
  return prepared;
}

function namesOf(body: Uint8Array): NodeNames {
  const inputs: string[] = [];
  const names = { output: '', name: '', operator: '' };
  for (const field of fields(body)) {
    if (field.number === 1) inputs.push(textOf(field));
    else if (field.number === 2) names.output ||= textOf(field);
    else if (field.number === 3) names.name = textOf(field);
    else if (field.number === 4) names.operator = textOf(field);
  }
  return { inputs, ...names };
}
