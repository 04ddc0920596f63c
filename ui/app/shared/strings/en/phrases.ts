import { count, roughTime, seconds, spelled } from '../../format/format.ts';

/** A length in seconds: "40 s". */
export const s = (n: number): string => seconds('en', n);

/** A count with its noun: "1 scene", "1,200 scenes". */
export const plural = (n: number, one: string, many: string): string =>
  `${count('en', n)} ${n === 1 ? one : many}`;

/** About how long something takes, in words where it is minutes: "40 s", "a minute", "three minutes". */
export const spelledTime = (n: number): string => {
  const minutes = Math.round(n / 60);
  if (minutes < 1) return roughTime('en', n);
  return minutes === 1 ? 'a minute' : `${spelled('en', minutes).toLowerCase()} minutes`;
};

/** "a, b and c". */
export const list = (parts: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts);
