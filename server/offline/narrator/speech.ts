import type { SpeechMark } from '@shortfactory/core';
import type { EspeakSpeech } from './speaker-pool.ts';
import type { SpokenText } from './spoken-text.ts';

export interface Speech {
  readonly samples: Int16Array;
  readonly sampleRate: number;
  readonly marks: readonly SpeechMark[];
}

/** Silence left before and after the words, so that scenes follow each other at the pace of speech. */
const LEAD_MS = 40;
const TAIL_MS = 120;
/** Sound begins where a hundredth of the loudest sample is passed (−40 dB). */
const AUDIBLE = 0.01;

/**
 * espeak-ng counts the closed lips before a "t" or "k" as part of the word, up to 150 ms of silence after a pause. A
 * mark there moves to the sound, so that a word lights up when it is heard.
 */
const ONSET_SEARCH_MS = 200;

/** espeak-ng's answer in terms of the original text: cut to its sound, marks moved with the cut and inside it. */
export function speechOf(answer: EspeakSpeech, spoken: SpokenText): Speech {
  const { sampleRate } = answer;
  const threshold = audibleFrom(answer.samples);
  const { from, to } = soundingPart(answer.samples, sampleRate, threshold);
  const samples = answer.samples.slice(from, to);
  const msOf = (sample: number): number => (sample * 1000) / sampleRate;
  const lengthMs = Math.floor(msOf(samples.length));
  const words = [...answer.words].sort((a, b) => a.ms - b.ms);
  const marks = words.flatMap(({ codePoint, ms }, index) => {
    const offset = spoken.offsets[codePoint];
    if (offset === undefined) return [];
    const at = Math.max(0, Math.round((ms * sampleRate) / 1000) - from);
    const latest = Math.min(ms + ONSET_SEARCH_MS, words[index + 1]?.ms ?? Infinity) - msOf(from);
    let heard = at;
    while (msOf(heard) < latest && Math.abs(samples[heard] ?? 0) < threshold) heard++;
    return [{ offset, ms: Math.min(Math.round(msOf(msOf(heard) < latest ? heard : at)), lengthMs) }];
  });
  return { samples, sampleRate, marks };
}

function audibleFrom(samples: Int16Array): number {
  let loudest = 0;
  for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample));
  return Math.max(1, loudest * AUDIBLE);
}

function soundingPart(
  samples: Int16Array,
  sampleRate: number,
  threshold: number,
): { from: number; to: number } {
  const isAudible = (sample: number): boolean => Math.abs(sample) >= threshold;
  const first = samples.findIndex(isAudible);
  if (first < 0) return { from: 0, to: Math.min(samples.length, Math.round(sampleRate * 0.3)) };
  const last = samples.findLastIndex(isAudible);
  const lead = Math.floor((sampleRate * LEAD_MS) / 1000);
  const tail = Math.floor((sampleRate * TAIL_MS) / 1000);
  return { from: Math.max(0, first - lead), to: Math.min(samples.length, last + 1 + tail) };
}
