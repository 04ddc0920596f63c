import { SCRIPT_LIMITS, primaryLanguage, splitWords } from '@shortfactory/core';
import type { Word } from '@shortfactory/core';
import { wordBoundaries } from './word-boundaries.ts';

/**
 * How long a scene may be, in words of a language with spaces. A character of a language without spaces weighs half
 * a word, which is about its share of speaking time: 60 characters are the same 12 s as 30 words.
 */
const MOST_WORDS = 30;
const SHORT_WORDS = 12;
const LONG_WORDS = 22;
const UNSPACED_LANGUAGES = ['zh', 'ja', 'th', 'lo', 'km', 'my'];

/** What it costs to end a scene after a word, against the square of the words that a scene is too long or short by. */
const BREAK_COST = { sentence: 0, strongClause: 30, clause: 60, dash: 90, word: 500, bound: 800 } as const;

/** How much of a scene a text fills, in words; see MOST_WORDS. */
export function sceneWeight(text: string, language: string): number {
  return splitWords(text, language).reduce((sum, word) => sum + wordWeight(word.text, language), 0);
}

function wordWeight(word: string, language: string): number {
  return UNSPACED_LANGUAGES.includes(primaryLanguage(language)) ? [...word].length / 2 : 1;
}

/**
 * The narrations that a text is told in: each a slice of it, together all its words in order. A text the author set
 * apart (`whole`) stays one narration while it is short enough; else it is divided where that disturbs least: between
 * sentences, then at semicolons, commas and dashes, then between words, never inside one.
 */
export function divide(text: string, language: string, whole: boolean): string[] {
  const words = splitWords(text, language);
  const first = words[0];
  if (!first) return [];
  const weights = words.map((word) => wordWeight(word.text, language));
  const slice = (from: number, to: number): string =>
    text.slice(words[from]?.start, words[to]?.end).replace(/\s*\n\s*/gu, ' ');
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole && total <= MOST_WORDS && text.length <= SCRIPT_LIMITS.narrationChars)
    return [slice(0, words.length - 1)];

  const breakCosts = costsAfter(words, text, language);
  // best[i] = least cost of dividing the first i words, and where its last scene begins.
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= words.length; end += 1) {
    let least = { cost: Infinity, from: end - 1 };
    let weight = 0;
    for (let from = end - 1; from >= 0; from -= 1) {
      weight += weights[from] ?? 0;
      const chars = (words[end - 1]?.end ?? 0) - (words[from]?.start ?? 0);
      // A single word may be over every limit: there is nowhere to break it.
      if (from < end - 1 && (weight > MOST_WORDS || chars > SCRIPT_LIMITS.narrationChars)) break;
      const cost = (best[from]?.cost ?? 0) + (breakCosts[end - 1] ?? 0) + lengthCost(weight);
      if (cost < least.cost) least = { cost, from };
    }
    best.push(least);
  }
  const narrations: string[] = [];
  for (let end = words.length; end > 0; end = best[end]?.from ?? 0) {
    narrations.unshift(slice(best[end]?.from ?? 0, end - 1));
  }
  return narrations;
}

function lengthCost(weight: number): number {
  if (weight < SHORT_WORDS) return (SHORT_WORDS - weight) ** 2;
  return weight > LONG_WORDS ? (weight - LONG_WORDS) ** 2 : 0;
}

function costsAfter(words: readonly Word[], text: string, language: string): number[] {
  return wordBoundaries(words, text, language).map((boundary, index) => {
    if (boundary !== 'clause') return BREAK_COST[boundary];
    const tail = words[index]?.text ?? '';
    if (/[;:；：؛](?:["'”’»)\]」』）]*)$/u.test(tail)) return BREAK_COST.strongClause;
    const dash = /[—–…-]$|——$/u.test(tail) || /^[—–(（]/u.test(words[index + 1]?.text ?? '');
    return dash ? BREAK_COST.dash : BREAK_COST.clause;
  });
}
