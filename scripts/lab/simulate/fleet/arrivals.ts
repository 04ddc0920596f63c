import { ASSUMED } from './limits.ts';

export const DAY_SECONDS = 86_400;

export const PATTERNS = ['steady', 'day', 'burst'] as const;
/** `steady`: at random, at one rate. `day`: the same under a wave. `burst`: all within a minute. */
export type Pattern = (typeof PATTERNS)[number];

/** Seconds at which requests arrive, in order: about `videos` of them over a day (a burst: exactly). */
export function arrivals(pattern: Pattern, videos: number, random: () => number): Float64Array {
  if (pattern === 'burst')
    return Float64Array.from({ length: videos }, (_, i) => (i / videos) * ASSUMED.burstSeconds);
  const most = (videos / DAY_SECONDS) * (pattern === 'day' ? ASSUMED.peak : 1);
  const times: number[] = [];
  // A Poisson process at the highest rate, thinned to the wave.
  for (let t = gap(most, random); t < DAY_SECONDS; t += gap(most, random)) {
    if (pattern === 'steady' || random() < wave(t) / ASSUMED.peak) times.push(t);
  }
  return Float64Array.from(times);
}

/** The rate at a time of the day over its mean: lowest at its start and end, highest in its middle. */
function wave(t: number): number {
  return 1 - (ASSUMED.peak - 1) * Math.cos((2 * Math.PI * t) / DAY_SECONDS);
}

function gap(rate: number, random: () => number): number {
  return -Math.log(1 - random()) / rate;
}
