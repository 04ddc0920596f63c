import { primaryLanguage } from '@shortfactory/core';
import { abbreviationsOf } from '../abbreviations/abbreviations.ts';
import type { Abbreviation } from '../abbreviations/abbreviations.ts';

type Follower = Abbreviation['followedBy'];

/** In use beyond the language that made them. */
const EVERYWHERE: Readonly<Record<string, Follower>> = {
  'Mr.': 'name',
  'Mrs.': 'name',
  'Dr.': 'name',
  'Prof.': 'name',
  'e.g.': 'more',
  'i.e.': 'more',
  'vs.': 'more',
  'Inc.': 'anything',
  'Ltd.': 'anything',
  'U.S.': 'anything',
};

/** The abbreviations of a language that end in a stop, without their spaces. */
interface Stopped {
  readonly followers: ReadonlyMap<string, ReadonlySet<Follower>>;
  /** Those that are written in parts, such as "z. B.". */
  readonly inParts: readonly string[];
}

const tables = new Map<string, Stopped>();

function stoppedOf(language: string): Stopped {
  const primary = primaryLanguage(language);
  const known = tables.get(primary);
  if (known) return known;
  const followers = new Map<string, Set<Follower>>();
  const inParts: string[] = [];
  const add = (written: string, follower: Follower): void => {
    if (!written.endsWith('.')) return;
    const key = withoutSpaces(written);
    followers.set(key, (followers.get(key) ?? new Set()).add(follower));
    // Lower case where a number follows in any case: "no. 5". Else it would be a word that ends its sentence.
    if (follower === 'number') followers.set(key.toLowerCase(), new Set([follower]));
    if (key !== written) inParts.push(key);
  };
  for (const { written, followedBy } of abbreviationsOf(primary)) add(written, followedBy);
  for (const [written, follower] of Object.entries(EVERYWHERE))
    if (!followers.has(written)) add(written, follower);
  const stopped = { followers, inParts };
  tables.set(primary, stopped);
  return stopped;
}

/** What may follow a word that ends in a stop, or undefined when it is no abbreviation of the language. */
export function followersOf(word: string, language: string): ReadonlySet<Follower> | undefined {
  const { followers } = stoppedOf(language);
  const key = withoutSpaces(word);
  const [first, rest] = [key.charAt(0), key.slice(1)];
  const found = followers.get(key) ?? followers.get(first.toLowerCase() + rest);
  if (found || primaryLanguage(language) === 'en') return found;
  // Titles have no capital in many languages; in English "rep." and "col." are other words.
  const title = followers.get(first.toUpperCase() + rest);
  return title?.has('name') ? title : undefined;
}

/** True when a text that ends in a stop ends inside an abbreviation of several parts: "z." before "B.". */
export function endsInsideAbbreviation(parts: string, following: string, language: string): boolean {
  const { inParts } = stoppedOf(language);
  const [begun, all] = [withoutSpaces(parts), withoutSpaces(parts + following)];
  return inParts.some((key) => key.length > begun.length && key.startsWith(begun) && all.startsWith(key));
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/gu, '');
}
