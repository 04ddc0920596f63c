import { lazily } from '../lazily.ts';
import type { Word } from '../script/language.ts';

/** A word of a text and when it is heard: whole milliseconds from the audio's start, end exclusive. */
export type TimedWord = Word & { readonly startMs: number; readonly endMs: number };

interface Mark {
  readonly offset: number;
  readonly ms: number;
}

/** Longest time a word is taken to be heard when a pause follows it. */
const WORD_MS = 120;
const GRAPHEME_MS = 110;
const IDEOGRAPH_MS = 350;
/** A digit or an emoji is a word or more of its own. */
const NAMED_MS = 600;
/** A word with several marks ("1250" has one for "thousand") is heard at least so long after the last of them. */
const LAST_PART_MS = 400;
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const NAMED = /[\p{N}\p{Extended_Pictographic}%&+=@€$£¥°]/u;
const SPOKEN = /[\p{L}\p{N}\p{Extended_Pictographic}%&+=@€$£¥°]/u;
const GRAPHEMES = lazily(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));

/**
 * When each word is heard. A word begins with the first mark inside it; one without a mark shares the time between
 * its neighbours by length. It ends when the next begins, or sooner before a pause. Starts never go back, and every
 * word lasts at least 1 ms unless there are more words than milliseconds. Marks may come in any order, twice, or from
 * outside the audio.
 */
export function timeWords(words: readonly Word[], marks: readonly Mark[], audioMs: number): TimedWord[] {
  const lengthMs = Math.max(0, Math.floor(audioMs));
  const byTime = inOrder(marks, lengthMs);
  const starts = spreadApart(fillGaps(words, markedStarts(words, byTime), lengthMs), lengthMs);
  return words.map((word, index) => {
    const startMs = starts[index] ?? lengthMs;
    const nextMs = starts[index + 1] ?? lengthMs;
    const lastMs = byTime.findLast((mark) => isInside(word, mark) && mark.ms < nextMs)?.ms ?? 0;
    const longestMs = Math.max(startMs + longestFor(word.text), lastMs + LAST_PART_MS);
    return { ...word, startMs, endMs: Math.min(nextMs, longestMs) };
  });
}

function inOrder(marks: readonly Mark[], lengthMs: number): Mark[] {
  return marks
    .filter(({ ms }) => Number.isFinite(ms))
    .map(({ offset, ms }) => ({ offset, ms: Math.min(Math.max(0, Math.round(ms)), lengthMs) }))
    .sort((a, b) => a.ms - b.ms);
}

function isInside({ start, end }: Word, { offset }: Mark): boolean {
  return offset >= start && offset < end;
}

/** For each word the time of its first mark, where it has one that does not come before an earlier word's. */
function markedStarts(words: readonly Word[], byTime: readonly Mark[]): (number | undefined)[] {
  let latest = 0;
  return words.map((word) => {
    const ms = byTime.find((mark) => isInside(word, mark))?.ms;
    if (ms === undefined || ms < latest) return undefined;
    latest = ms;
    return ms;
  });
}

/** Places words without a mark: each stretch between two known times is divided by the lengths of its words. */
function fillGaps(
  words: readonly Word[],
  marked: readonly (number | undefined)[],
  lengthMs: number,
): number[] {
  const starts: number[] = [];
  for (let from = 0; from < words.length;) {
    let to = from + 1;
    while (to < words.length && marked[to] === undefined) to++;
    // The text begins with the audio even if its first word has no mark.
    const fromMs = marked[from] ?? 0;
    const toMs = marked[to] ?? lengthMs;
    const weights = words.slice(from, to).map(({ text }) => weightOf(text));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let passed = 0;
    for (const weight of weights) {
      starts.push(Math.round(fromMs + ((toMs - fromMs) * passed) / total));
      passed += weight;
    }
    from = to;
  }
  return starts;
}

/** Moves starts as little as gives each word a millisecond of its own; evenly over the audio when it is too short. */
function spreadApart(starts: readonly number[], lengthMs: number): number[] {
  const count = starts.length;
  if (count >= lengthMs) return starts.map((_, index) => Math.floor((index * lengthMs) / count));
  let earliest = 0;
  return starts.map((ms, index) => {
    const start = Math.min(Math.max(ms, earliest), lengthMs - (count - index));
    earliest = start + 1;
    return start;
  });
}

function longestFor(text: string): number {
  return spokenGraphemes(text).reduce((sum, grapheme) => sum + longestOf(grapheme), WORD_MS);
}

function longestOf(grapheme: string): number {
  if (NAMED.test(grapheme)) return NAMED_MS;
  return IDEOGRAPH.test(grapheme) ? IDEOGRAPH_MS : GRAPHEME_MS;
}

/** How much of a shared time a word takes. */
function weightOf(text: string): number {
  return Math.max(GRAPHEME_MS, longestFor(text) - WORD_MS);
}

/** Punctuation takes no time. */
function spokenGraphemes(text: string): string[] {
  return [...GRAPHEMES().segment(text)]
    .map(({ segment }) => segment)
    .filter((segment) => SPOKEN.test(segment));
}
