// Writes the graphs that tests speak with: a few hundred bytes each, with the names and shapes of the real ones, so that
// preparing, times, noise and the child process are the real thing without weights. `npm run tiny-graphs -w @shortfactory/neural`
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FLOAT, GRAPH, INITIALIZER, INPUT, INT64, OUTPUT, int64s, node, valueInfo } from '../graph/onnx.ts';
import { bytesField, joined, numberField } from '../graph/protobuf.ts';

const IR_VERSION = 8;
const OPSET = 17;

function scalar(name: string, type: number, value: number): Uint8Array {
  const raw = type === FLOAT ? Float32Array.of(value) : BigInt64Array.of(BigInt(value));
  const bytes = new Uint8Array(raw.buffer);
  return bytesField(INITIALIZER, numberField(2, type), bytesField(8, name), bytesField(9, bytes));
}

function modelOf(name: string, ...graph: readonly Uint8Array[]): Uint8Array {
  return joined([
    numberField(1, IR_VERSION),
    bytesField(GRAPH, bytesField(2, name), ...graph),
    bytesField(8, numberField(2, OPSET)),
  ]);
}

const input = (name: string, type: number, shape: (number | string)[]): Uint8Array =>
  bytesField(INPUT, ...valueInfo(name, type, shape));
const output = (name: string, shape: (number | string)[]): Uint8Array =>
  bytesField(OUTPUT, ...valueInfo(name, FLOAT, shape));

/**
 * Each symbol takes 3 to 7 frames, as slow as `speed` says, and all of them are one tone as loud as the style's loudest number.
 * Graphs of other names speak alike and are other files.
 */
export function tinyKokoro(name = 'tiny'): Uint8Array {
  return modelOf(
    name,
    ...[input('tokens', INT64, [1, 'n']), input('style', FLOAT, [1, 256]), input('speed', FLOAT, [1])],
    output('audio', ['samples']),
    ...[
      scalar('five', INT64, 5),
      scalar('three', FLOAT, 3),
      scalar('one', FLOAT, 1),
      scalar('most', FLOAT, 50),
    ],
    ...[
      scalar('hop', FLOAT, 600),
      scalar('zero', INT64, 0),
      scalar('step', INT64, 1),
      scalar('pitch', FLOAT, 0.06),
    ],
    node('Mod', ['tokens', 'five'], 'rest'),
    node('Cast', ['rest'], 'rest_f', { attributes: { to: FLOAT } }),
    node('Add', ['rest_f', 'three'], 'calm'),
    node('Div', ['calm', 'speed'], 'paced'),
    node('Round', ['paced'], 'rounded'),
    node('Clip', ['rounded', 'one', 'most'], '/encoder/Clip_output_0', { name: '/encoder/Clip' }),
    ...tone('/encoder/Clip_output_0'),
    node('ReduceMax', ['style'], 'loud', { attributes: { keepdims: 0 } }),
    node('Mul', ['sine', 'loud'], 'audio'),
  );
}

function tone(lengths: string): Uint8Array[] {
  return [
    node('ReduceSum', [lengths], 'frames_f', { attributes: { keepdims: 0 } }),
    node('Mul', ['frames_f', 'hop'], 'samples_f'),
    node('Cast', ['samples_f'], 'samples_n', { attributes: { to: INT64 } }),
    node('Range', ['zero', 'samples_n', 'step'], 'at'),
    node('Cast', ['at'], 'at_f', { attributes: { to: FLOAT } }),
    node('Mul', ['at_f', 'pitch'], 'phase'),
    node('Sin', ['phase'], 'sine'),
  ];
}

/** Lengths and sound both have noise in them, as in a voice of Piper. */
export function tinyVits(): Uint8Array {
  return modelOf(
    'tiny',
    ...[input('input', INT64, [1, 'n']), input('input_lengths', INT64, [1]), input('scales', FLOAT, [3])],
    output('output', [1, 1, 'samples']),
    ...[
      int64s('axis1', [1]),
      int64s('from0', [0]),
      int64s('to1', [1]),
      int64s('to2', [2]),
      int64s('axis0', [0]),
    ],
    ...[
      int64s('front', [0, 1]),
      int64s('wide', [1, 192, 1]),
      int64s('held', [1, 1, 1, 256]),
      int64s('last', [3]),
    ],
    ...[
      int64s('flat', [1, 1, -1]),
      scalar('three', FLOAT, 3),
      scalar('hop', FLOAT, 256),
      scalar('zero', INT64, 0),
    ],
    ...[scalar('step', INT64, 1), scalar('pitch', FLOAT, 0.06), scalar('soft', FLOAT, 0.3)],
    node('Cast', ['input'], 'symbols', { attributes: { to: FLOAT } }),
    node('Unsqueeze', ['symbols', 'axis1'], 'one_channel'),
    node('Concat', ['one_channel', 'one_channel'], 'two_channels', { attributes: { axis: 1 } }),
    node('RandomNormalLike', ['two_channels'], '/dp/RandomNormalLike_output_0', {
      name: '/dp/RandomNormalLike',
    }),
    node('Slice', ['/dp/RandomNormalLike_output_0', 'from0', 'to1', 'axis1'], 'rough'),
    node('Abs', ['rough'], 'rough_up'),
    node('Add', ['rough_up', 'three'], 'calm'),
    node('Slice', ['scales', 'to1', 'to2', 'axis0'], 'pace'),
    node('Mul', ['calm', 'pace'], 'paced'),
    node('Ceil', ['paced'], '/Ceil_output_0', { name: '/Ceil' }),
    ...tone('/Ceil_output_0'),
    node('Cast', ['frames_f'], 'frames', { attributes: { to: INT64 } }),
    node('Range', ['zero', 'frames', 'step'], 'frame'),
    node('Cast', ['frame'], 'frame_f', { attributes: { to: FLOAT } }),
    node('Unsqueeze', ['frame_f', 'front'], 'frame_3'),
    node('Expand', ['frame_3', 'wide'], 'latent'),
    node('RandomNormalLike', ['latent'], '/RandomNormalLike_output_0', { name: '/RandomNormalLike' }),
    node('Slice', ['/RandomNormalLike_output_0', 'from0', 'to1', 'axis1'], 'breath'),
    node('Unsqueeze', ['breath', 'last'], 'breath_4'),
    node('Expand', ['breath_4', 'held'], 'breath_held'),
    node('Reshape', ['breath_held', 'flat'], 'breath_samples'),
    node('Mul', ['breath_samples', 'soft'], 'breath_soft'),
    node('Add', ['breath_soft', 'sine'], 'output'),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../test/fixtures/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}kokoro.onnx`, tinyKokoro());
  writeFileSync(`${folder}vits.onnx`, tinyVits());
}
