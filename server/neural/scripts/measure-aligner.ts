// How far from a natural voice's own times the words are that are found in its sound: `sound`, from the sound alone, as for
// services that give no times, and `compared`, with the offline voice, as for a person's recording. npm run measure-aligner
// -w @shortfactory/neural -- FOLDER [SENTENCES], the folder of installed voices from the package's and how many sentences a
// language. Exits with 1 when a median is over its bound.
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { decodeWav, splitWords, timeWords, voiceFor } from '@shortfactory/core';
import type { Narrator } from '@shortfactory/core';
import { OfflineNarrator } from '@shortfactory/offline';
import { alignRecording, alignWords } from '@shortfactory/text';
import { NeuralNarrator } from '../speech/narrator.ts';
import { NO_RUNTIME, runtimeHere } from '../speech/runtime.ts';
import { installedVoices } from '../voices/installed.ts';

const MOST_MEDIAN_MS = { sound: 120, compared: 60 };
const never = new AbortController().signal;

const [given = '../../voices', most = 'all'] = process.argv.slice(2);
const folder = resolve(given);
const voices = installedVoices(folder);
const runtime = runtimeHere();
if (!runtime) throw new Error(NO_RUNTIME);
const natural = new NeuralNarrator({
  ...{ folder, voices, runtime },
  threads: availableParallelism(),
  idleMs: 5000,
});
const offline = new OfflineNarrator();

const lines = (await readFile(new URL('measured-languages.tsv', import.meta.url), 'utf8')).trim().split('\n');
const texts = new Map<string, string[]>();
for (const line of lines) {
  const [language = '', text = ''] = line.split('\t');
  const before = texts.get(language) ?? [];
  if (most === 'all' || before.length < Number(most)) texts.set(language, [...before, text]);
}

async function say(narrator: Narrator, text: string, language: string) {
  const voice = voiceFor(narrator.voices, language)?.id ?? '';
  const { wav, marks } = await narrator.narrate({ text, language, voice }, never);
  const sound = decodeWav(wav);
  const ms = (sound.samples.length * 1000) / sound.sampleRate;
  return { ...sound, ms, times: timeWords(splitWords(text, language), marks, ms) };
}

let isOver = false;
const verdicts = { texts: 0, taken: 0, words: 0, leftOut: 0, others: 0, refused: 0 };
for (const [language, sentences] of texts) {
  if (!voices.some(({ languages }) => languages.includes(language))) {
    console.log(`${language}: no voice is installed`);
    continue;
  }
  const errors = { sound: [] as number[], compared: [] as number[] };
  for (const [index, text] of sentences.entries()) {
    const words = splitWords(text, language);
    const heard = await say(natural, text, language);
    const errorsOf = (starts: readonly number[]): number[] =>
      heard.times.map(({ startMs }, i) => Math.abs((starts[i] ?? 0) - startMs));
    const marks = alignWords(words, language, heard.samples, heard.sampleRate);
    errors.sound.push(...errorsOf(timeWords(words, marks, heard.ms).map(({ startMs }) => startMs)));
    const found = alignRecording(words, heard, await say(offline, text, language));
    verdicts.texts += 1;
    verdicts.words += words.length;
    verdicts.leftOut += found.words.filter(({ leftOut }) => leftOut).length;
    if (found.isText) {
      verdicts.taken += 1;
      errors.compared.push(...errorsOf(found.words.map(({ startMs }) => startMs)));
    }
    const other = sentences[(index + 1) % sentences.length] ?? text;
    if (other === text) continue;
    verdicts.others += 1;
    const wrong = alignRecording(splitWords(other, language), heard, await say(offline, other, language));
    if (!wrong.isText) verdicts.refused += 1;
  }
  for (const way of ['sound', 'compared'] as const) {
    const sorted = errors[way].sort((a, b) => a - b);
    const at = (share: number): number => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? NaN);
    console.log(
      `${language}, ${way}: ${sorted.length} words, median ${at(0.5)} ms, 90 % within ${at(0.9)} ms, at most ${at(1)} ms`,
    );
    isOver ||= !(at(0.5) <= MOST_MEDIAN_MS[way]);
  }
}
natural.close();
offline.close();
console.log(
  `recordings of the text taken: ${verdicts.taken} of ${verdicts.texts}, of another text refused: ${verdicts.refused} of ` +
    `${verdicts.others}; words that were said and called left out: ${verdicts.leftOut} of ${verdicts.words}`,
);
process.exitCode = isOver ? 1 : 0;
