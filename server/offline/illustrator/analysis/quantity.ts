import * as numbers from '../words/numbers.ts';
import type { Tagged } from './tagged.ts';

/** A share (of a whole) or a length of time (of an hour, or of twelve), each as a part in 0..1. */
export interface Quantity {
  readonly kind: 'share' | 'time';
  readonly part: number;
}

/** The share or length of time that a text names, for a picture that has nothing else to show. */
export function quantityOf(text: string, words: readonly Tagged[]): Quantity | undefined {
  const digits = /(\d+(?:[.,]\d+)?)\s*%/.exec(text)?.[1];
  if (digits !== undefined) return clamped('share', Number(digits.replace(',', '.')) / 100);
  for (const [at, { text: word, lemma }] of words.entries()) {
    const unit = numbers.MEASURED.get(word) ?? numbers.MEASURED.get(lemma);
    if (!unit) continue;
    const value = numberBefore(words, at);
    if (value !== undefined) return clamped(unit.kind, value / unit.whole);
  }
  return undefined;
}

function clamped(kind: Quantity['kind'], part: number): Quantity | undefined {
  return part > 0 && part <= 1 ? { kind, part } : undefined;
}

/** "Twenty", "twenty-five", "25": the number that stands before a unit, "por" and the like between. */
function numberBefore(words: readonly Tagged[], at: number): number | undefined {
  let value: number | undefined;
  for (let back = 1; back <= 3; back++) {
    const word = words[at - back]?.text ?? '';
    const known = /^\d+$/.test(word) ? Number(word) : numbers.VALUES.get(word);
    if (known === undefined) {
      if (value === undefined && back === 1 && word === 'por') continue;
      break;
    }
    if (value === undefined) value = known;
    else if (known >= 20 && value < 10) value += known;
  }
  return value;
}
