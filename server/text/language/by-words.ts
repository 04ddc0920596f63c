import { LATIN_LETTERS } from './data/alphabets.ts';
import { NAMES } from './data/names.ts';
import { TELLING } from './data/scripts.ts';
import { ENGLISH_WORDS } from './data/words-english.ts';
import { LATIN_WORDS } from './data/words-latin.ts';
import { OTHER_WORDS } from './data/words-other.ts';

/** How much speaks for each language; what nothing speaks for may be missing. */
export type Scores = ReadonlyMap<string, number>;

let index: ReadonlyMap<string, readonly string[]> | undefined;

/** The languages that list a word. The index of all is made at the first question: a start pays nothing for it. */
function listing(word: string): readonly string[] {
  index ??= indexOf({ ...LATIN_WORDS, ...OTHER_WORDS, en: ENGLISH_WORDS });
  return index.get(word) ?? [];
}

function indexOf(lists: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  const languages = new Map<string, string[]>();
  for (const [language, list] of Object.entries(lists)) {
    for (const word of new Set(list.trim().split(/\s+/u))) {
      languages.set(word, [...(languages.get(word) ?? []), language]);
    }
  }
  return languages;
}

const LETTERS = new Map(
  Object.entries(LATIN_LETTERS).map(([language, letters]) => [language, new Set(letters)]),
);
export const LATIN_LANGUAGES: readonly string[] = [...LETTERS.keys()];

/** A letter that a language does not have: in a name ("São Paulo") it says little. */
const FOREIGN = { name: -0.15, word: -0.7 };
/** A letter or word that n languages have counts 1 / n ^ this for each. */
const SHARED_BY = 0.6;

/** How much a word counts that is written with a capital among others that are not: it is likely a name. */
const NAME = 0.4;
/** Endings that English words have and few others. */
const ENGLISH_ENDING =
  /.{3}(?:ing|ings|ness|less|ful|ship|ology|aphy|acy|ght|tch|wn|ously|ment|ments|tion|tions)$/u;
const ENGLISH_FORM = 0.35;

let namePattern: RegExp | undefined;

function namesIn(plain: string): readonly RegExpMatchArray[] {
  const names = (): string => [...NAMES].sort((a, b) => b.length - a.length).join('|');
  namePattern ??= new RegExp(`(?<![\\p{L}\\p{M}])(?:${names()})(?:['’]s)?(?![\\p{L}\\p{M}])`, 'giu');
  return [...plain.matchAll(namePattern)];
}

/** The text without names that are written alike everywhere ("El Niño", "São Paulo"). */
export function withoutNames(text: string): string {
  const marks = /\p{M}/gu;
  const plain = [...text.normalize('NFC')]
    .map((char) => [...char.normalize('NFD').replace(marks, '')][0] ?? ' ')
    .join('');
  if (plain.length !== text.normalize('NFC').length) return text;
  const chars = [...text.normalize('NFC')];
  for (const { 0: name, index: at = 0 } of namesIn(plain)) chars.fill(' ', at, at + name.length);
  return chars.join('').replaceAll(/\s+/gu, ' ').trim();
}

/** What words and letters say of a text in Latin letters. */
export function latinScores(text: string): Scores {
  const scores = new Map<string, number>(LATIN_LANGUAGES.map((language) => [language, 0]));
  const add = (language: string, much: number): void => {
    scores.set(language, (scores.get(language) ?? 0) + much);
  };
  for (const token of tokens(text)) {
    const counts = token.name ? NAME : 1;
    for (const [language, much] of wordEvidence(token.word, LATIN_LANGUAGES)) add(language, much * counts);
    if (ENGLISH_ENDING.test(token.word)) add('en', ENGLISH_FORM);
    const letters = new Set([...token.word].filter((char) => /(?![a-z])\p{L}/u.test(char)));
    if (letters.size === 0) continue;
    for (const [language, own] of LETTERS) {
      const foreign = [...letters].filter((letter) => !own.has(letter)).length;
      if (foreign > 0) add(language, token.capital ? FOREIGN.name : FOREIGN.word);
      else
        for (const letter of letters)
          add(language, (token.capital ? 0.3 : 0.8) / sharers(letter) ** SHARED_BY);
    }
  }
  return scores;
}

/** What letters, endings and words say of a text in another script, for the languages that are written in it. */
export function otherScores(text: string, languages: readonly string[]): Scores {
  const scores = new Map<string, number>(languages.map((language) => [language, 0]));
  for (const [told, pattern, weight] of TELLING) {
    const found = text.match(pattern)?.length ?? 0;
    // The first says most; many of one kind are still one kind.
    for (const language of told.split(' ').filter((each) => scores.has(each))) {
      scores.set(language, (scores.get(language) ?? 0) + weight * Math.sqrt(found));
    }
  }
  for (const { word } of tokens(text)) {
    for (const [language, much] of wordEvidence(word, languages)) {
      scores.set(language, (scores.get(language) ?? 0) + much);
    }
  }
  return scores;
}

interface Token {
  readonly word: string;
  /** Written with a capital: in most languages a name, or the first word. */
  readonly capital: boolean;
  /** With a capital where most other words have none. */
  readonly name: boolean;
}

function tokens(text: string): Token[] {
  const found = text.normalize('NFC').match(/\p{L}[\p{L}\p{M}\u200c]*(?:['’ʻʼ-]\p{L}[\p{L}\p{M}]*)*/gu) ?? [];
  const mostlySmall = found.filter((whole) => !/^\p{Lu}/u.test(whole)).length * 2 >= found.length;
  return found.flatMap((whole, index) => {
    const word = whole.toLowerCase().replaceAll(/[’ʻʼ]/gu, "'");
    const parts = listing(word).length > 0 ? [word] : word.split(/['-]/u);
    const capital = /^\p{Lu}/u.test(whole);
    return parts.map((part) => ({ word: part, capital, name: capital && index > 0 && mostlySmall }));
  });
}

function wordEvidence(word: string, languages: readonly string[]): [string, number][] {
  const listed = listing(word).filter((language) => languages.includes(language));
  const english = !listed.includes('en') && languages.includes('en') && isFormOfEnglish(word);
  const having = english ? [...listed, 'en'] : listed;
  return having.map((language) => [language, 1 / having.length ** SHARED_BY]);
}

/** A form of a word in the English list. */
function isFormOfEnglish(word: string): boolean {
  if (word.length < 5) return false;
  const stem = /^(.+?)(?:ies|es|s|ed|ing|er|ly)$/u.exec(word)?.[1];
  if (stem === undefined || stem.length < 3) return false;
  const forms = [stem, `${stem}e`, `${stem}y`, stem.replace(/(.)\1$/u, '$1')];
  return forms.some((form) => listing(form).includes('en'));
}

const SHARERS = new Map<string, number>();
function sharers(letter: string): number {
  const known = SHARERS.get(letter) ?? [...LETTERS.values()].filter((own) => own.has(letter)).length;
  SHARERS.set(letter, known);
  return Math.max(1, known);
}
