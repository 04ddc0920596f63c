import { isLanguageTag, primaryLanguage } from '@shortfactory/core';
import { opensSentence } from '../phrases/function-words.ts';
import { endsInsideAbbreviation, followersOf } from '../phrases/stopped-abbreviations.ts';

const TERMINAL = /[.!?…。！？؟।॥｡۔‽]["'”’»)\]」』）】]*$/u;

/** Languages that write "the 3rd" as "3." */
const ORDINALS_WITH_STOP = [
  'de',
  'da',
  'nb',
  'nn',
  'no',
  'fi',
  'cs',
  'sk',
  'pl',
  'hu',
  'hr',
  'sr',
  'sl',
  'et',
  'lv',
  'tr',
];

/** True when a text ends the way a sentence does. */
export function endsSentence(text: string): boolean {
  return TERMINAL.test(text.trimEnd());
}

/** The sign that closes a sentence in a language. */
export function fullStop(language: string): string {
  const primary = primaryLanguage(language);
  if (primary === 'zh' || primary === 'ja') return '。';
  return primary === 'hi' ? '।' : '.';
}

/**
 * UTF-16 offsets at which the sentences of a text end (the last is its length). Intl.Segmenter's sentences, joined again
 * where a stop belongs to an abbreviation, an initial or an ordinal, and where a line was only wrapped.
 */
export function sentenceEnds(text: string, language: string): number[] {
  const segmenter = new Intl.Segmenter(isLanguageTag(language) ? language : 'en', {
    granularity: 'sentence',
  });
  const ends: number[] = [];
  for (const { index, segment } of segmenter.segment(text)) {
    const end = index + segment.length;
    if (end < text.length && continues(segment, text.slice(end, end + 80), language)) continue;
    ends.push(end);
  }
  return ends;
}

function continues(segment: string, next: string, language: string): boolean {
  const said = segment.trimEnd();
  const following = next.trimStart();
  // An opening bracket or dash after the stop does not prove a new sentence; a small letter is proof against one.
  if (/^["'“‘«„(\[—–-]*\p{Ll}/u.test(following) && !/[!?…。！？؟।]["'”’»)]*$/u.test(said)) return true;
  if (!endsSentence(said)) return !isShortLine(segment);
  return stopContinues(said, following, language);
}

/** True when the stop that a text ends with is that of an abbreviation, and `following` goes on with its sentence. */
export function stopContinues(said: string, following: string, language: string): boolean {
  const next = /^\S+/u.exec(following)?.[0] ?? '';
  const opens = opensSentence(next, language);
  for (const ending of lastParts(said)) {
    if (endsInsideAbbreviation(ending, following, language)) return true;
    const followers = followersOf(ending, language);
    if (!followers || next === '') continue;
    if (followers.has('anything')) return !opens;
    if (followers.has('name') || followers.has('more')) return true;
    return NUMBER.test(next) && !opens;
  }
  const last = lastParts(said)[0]?.slice(0, -1) ?? '';
  if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(last) && last !== 'I') return !opens;
  const ordinal = ORDINALS_WITH_STOP.includes(primaryLanguage(language)) && /^\d{1,2}$/u.test(last);
  return ordinal && /^\p{Lu}/u.test(next) && !opens;
}

const NUMBER = /^[(\[#]?(?:\p{N}|[IVXLC]+(?!\p{L})|[A-Z](?!\p{L}))/u;

/** The last one to four words of a text as far as all end in a stop, the shortest first: "B.", "z. B.". */
function lastParts(said: string): string[] {
  const parts = said.slice(-40).split(/\s+/u).slice(-4).reverse();
  const opening = /^["'“‘«„(\[]+/u;
  const endings: string[] = [];
  for (const part of parts) {
    if (!/[^.]\.$/u.test(part)) break;
    endings.push(`${part.replace(opening, '')} ${endings.at(-1) ?? ''}`.trimEnd());
  }
  return endings;
}

/** A line far shorter than a page's width was ended on purpose; a long one was wrapped by an editor. */
function isShortLine(segment: string): boolean {
  const line = segment.slice(segment.trimEnd().lastIndexOf('\n') + 1).trim();
  return segment.endsWith('\n') && line.length < 50;
}
