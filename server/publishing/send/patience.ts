const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses between tries without any progress: the last one is a day after the first. */
const PAUSES_MS = [
  ...[5 * SECOND, 30 * SECOND, 2 * MINUTE, 8 * MINUTE, 20 * MINUTE, 30 * MINUTE],
  ...[HOUR, 2 * HOUR, 4 * HOUR, 4 * HOUR, 6 * HOUR, 6 * HOUR],
] as const;

/** The pause after so many tries, up to a tenth longer than the plan; undefined when it was the last one. */
export function pauseAfter(tries: number, random: () => number): number | undefined {
  const pauseMs = PAUSES_MS[tries - 1];
  return pauseMs === undefined ? undefined : Math.round(pauseMs * (1 + random() / 10));
}

/** A channel's list of videos is some minutes behind: when to look again for one whose upload was forgotten. */
const LOOKS_MS = [MINUTE, 5 * MINUTE, 15 * MINUTE] as const;

/** The pause after so many looks; undefined when it was the last one. */
export function lookAgainAfter(looks: number): number | undefined {
  return LOOKS_MS[looks - 1];
}
