import { cldrNames } from './cldr.ts';

/** A language with fewer names than this is not translated yet. */
const FEWEST = 300;

/** A language's line of names.jsonl: `["it",{"gatto":"cat",…}]`; undefined for a language with too few names. English has tables. */
export function namesLine(language: string): string | undefined {
  const names = language === 'en' ? new Map<string, string>() : cldrNames(language);
  if (names.size < FEWEST) return undefined;
  return JSON.stringify([language, Object.fromEntries([...names].sort(([a], [b]) => (a < b ? -1 : 1)))]);
}
