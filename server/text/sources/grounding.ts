/** Whether a script stays within its sources: sentences that are quoted, numbers and names that are said. Pure. */
import { primaryLanguage } from '@shortfactory/core';
import type { TopicText } from '@shortfactory/core';
import { passagesOf, sentencesOf } from './passages.ts';

/** Letters and numbers alone, in small letters, a space between words: how texts are compared. */
function normal(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\p{N})[.,\u00a0\u202f'’ ](?=\p{N}{3}(?!\p{N}))/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

export class Grounds {
  readonly #sentences: readonly { readonly text: string; readonly normal: string }[];
  readonly #normal: string;
  readonly #words: ReadonlySet<string>;
  readonly #numbers: ReadonlySet<string>;
  readonly #language: string;

  /** @param besides what may be said too: the topic. */
  constructor(sources: readonly TopicText[], language: string, besides = '') {
    const passages = sources.flatMap(({ text }) => passagesOf(text));
    const sentences = passages.flatMap((passage) => sentencesOf(passage, language));
    this.#language = language;
    this.#sentences = sentences.map((text) => ({ text, normal: normal(text) }));
    this.#normal = ` ${passages.map(({ text }) => normal(text)).join(' ')} `;
    const all = [...sources.map(({ title = '', text }) => `${title} ${text}`), besides].join(' ');
    this.#words = new Set(normal(all).split(' '));
    this.#numbers = new Set(numbersIn(all));
  }

  /** The sentence of the source that a quotation is or is part of, as it stands there; undefined where it is none. */
  sentenceOf(quote: string): string | undefined {
    const wanted = normal(quote);
    if (wanted.length < LEAST_QUOTE) return undefined;
    const within = this.#sentences.find((sentence) => ` ${sentence.normal} `.includes(` ${wanted} `));
    if (within) return within.text;
    // More than one sentence in a row.
    return this.#normal.includes(` ${wanted} `) ? quote.trim() : undefined;
  }

  /** Numbers and names of a narration that no source has. */
  foreignTo(narration: string): string[] {
    const numbers = numbersIn(narration).filter((number) => !this.#hasNumber(number));
    const names = namesIn(narration, this.#language).filter(
      (name) =>
        !normal(name)
          .split(' ')
          .every((word) => this.#hasName(word)),
    );
    return [...new Set([...numbers, ...names])];
  }

  #hasNumber(number: string): boolean {
    if (this.#numbers.has(number)) return true;
    const value = Number(number);
    // "5" may be told of "five", and the items of a list are numbered.
    return Number.isInteger(value) && value <= SMALL;
  }

  /** The word itself, or another form of it: names are inflected in many languages. */
  #hasName(word: string): boolean {
    if (this.#words.has(word) || this.#words.has(word.replace(/ s$|s$/u, ''))) return true;
    const least = /\p{Script=Cyrillic}/u.test(word) ? 3 : 4;
    const stem = word.slice(0, Math.max(least, word.length - 2));
    return (
      word.length >= 5 &&
      [...this.#words].some((other) => other.startsWith(stem) && Math.abs(other.length - word.length) <= 3)
    );
  }
}

const LEAST_QUOTE = 6;
/** Numbers of items, and what everybody says ("two ways"). */
const SMALL = 12;

/** "1,200.50" as 1200.5, "３" as 3; years and dates as they are. */
function numbersIn(text: string): string[] {
  const plain = text.normalize('NFKC').replace(/(?<=\p{N})[,.\u00a0\u202f'’ ](?=\p{N}{3}(?!\p{N}))/gu, '');
  return (plain.match(/\p{Nd}+(?:[.,]\p{Nd}+)?/gu) ?? []).map((number) =>
    number.replace(',', '.').replace(/^0+(?=\d)/u, ''),
  );
}

/** Languages whose letters have no capitals: there names in Latin letters stand out. */
const UNCASED = 'ar fa ur he hi bn ta te kn ml gu pa mr ne si th lo km my zh ja ko yi am'.split(' ');

/**
 * Words that are written as names where they do not begin a sentence: with a capital (in German only two in a row, or with
 * a capital inside), and Latin words in scripts without capitals.
 */
function namesIn(narration: string, language: string): string[] {
  const german = ['de', 'lb'].includes(primaryLanguage(language));
  if (UNCASED.includes(primaryLanguage(language))) return narration.match(/[A-Za-z][A-Za-z-]{2,}/gu) ?? [];
  const words = [...narration.matchAll(/[\p{L}\p{M}\p{N}]+(?:[-'’.](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*/gu)];
  const isName = words.map(({ 0: word, index }) => {
    if (/\p{Ll}\p{Lu}|^\p{Lu}{2,}/u.test(word)) return true;
    return /^\p{Lu}\p{L}/u.test(word) && !beginsSentence(narration, index);
  });
  return words.flatMap(({ 0: word }, index) => {
    if (!isName[index]) return [];
    const inside = /\p{Ll}\p{Lu}|^\p{Lu}{2,}/u.test(word);
    return german && !inside && !isName[index - 1] && !isName[index + 1] ? [] : [word.replace(/['’]s$/u, '')];
  });
}

function beginsSentence(text: string, index: number): boolean {
  const before = text.slice(0, index).trimEnd();
  return before === '' || /[.!?…:;—–"“„«¿¡(\n]$/u.test(before);
}
