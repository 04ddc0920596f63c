import { lazily } from '@shortfactory/core';

/** Text made comparable: what the word tables and a visual have in common. */

const MARKS = /[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g;

/** Lower case, Latin accents and Arabic vowel signs removed, other scripts as they are. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replace(/[أإآ]/g, 'ا');
}

/** The words of a plain text: runs of letters, marks and digits. Chinese runs stay whole (see lexicon.ts). */
export function tokens(text: string): string[] {
  return plain(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Chinese: Han without the kana of Japanese. */
export function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text) && !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}

const ARABIC_SIGNS = /[\u064b-\u065f\u0670\u0640]/g;

/**
 * A word or phrase of another language as it is compared: lower case, composed. Accents stay, as words differ by them alone
 * ("té" is tea, "te" is you); the signs that Arabic may leave out go.
 */
export function written(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(ARABIC_SIGNS, '')
    .replace(/[أإآ]/g, 'ا')
    .replaceAll('ё', 'е')
    .replace(/[’'-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `motif: word, word` lines → word → motif. Words are plain, or as `form` makes them. */
export function parseTable(table: string, form: (word: string) => string = plainPhrase): Map<string, string> {
  const words = new Map<string, string>();
  for (const line of table.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const name = line.slice(0, colon).trim();
    for (const raw of line.slice(colon + 1).split(',')) {
      const word = form(raw);
      if (word !== '' && !words.has(word)) words.set(word, name);
    }
  }
  return words;
}

function plainPhrase(text: string): string {
  return plain(text).replace(/['’-]/g, ' ').replace(/\s+/g, ' ').trim();
}

const chineseWords = lazily(() => new Intl.Segmenter('zh', { granularity: 'word' }));

/**
 * Where words begin in a Chinese text, and its end, in characters: no word is found inside another one ("four sides" has the
 * character for noodles).
 */
export function wordEdges(text: string): Set<number> {
  const edges = new Set([0]);
  let at = 0;
  for (const { segment } of chineseWords().segment(text)) edges.add((at += [...segment].length));
  return edges;
}
