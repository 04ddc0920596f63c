import * as numbers from '../words/numbers.ts';
import type { Tagged } from './tagged.ts';

const MOST = 5;

/**
 * How many of a motif the words ask for, 1 to 5: a number right before it, with at most two words between that describe
 * it. A year, a length of time, a share, an age or a price is no number of things: there its unit stands between.
 */
export function countBefore(words: readonly Tagged[], at: number): number {
  if (isUnit(words[at])) return 1;
  for (let back = 1; back <= 3; back++) {
    const word = words[at - back];
    if (!word) return 1;
    const count = collective(words, at - back) ?? numberOf(words, at - back);
    if (count !== undefined) return count;
    if (!describes(word) || isUnit(word)) return 1;
  }
  return 1;
}

function isUnit(word: Tagged | undefined): boolean {
  return word !== undefined && (numbers.UNITS.has(word.lemma) || numbers.UNITS.has(word.text));
}

function describes({ kind, text }: Tagged): boolean {
  if (kind === 'unknown') return !numbers.STOPS.has(text);
  return kind === 'adjective' || kind === 'noun' || text === 'of';
}

function numberOf(words: readonly Tagged[], at: number): number | undefined {
  const word = words[at];
  if (!word) return undefined;
  const known = numbers.NUMBERS.get(word.text);
  const digits = /^\d+$/.test(word.text) ? Number(word.text) : undefined;
  if (known === undefined && digits === undefined) return undefined;
  // 1000 to 2199 are years far more often than a number of things; "ten thousand" has its number before it.
  if (digits !== undefined && digits >= 1000 && digits < 2200) return 1;
  const before = words[at - 1];
  const more = before && (numbers.NUMBERS.has(before.text) || /^\d{1,3}$/.test(before.text));
  if (more && known !== undefined) return MOST;
  return Math.min(MOST, Math.max(1, known ?? digits ?? 1));
}

/** "A flock of birds", "a pair of shoes": the word for a group counts only before "of". */
function collective(words: readonly Tagged[], at: number): number | undefined {
  if (words[at]?.text !== 'of') return undefined;
  return numbers.GROUPS.get(words[at - 1]?.text ?? '');
}
