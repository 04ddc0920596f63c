import type { SpeechMark } from '../../../../ports/narrator.ts';
import type { EspeakSpeech } from './espeak-pool.ts';
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

/** espeak-ng's answer in terms of the original text: cut to its sound, marks moved with the cut and inside it. */
export function speechOf(answer: EspeakSpeech, spoken: SpokenText): Speech {
  const { sampleRate } = answer;
  const { from, to } = soundingPart(answer.samples, sampleRate);
  const samples = answer.samples.slice(from, to);
  const cutMs = (from * 1000) / sampleRate;
  const lengthMs = Math.floor((samples.length * 1000) / sampleRate);
  const marks = answer.words.flatMap(({ codePoint, ms }) => {
    const offset = spoken.offsets[codePoint];
    return offset === undefined
      ? []
      : [{ offset, ms: Math.round(Math.min(Math.max(0, ms - cutMs), lengthMs)) }];
  });
  return { samples, sampleRate, marks: marks.sort((a, b) => a.ms - b.ms) };
}

function soundingPart(samples: Int16Array, sampleRate: number): { from: number; to: number } {
  let loudest = 0;
  for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample));
  const threshold = Math.max(1, loudest * AUDIBLE);
  const first = samples.findIndex((sample) => Math.abs(sample) >= threshold);
  if (first < 0) return { from: 0, to: Math.min(samples.length, Math.round(sampleRate * 0.3)) };
  const last = samples.findLastIndex((sample) => Math.abs(sample) >= threshold);
  const lead = Math.floor((sampleRate * LEAD_MS) / 1000);
  const tail = Math.floor((sampleRate * TAIL_MS) / 1000);
  return { from: Math.max(0, first - lead), to: Math.min(samples.length, last + 1 + tail) };
}
