import { isLanguageTag, primaryLanguage } from '@shortfactory/core';
import type { Phonemes, Pronunciations } from '@shortfactory/core';

/** A list of pronunciations for several languages: entries stand for all of them, or below a language's tag. */
export type PronunciationList = Readonly<Record<string, string | Pronunciations>>;

/** A text as it is given to a narrator, and how what is said of it leads back to what is written. */
export interface Pronounced {
  readonly text: string;
  readonly phonemes: readonly Phonemes[];
  /** What the lists have said, in `text`. */
  readonly stretches: readonly { readonly start: number; readonly end: number }[];
  /** UTF-16 offset in the text that was written, for one in `text`. */
  writtenAt(offset: number): number;
}

const IPA = /^\/([^/]+)\/$/u;
/** Scripts whose words have nothing between them: there a word is found inside others too. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The entries of a list that hold for a language; those of the language itself come before those of all. */
export function pronunciationsIn(list: PronunciationList, language: string): Pronunciations {
  const all: Record<string, string> = {};
  const own: Record<string, string> = {};
  for (const [word, said] of Object.entries(list)) {
    if (typeof said === 'string') all[word] = said;
    else if (isLanguageTag(word) && primaryLanguage(word) === primaryLanguage(language))
      Object.assign(own, said);
  }
  return { ...all, ...own };
}

/**
 * A text with its words pronounced as the lists say; the first list that has a word decides, and of several words that
 * begin at one place the longest. An entry with a capital letter is found only as it is written ("US"), another in any
 * case.
 */
export function pronounced(text: string, lists: readonly Pronunciations[]): Pronounced {
  const found = replacementsIn(text, lists);
  let spoken = '';
  const phonemes: Phonemes[] = [];
  const stretches: { start: number; end: number }[] = [];
  const offsets: number[] = [];
  const say = (piece: string, at: (index: number) => number): void => {
    for (let i = 0; i < piece.length; i++) offsets.push(at(i));
    spoken += piece;
  };
  let at = 0;
  for (const { start, end, said } of found) {
    const from = at;
    say(text.slice(from, start), (i) => from + i);
    const begin = spoken.length;
    const ipa = IPA.exec(said)?.[1]?.trim();
    if (ipa === undefined) {
      say(said, () => start);
    } else {
      phonemes.push({ start: spoken.length, end: spoken.length + end - start, ipa });
      say(text.slice(start, end), (i) => start + i);
    }
    stretches.push({ start: begin, end: spoken.length });
    at = end;
  }
  const from = at;
  say(text.slice(from), (i) => from + i);
  return { text: spoken, phonemes, stretches, writtenAt: (offset) => offsets[offset] ?? text.length };
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly said: string;
}

function replacementsIn(text: string, lists: readonly Pronunciations[]): Found[] {
  const entries = new Map<string, string>();
  for (const list of lists) {
    for (const [word, said] of Object.entries(list)) if (!entries.has(word)) entries.set(word, said);
  }
  const all = [...entries].flatMap(([word, said]) =>
    [...text.matchAll(patternOf(word))].map(({ 0: match, index }) => ({
      start: index,
      end: index + match.length,
      said,
    })),
  );
  const kept: Found[] = [];
  for (const each of all.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each);
  }
  return kept;
}

function patternOf(word: string): RegExp {
  const exact = word.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&').replace(/\s+/gu, '\\s+');
  const alone = UNSPACED.test(word) ? exact : `(?<![\\p{L}\\p{M}\\p{N}])${exact}(?![\\p{L}\\p{M}\\p{N}])`;
  return new RegExp(alone, /\p{Lu}/u.test(word) ? 'gu' : 'giu');
}
