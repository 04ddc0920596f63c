import { isLanguageTag, primaryLanguage } from '@shortfactory/core';
import { GERMANIC } from './germanic.ts';
import { OTHERS } from './others.ts';
import { ROMANCE } from './romance.ts';
import { SLAVIC } from './slavic.ts';
import type { Table } from './table.ts';

/**
 * An abbreviation as it is written, with its stops and spaces ("z. B."), and how it is said. Its last stop can end a
 * sentence only when `followedBy` is 'anything', or when what follows is not what it asks for: "No. 5" goes on, "No. He
 * left" does not.
 */
export interface Abbreviation {
  readonly written: string;
  readonly spoken: string;
  readonly followedBy: 'name' | 'number' | 'more' | 'anything';
  /** True for one that counts only behind a number: "5 min.". */
  readonly afterNumber: boolean;
}

const TABLES: Readonly<Record<string, Table>> = { ...GERMANIC, ...ROMANCE, ...SLAVIC, ...OTHERS };
/** The same language under another tag. */
const SAME: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb', bs: 'hr', iw: 'he', in: 'id', sh: 'sr' };
const KINDS = ['name', 'number', 'more', 'anything', 'amount'] as const;

const kept = new Map<string, readonly Abbreviation[]>();

/**
 * The abbreviations of a language, titles first; those of months ("Jan.") are CLDR's. Empty for a language that has no
 * list.
 */
export function abbreviationsOf(language: string): readonly Abbreviation[] {
  const primary = SAME[primaryLanguage(language)] ?? primaryLanguage(language);
  const known = kept.get(primary);
  if (known) return known;
  const table = TABLES[primary] ?? {};
  const list = [...KINDS.flatMap((kind) => entries(table, kind)), ...months(primary)];
  kept.set(primary, list);
  return list;
}

function entries(table: Table, kind: (typeof KINDS)[number]): Abbreviation[] {
  return (table[kind] ?? '')
    .split('|')
    .map((entry) => entry.trim().split('='))
    .flatMap(([written = '', spoken = '']) => {
      const followedBy = kind === 'amount' ? 'anything' : kind;
      return written === '' ? [] : [{ written, spoken, followedBy, afterNumber: kind === 'amount' }];
    });
}

/** "Jan." and "janv." by their whole names; May and March of most languages are not abbreviated. */
function months(language: string): Abbreviation[] {
  if (!(language in TABLES) || !isLanguageTag(language)) return [];
  const named = (month: 'short' | 'long', at: number): string =>
    new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC', calendar: 'gregory' })
      .formatToParts(Date.UTC(2026, at, 5))
      .find(({ type }) => type === 'month')?.value ?? '';
  return [...Array(12).keys()].flatMap((at) => {
    const [short, spoken] = [named('short', at).replace(/\.$/u, ''), named('long', at)];
    if (!/^\p{Ll}{3,}$/iu.test(short) || short === spoken) return [];
    // English and German leave the stop out, too.
    const forms = /^(?:en|de)$/u.test(language) ? [`${short}.`, short] : [`${short}.`];
    return forms.map((written) => ({
      written,
      spoken,
      followedBy: 'number' as const,
      afterNumber: false,
    }));
  });
}
