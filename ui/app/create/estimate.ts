import type { Options } from '../script.ts';

/** Measured by the narrator's own pace: about 2.6 English words a second with pauses. */
const WORDS_A_SECOND = 2.45;

export function spokenSeconds(words: number): number {
  return Math.round(words / WORDS_A_SECOND);
}

export interface Estimate {
  readonly waitSeconds: number;
  readonly usd: number;
}

/** About how long a video takes and costs. Each further format costs half of the first one's time again. */
export function estimate(
  { estimates }: Pick<Options, 'estimates'>,
  seconds: number,
  formats: number,
): Estimate {
  return {
    waitSeconds: seconds * estimates.makeSecondsPerSecond * (1 + Math.max(0, formats - 1) / 2),
    usd: estimates.usdPerVideo + estimates.usdPerSecond * seconds,
  };
}
