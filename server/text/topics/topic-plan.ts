/** What a topic shows of how it is to be written: its kind, and how many items or questions it names. Pure. */
import type { TopicKind } from '@shortfactory/core';
import { ASIA } from './data/asia.ts';
import { EUROPE } from './data/europe.ts';
import type { KindWords } from './data/types.ts';

export interface TopicPlan {
  readonly kind: TopicKind;
  /** How many items, steps or questions the topic names: 2 to 20. */
  readonly count?: number;
}

/** More than this is no list that a short could tell. */
const MOST_ITEMS = 20;
const COUNTED: readonly TopicKind[] = ['list', 'how-to', 'quiz'];
/** Written without spaces: a word is found inside a longer one. */
const UNSPACED = ['zh', 'ja'];
/** What stands before a word and is written with it. */
const PREFIXES: Readonly<Record<string, string>> = { ar: '(?:[وبلف]?ال|[وبلف])?', he: '[הובלכמש]?' };
const WORD = '[\\p{L}\\p{M}\\p{N}]';
const ARTICLES = 'the|die|les|los|las|le|i|gli|os|as|de|my|mes|mis|meine|here are';

/** The kind that a topic's words show, unless one is asked for, and how many items the topic names. */
export function planOfTopic(topic: string, asked?: TopicKind): TopicPlan {
  const words = plain(topic);
  const count = countIn(words);
  const kind = asked ?? kindOf(words, count);
  return { kind, ...(count !== undefined && COUNTED.includes(kind) && { count }) };
}

function kindOf(topic: string, count: number | undefined): TopicKind {
  const says = (field: 'howTo' | 'story' | 'news' | 'ad' | 'quiz'): boolean =>
    patterns().some((each) => each[field].exec(topic) !== undefined);
  if (says('quiz')) return 'quiz';
  if (says('ad')) return 'ad';
  if (says('news')) return 'news';
  // "How to save money in 5 steps" is one; "5 tips on how to save money" and "5 recipes" are lists.
  if (says('howTo') && !patterns().some(({ start }) => startIn(topic, start))) return 'how-to';
  if (count !== undefined || /^top\b/u.test(topic)) return 'list';
  return says('story') ? 'story' : 'explain';
}

/** With single spaces, small letters, and digits as 0 to 9. */
function plain(topic: string): string {
  return topic
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u064b-\u0652]/gu, '')
    .replace(/\p{Nd}/gu, digit)
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A digit of any script as 0 to 9: Unicode has the ten of a script in a row, the zero at a multiple of ten before them. */
function digit(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}

function countIn(topic: string): number | undefined {
  for (const { list, start, numbers } of patterns()) {
    const found = startIn(topic, start) ?? list.exec(topic);
    const said = found?.groups?.['n'];
    if (said === undefined) continue;
    const count = numbers.get(said) ?? Number(said);
    // "World War 2 facts" are not two.
    if (count >= (found?.index === 0 ? 2 : 3) && count <= MOST_ITEMS) return count;
  }
  return undefined;
}

/** A number at the beginning, of something that no language has for a measure. */
function startIn(topic: string, start: Words): RegExpExecArray | undefined {
  const found = start.exec(topic);
  return found && !measured().test(topic.slice(found[0].length - 1)) ? found : undefined;
}

let measures: RegExp | undefined;
function measured(): RegExp {
  const of = (unspaced: boolean): string =>
    choiceOf(
      LANGUAGES.filter(([language]) => UNSPACED.includes(language) === unspaced)
        .map(([, each]) => each.measures)
        .join(','),
    );
  measures ??= new RegExp(`^(?:(?:${of(false)})(?!${WORD})|(?:${of(true)}))`, 'u');
  return measures;
}

interface Patterns extends Readonly<Record<'howTo' | 'story' | 'news' | 'ad' | 'quiz', Words>> {
  /** A number, up to three words, and what is counted; or "top 5". */
  readonly list: Words;
  /** A number of something that is no measure, at the beginning. */
  readonly start: Words;
  readonly numbers: ReadonlyMap<string, number>;
}

/** What a regular expression finds. It is compiled for the first text that has one of the words that it needs. */
class Words {
  readonly #needs: readonly (readonly string[])[];
  readonly #source: () => string;
  #compiled: RegExp | undefined;

  /** @param words one of which stands in whatever the expression finds. */
  constructor(words: readonly string[], source: () => string) {
    this.#needs = words.map((word) => word.split('*'));
    this.#source = source;
  }

  exec(text: string): RegExpExecArray | undefined {
    if (!this.#needs.some((parts) => parts.every((part) => text.includes(part)))) return undefined;
    this.#compiled ??= new RegExp(this.#source(), 'u');
    return this.#compiled.exec(text) ?? undefined;
  }
}

const DIGITS = [...'0123456789'];
const LANGUAGES = Object.entries({ ...EUROPE, ...ASIA });
let known: readonly Patterns[] | undefined;

/** Made when the first topic is asked about: a server starts without it. */
function patterns(): readonly Patterns[] {
  known ??= LANGUAGES.map(([language, words]) =>
    patternsOf(words, {
      spaced: !UNSPACED.includes(language),
      particles: language === 'ko',
      prefix: PREFIXES[language] ?? '',
    }),
  );
  return known;
}

/** How a language is written. */
interface Writing {
  readonly spaced: boolean;
  readonly particles: boolean;
  readonly prefix: string;
}

function patternsOf(words: KindWords, { spaced, particles, prefix }: Writing): Patterns {
  const before = spaced ? `(?<!${WORD})` : '';
  const after = spaced && !particles ? `(?!${WORD})` : '';
  const says = (list: string): Words =>
    new Words(wordsOf(list), () => `${before}${prefix}(?:${choiceOf(list)})${after}`);
  const numbers = new Map(
    words.numbers
      .split(',')
      .flatMap((forms, index) => forms.split('/').map((form) => [form, index + 2] as const)),
  );
  const numerals = [...numbers.keys()].join(',');
  const counts = [...DIGITS, ...wordsOf(numerals)];
  const n = (): string => `(?<n>\\d{1,2}|${choiceOf(numerals)})`;
  const noMeasure = (): string => `(?! ?(?:${choiceOf(words.measures)})${after})`;
  const gap = particles || !spaced ? ' ?' : ' ';
  const between = spaced ? `(?: [^\\s,:;.?!]+){0,3}?${gap}` : gap;
  const counted = (): string => `${choiceOf(words.items)}|${choiceOf(words.best)}`;
  return {
    howTo: says(words.howTo),
    story: says(words.story),
    news: says(words.news),
    ad: says(words.ad),
    quiz: says(words.quiz),
    list: new Words(
      counts,
      () =>
        `${spaced ? before : ''}(?<![\\p{N}][.,:]?)(?:${n()}(?!\\d)${noMeasure()}${between}(?:${counted()})${after})`,
    ),
    start: new Words(
      counts,
      () => `^(?:(?:${ARTICLES}|top|top[- ]) ?)?${n()}(?![\\d.,:])${noMeasure()}${spaced ? ' ' : ''}\\p{L}`,
    ),
    numbers,
  };
}

/** "two,three and*" as a choice of a regular expression. */
function choiceOf(list: string): string {
  return wordsOf(list)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.?()|+]/gu, '\\$&').replaceAll('*', '[\\p{L}\\p{M}]*'))
    .join('|');
}

function wordsOf(list: string): string[] {
  return list
    .split(',')
    .map((word) => word.trim().replace(/\s+/gu, ' '))
    .filter((word) => word !== '');
}
