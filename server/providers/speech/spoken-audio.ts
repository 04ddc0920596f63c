import { encodeWav, splitWords, spokenStretches } from '@shortfactory/core';
import type { SpeechMark, SpokenAudio } from '@shortfactory/core';
import { alignWords, syllables } from '@shortfactory/text';
import { CallFailed } from '../calls/failure.ts';
import type { Sound } from './pcm.ts';

/** Silence that is left around the words: the timeline adds the breath between scenes itself. */
const LEAD_MS = 40;
const TAIL_MS = 120;
/** People speak three to seven syllables a second; far outside of it, it is not this text that is spoken. */
const SYLLABLE_MS = { least: 60, most: 900 };
const SLACK_MS = 2000;
/** A mark may lie this far outside of its sound: rounding, and encoders' padding. */
const MARK_SLACK_MS = 500;

export interface Spoken {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
}

/**
 * A provider's sound in the format of the narrator port: mono WAV cut to its words, with times. Without marks, or with
 * marks that lie outside of the sound, the words are aligned with the sound. Throws CallFailed for silence, and for
 * sound that cannot be this text.
 */
export function spokenAudio(
  label: string,
  { text, language }: Spoken,
  { samples, sampleRate }: Sound,
  marks?: readonly SpeechMark[],
): SpokenAudio {
  const stretches = spokenStretches(samples, sampleRate);
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last) throw new CallFailed('unusable', `${label} sent no sound.`);
  const words = splitWords(text, language);
  const weight = words.reduce((sum, word) => sum + syllables(word.text, language), 0);
  const spokenMs = last.toMs - first.fromMs;
  if (spokenMs < weight * SYLLABLE_MS.least || spokenMs > weight * SYLLABLE_MS.most + SLACK_MS) {
    const seconds = Math.round(spokenMs / 100) / 10;
    throw new CallFailed('unusable', `${label} sent ${seconds} s of sound, which cannot be this text.`);
  }
  const fromMs = Math.max(0, first.fromMs - LEAD_MS);
  const sample = (ms: number): number => Math.round((ms * sampleRate) / 1000);
  const cut = samples.slice(sample(fromMs), Math.min(samples.length, sample(last.toMs + TAIL_MS)));
  const endMs = Math.floor((cut.length * 1000) / sampleRate);
  const wholeMs = (samples.length * 1000) / sampleRate;
  const usable = marks?.every(({ ms }) => ms >= -MARK_SLACK_MS && ms <= wholeMs + MARK_SLACK_MS);
  const own = (usable ? marks : undefined)?.map(({ offset, ms }) => ({
    offset,
    ms: Math.min(Math.max(0, Math.round(ms - fromMs)), endMs),
  }));
  const wav = encodeWav(cut, sampleRate);
  if (own?.length) return { wav, marks: [...own].sort((a, b) => a.ms - b.ms) };
  return { wav, marks: alignWords(words, language, cut, sampleRate), isTimedByPauses: true };
}
