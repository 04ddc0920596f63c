import type { Options } from '../../../shared/api/script.ts';

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
