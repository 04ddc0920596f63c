// The process that holds one natural voice's model. One request at a time over Node's IPC channel:
// {id, runtime, engine, graph, style, rows, speed, scales, threads} in, {id, utterances: [{samples, widths}]} or
// {id, error} out.
// It is a process of its own because a model takes memory that must go back, and because the runtime's own threads
// and faults have no place in a server.
import { readFileSync } from 'node:fs';

const KOKORO_FRAME = 600;
const VITS_FRAME = 256;
/** Numbers that a row of Kokoro's style has; the row is chosen by the length of the sentence. */
const STYLE = 256;
/** More frames than any symbol was seen to take: noise that is too short would fail the run. */
const MOST_FRAMES = 32;
const LENGTHS_CHANNELS = 2;
const SOUND_CHANNELS = 192;
const SEED = 1;

/** Named one by one: an image is made of what is imported by name. */
const RUNTIMES = {
  'onnxruntime-node': () => import('onnxruntime-node'),
  'onnxruntime-web': () => import('onnxruntime-web'),
};
/** Native programs and WebAssembly have the same interface. */
let ort;

const sessions = new Map();

process.on('disconnect', () => process.exit(0));
process.on('message', async (request) => {
  try {
    ort ??= await RUNTIMES[request.runtime]();
    const session = await sessionOf(request);
    const say = request.engine === 'kokoro' ? kokoro : vits;
    const utterances = [];
    for (const ids of request.rows) utterances.push(await say(session, ids, request));
    process.send({ id: request.id, utterances });
  } catch (error) {
    process.send({ id: request.id, error: String(error?.message ?? error).split('\n')[0] });
  }
});

/** One model at a time: two would hold twice the memory. By path: from bytes it would be there twice. */
async function sessionOf({ runtime, graph, threads }) {
  const known = sessions.get(graph);
  if (known) return known;
  for (const [name, session] of sessions) {
    sessions.delete(name);
    await session.release();
  }
  const isWeb = runtime === 'onnxruntime-web';
  if (isWeb) ort.env.wasm.numThreads = threads;
  const session = await ort.InferenceSession.create(graph, {
    executionProviders: [isWeb ? 'wasm' : 'cpu'],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    enableCpuMemArena: false,
    enableMemPattern: false,
    logSeverityLevel: 3,
  });
  sessions.set(graph, session);
  return session;
}

async function kokoro(session, ids, { style, speed }) {
  const rows = floats(style);
  const row = Math.min(ids.length - 2, rows.length / STYLE - 1) * STYLE;
  // Exports differ in what they call the symbols.
  const symbols = session.inputNames.find((name) => name !== 'style' && name !== 'speed');
  const answer = await session.run({
    [symbols]: whole([ids.length], ids),
    style: new ort.Tensor('float32', rows.slice(row, row + STYLE), [1, STYLE]),
    speed: new ort.Tensor('float32', Float32Array.of(speed), [1]),
  });
  return spoken(session, answer, 'audio', KOKORO_FRAME);
}

async function vits(session, ids, { speed, scales }) {
  const frames = ids.length * MOST_FRAMES;
  const answer = await session.run({
    input: whole([ids.length], ids),
    input_lengths: new ort.Tensor('int64', BigInt64Array.of(BigInt(ids.length)), [1]),
    scales: new ort.Tensor(
      'float32',
      Float32Array.of(scales.noise_scale, scales.length_scale / speed, scales.noise_w),
      [3],
    ),
    noise0: noise(LENGTHS_CHANNELS, ids.length, SEED),
    noise1: noise(SOUND_CHANNELS, frames, SEED + 1),
  });
  return spoken(session, answer, 'output', VITS_FRAME);
}

/** The sound, and the samples of each symbol: the output that is not the sound tells its frames. */
function spoken(session, answer, sound, frame) {
  const times = session.outputNames.find((name) => name !== sound);
  const widths = Float64Array.from(answer[times].data, (frames) => Number(frames) * frame);
  const samples = answer[sound].data;
  // Weights that are not exact enough run over, which would be heard as silence.
  if (!widths.every(Number.isFinite) || !samples.every(Number.isFinite))
    throw new Error('the model answered with something that is no sound');
  return { samples, widths };
}

function whole(shape, ids) {
  return new ort.Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ...shape]);
}

function floats(file) {
  const bytes = readFileSync(file);
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

/** Normal noise that is the same everywhere: a small generator of 32 bits, and Box and Muller's transform of it. */
function noise(channels, length, seed) {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const values = new Float32Array(channels * length);
  for (let i = 0; i < values.length; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    values[i] = radius * Math.cos(angle);
    if (i + 1 < values.length) values[i + 1] = radius * Math.sin(angle);
  }
  return new ort.Tensor('float32', values, [1, channels, length]);
}
