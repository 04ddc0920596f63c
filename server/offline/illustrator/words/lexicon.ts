import { emojiCategories } from '../../emoji-art.ts';
import { OWN_ART_NAMES } from '../own-art.ts';
import { ARABIC } from './arabic.ts';
import { BLOCKED, DETERMINERS, NOUN_ONLY } from './blocked.ts';
import { CHINESE } from './chinese.ts';
import { ENGLISH } from './english.ts';
import { FRENCH } from './french.ts';
import { GERMAN } from './german.ts';
import { HINDI } from './hindi.ts';
import { SPANISH } from './spanish.ts';
import { bentForms, HAN, parseTable, tokens, wordForms } from './text.ts';

interface Entry {
  readonly name: string;
  readonly nounOnly: boolean;
}

/** A motif named in a text: which one, and the tokens that named it. */
export interface Finding {
  readonly name: string;
  /** Index of the first token and how many tokens the name took. */
  readonly at: number;
  readonly length: number;
}

/** Stands in the tables for phrases that only sound like a thing: "a wind tunnel" is no tunnel. */
const NOTHING = 'nothing';

const INDEXED_CATEGORIES = new Set([
  'Animals & Nature',
  'Food & Drink',
  'Objects',
  'Travel & Places',
  'Activities',
]);

let english: Map<string, Entry> | undefined;
const OTHER_TABLES: Readonly<Record<string, string>> = {
  es: SPANISH,
  de: GERMAN,
  fr: FRENCH,
  hi: HINDI,
  ar: ARABIC,
  zh: CHINESE,
};
const others = new Map<string, Map<string, Entry>>();

function englishWords(): Map<string, Entry> {
  if (english) return english;
  english = parseTable(ENGLISH);
  const categories = emojiCategories();
  const add = (name: string): void => {
    const words = name.replaceAll('-', ' ');
    if (!english?.has(words)) english?.set(words, { name, nounOnly: NOUN_ONLY.has(name) });
  };
  for (const [name, category] of categories) {
    if (INDEXED_CATEGORIES.has(category) && !BLOCKED.has(name) && !/-(oclock|thirty|face|button)$/.test(name))
      add(name);
  }
  for (const name of OWN_ART_NAMES) add(name);
  for (const { name } of [...english.values()]) add(name);
  return english;
}

function wordsOf(language: string): Map<string, Entry> {
  if (language === 'en') return englishWords();
  const known = others.get(language);
  if (known) return known;
  const table = parseTable(OTHER_TABLES[language] ?? '');
  others.set(language, table);
  return table;
}

/** Every motif named in the text, in reading order. Text in one of the other languages is read with its own table first. */
export function findMotifs(text: string, language: string): Finding[] {
  if (HAN.test(text)) return findInRuns(text, wordsOf('zh'));
  if (language !== 'en' && OTHER_TABLES[language] !== undefined) {
    const own = findInWords(tokens(text), wordsOf(language), language);
    if (own.length > 0 || language === 'hi' || language === 'ar') return own;
  }
  return findInWords(tokens(text), wordsOf('en'), 'en');
}

function findInWords(
  words: readonly string[],
  table: ReadonlyMap<string, Entry>,
  language: string,
): Finding[] {
  const found: Finding[] = [];
  const forms = language === 'en' ? wordForms : bentForms;
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(3, words.length - at); length > 0; length--) {
      const start = words.slice(at, at + length - 1).join(' ');
      const last = words[at + length - 1] ?? '';
      const entry = forms(last)
        .map((form) => table.get(start === '' ? form : `${start} ${form}`))
        .find((hit) => hit !== undefined);
      const hit = entry ?? (language === 'de' && length === 1 ? compoundEnd(last, table) : undefined);
      if (!hit || (hit.nounOnly && !isNoun(words, at))) continue;
      if (hit.name !== NOTHING) found.push({ name: hit.name, at, length });
      at += length - 1;
      break;
    }
  }
  return found;
}

/** German writes nouns together; the last one says what it is: "Dampflokomotive" is a locomotive. */
function compoundEnd(word: string, table: ReadonlyMap<string, Entry>): Entry | undefined {
  for (let cut = 2; cut <= word.length - 4; cut++) {
    for (const form of bentForms(word.slice(cut))) {
      const hit = form.length >= 4 ? table.get(form) : undefined;
      if (hit) return hit;
    }
  }
  return undefined;
}

function isNoun(words: readonly string[], at: number): boolean {
  const before = words[at - 1];
  if (before === undefined) return (words[at] ?? '').endsWith('s') || words.length <= 2;
  return (
    DETERMINERS.has(before) ||
    /^\d+$/.test(before) ||
    (DETERMINERS.has(words[at - 2] ?? '') && !/(ing|ly|s|ed|to)$/.test(before))
  );
}

/** Chinese has no spaces: the longest word that starts at each character. */
function findInRuns(text: string, table: ReadonlyMap<string, Entry>): Finding[] {
  const found: Finding[] = [];
  const characters = [...text];
  for (let at = 0; at < characters.length; at++) {
    for (let length = Math.min(5, characters.length - at); length > 0; length--) {
      const hit = table.get(characters.slice(at, at + length).join(''));
      if (!hit) continue;
      found.push({ name: hit.name, at, length });
      at += length - 1;
      break;
    }
  }
  return found;
}
