import type { SymbolRow } from './symbols.ts';

/** What a model says to a row of symbols: the sound from −1 to 1, and how many samples of it each symbol takes. */
export interface Utterance {
  readonly samples: Float32Array;
  readonly widths: Float64Array;
}

/** One sound of several utterances, and when each word of it begins. */
export interface TimedSound {
  readonly samples: Int16Array;
  readonly sampleRate: number;
  readonly words: readonly { readonly codePoint: number; readonly ms: number }[];
}

/** Silence between two sentences, beyond what the model leaves. */
const PAUSE_S = 0.15;
/** The loudest sample, of 32 767; the video's loudness is set later. */
const PEAK = 29_000;
/** What is softer than this all along is no speech and is not raised to it. */
const LEAST_PEAK = 0.01;

/** Silence as long as this is a pause; shorter ones are the closed lips before a "p". */
const PAUSE_MS = 90;
/** How far from where the model has a word its sound may begin. */
const NEAR_MS = 120;
/** Sound begins at a hundredth of the peak. */
const AUDIBLE = PEAK / 100;

/**
 * @param early milliseconds by which this kind of model is heard before the times that it gives; behind a pause the sound
 * itself tells.
 */
export function timedSound(
  rows: readonly SymbolRow[],
  utterances: readonly Utterance[],
  { sampleRate, earlyMs }: { readonly sampleRate: number; readonly earlyMs: number },
): TimedSound {
  const pause = Math.round(PAUSE_S * sampleRate);
  const words: { codePoint: number; ms: number }[] = [];
  let length = 0;
  let loudest = LEAST_PEAK;
  utterances.forEach(({ samples, widths }, index) => {
    if (index > 0) length += pause;
    let sample = length;
    let before: number | undefined;
    rows[index]?.words.forEach((word, symbol) => {
      if (word !== undefined && word !== before)
        words.push({ codePoint: word, ms: (sample * 1000) / sampleRate });
      if (word !== undefined) before = word;
      sample += widths[symbol] ?? 0;
    });
    for (const each of samples) loudest = Math.max(loudest, Math.abs(each));
    length += samples.length;
  });
  const whole = new Int16Array(length);
  let at = 0;
  for (const { samples } of utterances) {
    if (at > 0) at += pause;
    for (const each of samples) whole[at++] = Math.round((each / loudest) * PEAK);
  }
  const heard = words.map(({ codePoint, ms }) => ({ codePoint, ms: Math.max(0, ms - earlyMs) }));
  for (const onset of onsetsMs(whole, sampleRate)) {
    const distances = heard.map(({ ms }) => Math.abs(ms - onset));
    const nearest = distances.indexOf(Math.min(...distances));
    const word = heard[nearest];
    if (word && (distances[nearest] ?? Infinity) <= NEAR_MS) word.ms = onset;
  }
  return { samples: whole, sampleRate, words: heard };
}

/** Where sound begins behind a pause, and at the start. */
function onsetsMs(samples: Int16Array, sampleRate: number): number[] {
  const onsets: number[] = [];
  const pause = (PAUSE_MS * sampleRate) / 1000;
  let lastHeard = -Infinity;
  samples.forEach((sample, at) => {
    if (Math.abs(sample) < AUDIBLE) return;
    if (at - lastHeard > pause) onsets.push((at * 1000) / sampleRate);
    lastHeard = at;
  });
  return onsets;
}
