import { readFileSync } from 'node:fs';
import { primaryLanguage } from '@shortfactory/core';

/**
 * What emoji are called, by Unicode's CLDR: a line with the emoji, then a line of names for each language. Written by
 * `npm run emoji -w @shortfactory/text`.
 */
export const EMOJI_NAMES_FILE = new URL('./emoji-names.jsonl', import.meta.url);

/** Tags of languages that CLDR lists under another. */
const LISTED_AS: Readonly<Record<string, string>> = { tl: 'fil', nb: 'no', nn: 'no' };
const FAMILY = '👪';

/** An emoji's name in a language; undefined where it has none. */
export type EmojiName = (emoji: string) => string | undefined;

let lines: readonly string[] | undefined;

/** Names of emoji as a listener of the language expects them: of flags the country's, of skin tones none. */
export function emojiNamesIn(language: string): EmojiName {
  lines ??= readFileSync(EMOJI_NAMES_FILE, 'utf8').split('\n');
  const primary = primaryLanguage(language);
  const listed = LISTED_AS[primary] ?? primary;
  const line = lines.find((each) => each.startsWith(`["${listed}",`));
  const emoji = JSON.parse(lines[0] ?? '[]') as string[];
  const [, names = []] = line === undefined ? [] : (JSON.parse(line) as [string, string[]]);
  const nameOf = new Map(emoji.map((each, index) => [each, names[index] ?? '']));
  const regions = new Intl.DisplayNames(language, { type: 'region' });
  return (written) => {
    const plain = written.replace(/[\ufe0f\u{1f3fb}-\u{1f3ff}]/gu, '');
    const flag = /^\p{Regional_Indicator}{2}$/u.test(plain) ? countryOf(plain) : undefined;
    if (flag !== undefined) return regions.of(flag);
    const parts = plain.split('\u200d');
    const name = nameOf.get(plain) ?? nameOf.get(parts.length > 2 ? FAMILY : (parts[0] ?? ''));
    return name === '' ? undefined : name;
  };
}

/** Two regional indicators are the letters of a country's code. */
function countryOf(flag: string): string {
  return [...flag].map((letter) => String.fromCharCode((letter.codePointAt(0) ?? 0) - 0x1f1e6 + 65)).join('');
}
