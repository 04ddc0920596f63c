import { isLanguageTag, primaryLanguage } from '@shortfactory/core';
import { PHRASES, type Phrases } from './data/phrases.ts';

/** What reading needs to know of a language. */
export interface Speaker {
  /** A tag that Intl takes, Latin digits and the Gregorian calendar included. */
  readonly tag: string;
  /** "de", "zh": what the tables are kept by. */
  readonly language: string;
  readonly decimal: string;
  readonly group: string;
  readonly phrases: Phrases | undefined;
  /** Whether words stand without spaces between them. */
  readonly unspaced: boolean;
  /** Whether letters stand right beside numbers. */
  readonly dense: boolean;
}

const SAME: Readonly<Record<string, string>> = {
  no: 'nb',
  nn: 'nb',
  bs: 'hr',
  iw: 'he',
  in: 'id',
  cmn: 'zh',
};
const UNSPACED = new Set(['zh', 'yue', 'ja']);
const DENSE = new Set([...UNSPACED, 'ko', 'th', 'my', 'lo', 'km']);
const kept = new Map<string, Speaker>();

/** The speaker of a language by its BCP 47 tag; of English for what is none. */
export function speakerOf(language: string): Speaker {
  const known = kept.get(language);
  if (known) return known;
  const valid = isLanguageTag(language) ? language : 'en';
  const primary = primaryLanguage(valid);
  const tag = new Intl.Locale(valid, { numberingSystem: 'latn', calendar: 'gregory' }).toString();
  const parts = new Intl.NumberFormat(tag, { minimumFractionDigits: 1 }).formatToParts(1234567.5);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const name = SAME[primary] ?? primary;
  const speaker: Speaker = {
    tag,
    language: name,
    decimal: part('decimal') === ',' ? ',' : '.',
    group: /\s/u.test(part('group')) ? ' ' : part('group'),
    phrases: PHRASES.get(name),
    unspaced: UNSPACED.has(name),
    dense: DENSE.has(name),
  };
  if (kept.size > 200) kept.clear();
  kept.set(language, speaker);
  return speaker;
}

/** Two pieces side by side, with a space where the language writes one. */
export function beside(speaker: Speaker, ...pieces: readonly string[]): string {
  return pieces.filter((piece) => piece !== '').join(speaker.unspaced ? '' : ' ');
}
