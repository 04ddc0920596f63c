import { keyOf, wordsOf } from '../labels/all-words.ts';

const KEEPS = wordsOf('keepsHyphen');
const AFTER = wordsOf('afterHyphen');

/**
 * Joins words that were hyphenated at a line's end, as in text copied from a page: "trans-\nform". The hyphen stays where
 * it belongs to the word: before a capital letter, in a word with another hyphen, in a compound that is written so
 * elsewhere in the text, and after and before the words that each language's data names.
 */
export function joinHyphens(text: string): string {
  if (!/\p{L}-\n/u.test(text)) return text;
  const lower = text.toLowerCase();
  return text.replace(
    /([\p{L}\p{M}’'-]{1,40})([-\u2010])[^\S\n]*\n[^\S\n]*([\p{L}\p{M}’']{1,40})/gu,
    (all, left: string, hyphen: string, right: string) => {
      if (AFTER.has(keyOf(right)) && isSuspended(left, right)) return `${left}${hyphen} ${right}`;
      const kept = `${left}${hyphen}${right}`;
      if (left.includes('-') || /^\p{Lu}/u.test(right)) return kept;
      if (has(lower, `${left}${right}`)) return `${left}${right}`;
      if (has(lower, kept)) return kept;
      return KEEPS.has(keyOf(left)) || AFTER.has(keyOf(right)) ? kept : `${left}${right}`;
    },
  );
}

/** "Vor- und Nachteile": the hyphen stands for the rest of a word, and a space follows. */
const SUSPENDING = new Set([
  'und',
  'oder',
  'bzw',
  'sowie',
  'bis',
  'and',
  'or',
  'en',
  'of',
  'et',
  'ou',
  'y',
  'o',
  'e',
  'i',
  'lub',
  've',
  'veya',
  'и',
  'или',
  'і',
  'або',
]);

function isSuspended(left: string, right: string): boolean {
  // "c'est-\nà-dire" and "peut-\nêtre" are one word; so is anything else that `afterHyphen` has.
  return SUSPENDING.has(right.toLowerCase()) && !/[’']/u.test(left);
}

function has(text: string, word: string): boolean {
  const wanted = word.toLowerCase();
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (!/[\p{L}-]/u.test(text[at - 1] ?? ' ') && !/[\p{L}-]/u.test(text[at + wanted.length] ?? ' '))
      return true;
  }
  return false;
}
