import { readFileSync } from 'node:fs';

/**
 * What the icons are called in more than a hundred languages, by Unicode's CLDR: a line of JSON for each. Written by `npm run
 * names -w @shortfactory/offline`.
 */
export const NAMES_FILE = new URL('./names.jsonl', import.meta.url);

let lines: readonly string[] | undefined;

/** Word or phrase → motif in a language, of which only its own line is parsed; empty for a language without a line. */
export function namesOf(language: string): ReadonlyMap<string, string> {
  lines ??= readFileSync(NAMES_FILE, 'utf8').split('\n');
  const line = lines.find((each) => each.startsWith(`["${language}",`));
  const [, names] = line === undefined ? [] : (JSON.parse(line) as [string, Record<string, string>]);
  return new Map(Object.entries(names ?? {}));
}
