import { primaryLanguage } from '@shortfactory/core';
import { writingOf } from './by-script.ts';
import { latinScores, otherScores, withoutNames } from './by-words.ts';
import type { Scores } from './by-words.ts';
import type { Ngrams } from './ngrams.ts';

/** The language of a text. */
export interface Heard {
  /** BCP 47: 'en', 'zh-Hant'. */
  readonly language: string;
  /** False when the text says too little: then it is the caller's own language, or a guess. */
  readonly sure: boolean;
  /** What else it may be, likeliest first. */
  readonly others: readonly string[];
}

/** Tells the language of a text. `locales` are what the caller speaks, best first; they decide where the text does not. */
export type Detect = (text: string, locales?: readonly string[]) => Heard;

/** How much n-grams count beside words and letters. */
const NGRAMS = 4;
/** From this many letters on they count in full: of a word or two they say little. */
const NGRAM_LETTERS = 22;
/** What speaks for the caller's own language before anything is read: beside n-grams, and beside words alone. */
const EXPECTED = { ngrams: 0.6, words: 0.1 };
/** What speaks against languages that few write and that look like one that many do. */
const SELDOM: Readonly<Record<string, number>> = { gl: 0.3, af: 0.1, bs: 0.1, eo: 0.1, mt: 0.1 };
/** The beginning of a text says its language. */
const MOST_CHARS = 5000;
/** Below this nothing speaks for a language, and this far ahead of the next it is told from it. */
const FLOOR = 0.6;
const AHEAD = 0.25;

/** Tags of callers for languages that are listed under another. */
const LISTED_AS: Readonly<Record<string, string>> = {
  no: 'nb',
  nn: 'nb',
  fil: 'tl',
  sr: 'sr-Latn',
  cnr: 'sr-Latn',
};

/** By script, letters and common words alone: at once, and without tables. */
export const detectByWords: Detect = (text, locales = []) => decide(text, locales);

let tables: Promise<Ngrams> | undefined;

/**
 * The detector that a text needs: by words where they are enough, else with n-grams, whose tables are loaded once. It may
 * be asked about parts of the text, too.
 */
export async function detectorFor(text: string, locales: readonly string[] = []): Promise<Detect> {
  return detectByWords(text, locales).sure ? detectByWords : detectorWithNgrams();
}

async function detectorWithNgrams(): Promise<Detect> {
  tables ??= import('./ngrams.ts').then(({ loadNgrams }) => loadNgrams());
  // What could not be fetched may be there the next time.
  tables.catch(() => (tables = undefined));
  const ngrams = await tables;
  return (part, wanted = []) => decide(part, wanted, ngrams);
}

/** The language of a text, told as well as it can be. */
export async function detectLanguage(text: string, locales: readonly string[] = []): Promise<Heard> {
  const heard = detectByWords(text, locales);
  return heard.sure ? heard : (await detectorWithNgrams())(text, locales);
}

/**
 * The language to ask a writer for: what the topic is surely in, else the caller's own where it may be that. Undefined when
 * neither says; a writer that knows the topic's words may know better then.
 */
export async function languageOfTopic(
  topic: string,
  locales: readonly string[],
): Promise<string | undefined> {
  const { language, sure } = await detectLanguage(topic, locales);
  return sure || primaryLanguage(locales[0] ?? '') === language ? language : undefined;
}

function decide(whole: string, locales: readonly string[], ngrams?: Ngrams): Heard {
  const text = whole.slice(0, MOST_CHARS);
  const own = locales.length === 0 ? ['en'] : locales.map(primaryLanguage);
  const writing = writingOf(text);
  if (!writing) return { language: own[0] ?? 'en', sure: false, others: [] };
  const [only, ...more] = writing.languages;
  if (only !== undefined && more.length === 0) return { language: only, sure: true, others: [] };
  const latin = writing.script === 'Latin';
  const told = latin ? withoutNames(text) : text;
  const words = told.match(/[\p{L}\p{M}]+/gu) ?? [];
  const scores = new Map(latin ? latinScores(told) : otherScores(told, writing.languages));
  for (const [language, much] of scores)
    scores.set(language, much / Math.sqrt(Math.max(1, words.length)) - (SELDOM[language] ?? 0));
  if (ngrams && words.length > 0) {
    const said = ngrams(told);
    const counts = NGRAMS * Math.min(1, words.join('').length / NGRAM_LETTERS);
    const best = Math.max(0, ...[...scores.keys()].map((language) => said.get(language) ?? 0));
    for (const [language, much] of scores)
      scores.set(language, much - counts * (best - (said.get(language) ?? 0)));
  }
  const expected = new Map(scores);
  own.forEach((language, index) => {
    const listed = LISTED_AS[language] ?? language;
    const much = expected.get(listed);
    if (much !== undefined)
      expected.set(listed, much + (ngrams ? EXPECTED.ngrams : EXPECTED.words) / (index + 1));
  });
  const [language = only ?? 'en', ...others] = ranked(expected).map(([each]) => each);
  return { language, sure: isSure(scores, language), others: others.slice(0, 3) };
}

/** Whether the text alone, whoever asks, speaks for the language and for no other. */
function isSure(scores: Scores, language: string): boolean {
  const [[best, top] = ['', 0], [, next] = ['', -Infinity]] = ranked(scores);
  return best === language && top >= FLOOR && top - next >= AHEAD;
}

/** Best first; of equals the one that more people write, which stands first. */
function ranked(scores: Scores): [string, number][] {
  return [...scores].sort((a, b) => b[1] - a[1]);
}
