import * as asia from './asia/index.ts';
import * as europe from './europe/index.ts';
import type { ScriptWords } from './script-words.ts';

const LANGUAGES: readonly ScriptWords[] = [...Object.values(europe), ...Object.values(asia)];

/** All languages' entries of one list, each in the form in which `keyOf` gives a label. */
export function wordsOf(list: keyof ScriptWords): ReadonlySet<string> {
  return new Set(entries(list).map(keyOf));
}

/** All languages' entries of one list as they are written, longest first. */
export function phrasesOf(list: keyof ScriptWords): readonly string[] {
  return [...new Set(entries(list))].sort((a, b) => b.length - a.length);
}

function entries(list: keyof ScriptWords): string[] {
  return LANGUAGES.flatMap((words) => words[list].split(/\s*,\s+/u))
    .map((entry) => entry.replace(/\s+/gu, ' ').trim())
    .filter((entry) => entry !== '');
}

/** A label in the form in which it is looked up: without case, marks, stops, and what parts its words. */
export function keyOf(label: string): string {
  return (
    label
      .normalize('NFKC')
      .toLowerCase()
      // The dot that a Turkish İ leaves in lower case.
      .replaceAll('\u0307', '')
      .replace(/[\p{P}\p{S}\p{Cf}\s]+/gu, '')
  );
}
