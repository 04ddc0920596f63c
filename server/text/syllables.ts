import { primaryLanguage } from '@shortfactory/core';

/**
 * How long a word takes to be said next to others of its language, in syllables or what comes near them: by vowels and
 * letters where vowels are written, by letters where they are not, by characters where one is a syllable. The factors
 * are those that fit the offline voice's own times best; the tests measure them on other texts.
 */
export function syllables(word: string, language: string): number {
  let sum = 0;
  for (const [run] of word
    .normalize('NFC')
    .matchAll(/\p{N}+(?:[.,:٫٬]\p{N}+)*|[\p{L}\p{M}'’]+|[^\p{L}\p{N}\p{P}\s]/gu)) {
    sum += /^\p{N}/u.test(run) ? numberSyllables(run) : letterSyllables(run, language);
  }
  return Math.max(sum, 0.5);
}

/** "7" is short, "250" is not; a year is said in two halves. */
function numberSyllables(run: string): number {
  const digits = (run.match(/\p{N}/gu) ?? []).length;
  if (/^(?:1\d|20)\d\d$/.test(run)) return YEAR;
  return NUMBER[digits] ?? 2 * digits;
}

/** By the number of its digits; a longer one has two syllables a digit. */
const NUMBER = [0, 1.2, 2.5, 4.5, 6.5];
const YEAR = 4.5;
/** Said letter by letter: DNA, mRNA. */
const ACRONYM = /^\p{Ll}?\p{Lu}{2,5}$/u;
/** there, whole, waves; not little. */
const SILENT_E = /(?:[aeiouy][^aeiouy]|[^aeiouyl])e(?:s|d|nt)?$/iu;
const VOWELS = /[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿāăąēėęěīįōőūůűųıаеёиоуыэюяіїєαεηιουωάέήίόύώ]+/giu;

function letterSyllables(run: string, language: string): number {
  const letters = [...run].filter((char) => /\p{L}/u.test(char));
  const first = letters[0] ?? '';
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(first)) return letters.length;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(first)) return 0.8 * letters.length;
  if (/\p{Script=Devanagari}|\p{Script=Bengali}/u.test(first)) return indicSyllables(run);
  if (/\p{Script=Arabic}|\p{Script=Hebrew}/u.test(first)) return 0.35 + 0.42 * letters.length;
  if (!/\p{L}/u.test(first)) return /\p{Extended_Pictographic}/u.test(run) ? 3 : 1.5;
  const groups = vowelGroups(run, language);
  if (ACRONYM.test(run)) return 1.1 * letters.length;
  // Consonants take time too: "strengths" is longer than "a".
  return 0.3 * groups + 0.2 * letters.length;
}

function vowelGroups(run: string, language: string): number {
  const groups = (run.match(VOWELS) ?? []).length;
  const silent = ['en', 'fr'].includes(primaryLanguage(language)) && groups > 1 && SILENT_E.test(run);
  return Math.max(1, groups - (silent ? 1 : 0));
}

/**
 * A consonant carries its vowel unless a virama takes it away, and a word's last one is often dropped; long vowels are
 * written as signs.
 */
function indicSyllables(run: string): number {
  const consonants = (run.match(/[\u0904-\u0939\u0958-\u0961\u0985-\u09b9]/gu) ?? []).length;
  const joined = (run.match(/[\u094d\u09cd]/gu) ?? []).length;
  const long = (run.match(/[\u093e\u0940\u0942\u0947-\u094c\u09be\u09c0\u09c2\u09c7-\u09cc]/gu) ?? []).length;
  const dropped = /[\u0915-\u0939\u0995-\u09b9]$/u.test(run) && consonants > 1 ? 1 : 0;
  return Math.max(0.6, 0.85 * (consonants - joined) + 0.35 * long - 0.3 * dropped);
}
