import { createHash } from 'node:crypto';

/** A number in [0, count) that the texts decide, the same at every run and on every machine. */
export function choose(count: number, ...texts: readonly string[]): number {
  const digest = createHash('sha256').update(texts.join('\0')).digest();
  return digest.readUInt32BE(0) % count;
}

/** One of several, by the texts. */
export function pick<T>(choices: readonly [T, ...T[]], ...texts: readonly string[]): T {
  return choices[choose(choices.length, ...texts)] ?? choices[0];
}

/** All of them in an order that the texts decide. */
export function shuffle<T>(choices: readonly T[], ...texts: readonly string[]): T[] {
  return choices
    .map((choice, index) => ({ choice, rank: choose(2 ** 31, ...texts, String(index)) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ choice }) => choice);
}
