// Speaks ten sentences with an installed voice and prints what can be measured of them: npm run measure -w
// @shortfactory/neural -- FOLDER VOICE [OUT], paths from the package's folder. With OUT it leaves each
// sentence there as NN.wav for a recogniser, and sentences.txt. Exits with 1 when the mark of a word behind a pause is over 30 ms from
// where its sound begins, or when bytes differ.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { decodeWav, spokenStretches, splitWords } from '@shortfactory/core';
import { NeuralNarrator } from '../speech/narrator.ts';
import { NO_RUNTIME, runtimeHere } from '../speech/runtime.ts';
import { installedVoices } from '../voices/installed.ts';

const MOST_MS = 30;
const PAUSE_MS = 90;
const never = new AbortController().signal;

const [folder = '../../voices', name = 'heart', out, list, by] = process.argv.slice(2);
const from = (path: string): string => resolve(path);
const voice = installedVoices(from(folder)).find(({ id }) => id === name);
if (!voice) throw new Error(`${name} is not installed in ${from(folder)}`);
const runtime = runtimeHere(by === undefined ? undefined : (each) => each === by);
if (!runtime) throw new Error(NO_RUNTIME);
const file = list === undefined ? new URL('measured-sentences.txt', import.meta.url) : from(list);
const sentences = (await readFile(file, 'utf8')).trim().split('\n');
const [language] = voice.languages;
const narrator = (threads: number): NeuralNarrator =>
  new NeuralNarrator({ folder: from(folder), voices: [voice], runtime, threads, idleMs: 5000 });

const speaker = narrator(availableParallelism());
const errors: number[] = [];
const hashes: string[] = [];
let [seconds, words] = [0, 0];
for (const [index, text] of sentences.entries()) {
  const { wav, marks } = await speaker.narrate({ text, language, voice: name }, never);
  const { samples, sampleRate } = decodeWav(wav);
  seconds += samples.length / sampleRate;
  words += splitWords(text, language).length;
  hashes.push(createHash('sha256').update(wav).digest('hex'));
  const onsets = spokenStretches(samples, sampleRate).map(({ fromMs }) => fromMs);
  for (const { start } of splitWords(text, language)) {
    const ms = marks.find(({ offset }) => offset >= start)?.ms;
    if (ms === undefined || !/(^|[.,:;!?]\s*)$/.test(text.slice(0, start))) continue;
    const error = Math.min(...onsets.map((onset) => Math.abs(onset - ms)));
    // Without a pause before it a word has no onset of its own.
    if (error < PAUSE_MS) errors.push(error);
  }
  if (out !== undefined) {
    await mkdir(from(out), { recursive: true });
    await writeFile(join(from(out), `${String(index).padStart(2, '0')}.wav`), wav);
  }
}
speaker.close();
if (out !== undefined) await writeFile(join(from(out), 'sentences.txt'), `${sentences.join('\n')}\n`);

// Another process, and another number of threads.
const again = narrator(1);
const first = await again.narrate({ text: sentences[0] ?? '', language, voice: name }, never);
again.close();
const same = createHash('sha256').update(first.wav).digest('hex') === hashes[0];

const sizes = errors.map(Math.abs).sort((a, b) => a - b);
const worst = sizes.at(-1) ?? Infinity;
console.log(
  JSON.stringify({
    voice: name,
    seconds: Math.round(seconds * 10) / 10,
    wordsPerMinute: Math.round((words * 60) / seconds),
    onsets: sizes.length,
    medianOnsetMs: sizes[Math.floor(sizes.length / 2)],
    worstOnsetMs: worst,
    sameBytes: same,
  }),
);
process.exitCode = same && worst <= MOST_MS ? 0 : 1;
