// The process that holds espeak-ng. It is a program of its own (GPL-3), spoken to over Node's IPC channel only: one
// request at a time, {id, text, voice, rate, pitch, range} in, {id, sampleRate, samples, words} or {id, error} out; with
// {id, phonemes: true, text, voice} the answer is what the text sounds like, {id, events}.
// Its calls block for tenths of a second, which is another reason for them not to run beside a server's event loop.
import createEspeak from '@echogarden/espeak-ng-emscripten';

/** Longest text in UTF-8 bytes; see `startSpeaker`. */
const MAX_TEXT_BYTES = 65536;
/** Words a minute where the sound is thrown away. */
const FASTEST = 450;

const parentPid = process.ppid;
let speaker;

process.on('disconnect', () => process.exit(0));
process.on('message', async (request) => {
  try {
    speaker ??= startSpeaker();
    const answer = request.phonemes ? phonemes : speak;
    process.send({ id: request.id, ...answer(await speaker, request) });
  } catch (error) {
    process.send({ id: request.id, error: String(error?.message ?? error) });
  }
});

/**
 * espeak-ng keeps state between utterances (noise, flutter), so the second one would depend on the first. Its whole
 * memory is therefore put back before each: equal requests give equal bytes in any order. The binding's string buffer
 * lies in that memory too and must never have to grow afterwards, or it would point at memory that the restored
 * allocator takes for free: long texts, empty to C, make it as large as any text may be before the snapshot is taken
 * (one asks for the room, the next gets it).
 */
async function startSpeaker() {
  const espeak = await createEspeak({ print() {}, printErr() {} });
  const worker = new espeak.eSpeakNGWorker();
  const longest = '\0'.repeat(MAX_TEXT_BYTES);
  for (let i = 0; i < 3; i++) worker.synthesize(longest, () => false);
  return { espeak, worker, fresh: espeak.HEAPU8.slice() };
}

/** As it was before anything was said, with this voice. */
function begin({ espeak, worker, fresh }, { text, voice }) {
  if (Buffer.byteLength(text) >= MAX_TEXT_BYTES) throw new Error(`the text is over ${MAX_TEXT_BYTES} bytes`);
  espeak.HEAPU8.set(fresh);
  espeak.HEAPU8.fill(0, fresh.length);
  worker.set_voice(voice, '');
}

function speak(speaker, request) {
  begin(speaker, request);
  const { worker } = speaker;
  const { text, rate, pitch, range } = request;
  worker.set_rate(rate);
  worker.set_pitch(pitch);
  worker.set_range(range);
  const chunks = [];
  const words = [];
  worker.synthesize(text, (chunk, events) => {
    if (chunk) chunks.push(chunk);
    for (const event of events) {
      // Positions count code points from 1.
      if (event.type === 'word') words.push({ codePoint: event.text_position - 1, ms: event.audio_position });
    }
    // A long text need not be finished for a parent that is gone.
    return process.ppid !== parentPid;
  });
  const samples = new Int16Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    samples.set(chunk, at);
    at += chunk.length;
  }
  return { sampleRate: worker.get_samplerate(), samples, words };
}

/** Words, their phonemes in IPA, and ends of clauses. Positions count code points from 0. */
function phonemes(speaker, request) {
  begin(speaker, request);
  speaker.worker.set_rate(FASTEST);
  const events = [];
  speaker.worker.synthesize_and_get_phonemes(request.text, (_, heard) => {
    for (const { type, text_position, id } of heard) events.push({ type, at: text_position - 1, id });
    return process.ppid !== parentPid;
  });
  return { events };
}
