const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses between tries: the last one is a little more than 24 hours after the first. */
const PAUSES_MS = [
  30 * SECOND,
  2 * MINUTE,
  8 * MINUTE,
  20 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  4 * HOUR,
  6 * HOUR,
  6 * HOUR,
] as const;

/** The pause after so many tries, up to a tenth longer than the plan; undefined when it was the last one. */
export function pauseAfter(tries: number, random: () => number): number | undefined {
  const pauseMs = PAUSES_MS[tries - 1];
  return pauseMs === undefined ? undefined : pauseMs * (1 + random() / 10);
}
