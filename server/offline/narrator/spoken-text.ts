import { primaryLanguage } from '@shortfactory/core';
import { COMPARISON_NAMES, SIGN_NAMES } from './sign-names.ts';

/** A text as espeak-ng gets it, and for each of its code points the UTF-16 offset in the original that it stands for. */
export interface SpokenText {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** A piece of the original that is said in other words: an emoji that the language has no name for. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly spoken: string;
}

/**
 * Not said at all: what espeak-ng would take for SSML (`<`), phonemes (`[[`), commands (control characters) or read
 * out as "asterisk", though it is markup or typography. Spaces keep the words on both sides apart.
 */
const SILENT = /[\p{Cc}\p{Cs}<>[\]{}\\|^~`*_]/u;
/** Invisible marks that would split a word or a number in two; the joiners (ZWJ, ZWNJ) are letters' business and stay. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u;
/** "$5" is said "5 dollars". */
const PRICE = /([$€£¥₹])(\s?)(\p{N}(?:[\p{N}.,]*\p{N})?)/gu;
/** "3 < 5", but not "<b>". */
const COMPARISON = /(?<=\p{N}\s*)[<>](?=\s*\p{N})|(?<=\s)[<>](?=\s)/gu;

/** What espeak-ng is given to say: nothing in it works as markup, and every part of it leads back to the original. */
export function spokenText(
  original: string,
  language: string,
  replacements: readonly Replacement[] = [],
): SpokenText {
  const names = SIGN_NAMES[primaryLanguage(language)] ?? {};
  const all = [...replacements, ...prices(original, names), ...comparisons(original, language)].sort(
    (a, b) => a.start - b.start,
  );
  let text = '';
  const offsets: number[] = [];
  const say = (spoken: string, offset: number): void => {
    text += spoken;
    for (const _ of spoken) offsets.push(offset);
  };
  for (let at = 0; at < original.length;) {
    const replacement = all.find((candidate) => candidate.start === at);
    if (replacement) {
      say(` ${replacement.spoken} `, at);
      at = replacement.end;
      continue;
    }
    const char = String.fromCodePoint(original.codePointAt(at) ?? 0);
    const name = names[char];
    if (name !== undefined) say(` ${name} `, at);
    else if (SILENT.test(char)) say(' ', at);
    // Followed by a space it cannot begin an entity such as `&lt;`.
    else if (char === '&') say('& ', at);
    else if (!INVISIBLE.test(char)) say(char, at);
    at += char.length;
  }
  return { text, offsets };
}

function prices(text: string, names: Readonly<Record<string, string>>): Replacement[] {
  return [...text.matchAll(PRICE)].map((match) => {
    const [whole, sign = '', , amount = ''] = match;
    return {
      start: match.index,
      end: match.index + whole.length,
      spoken: `${amount} ${names[sign] ?? sign}`,
    };
  });
}

function comparisons(text: string, language: string): Replacement[] {
  const names = COMPARISON_NAMES[primaryLanguage(language)] ?? {};
  return [...text.matchAll(COMPARISON)].flatMap((match) => {
    const spoken = names[match[0]];
    return spoken === undefined ? [] : [{ start: match.index, end: match.index + 1, spoken }];
  });
}
