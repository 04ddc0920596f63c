import { isLanguageTag, primaryLanguage } from '@shortfactory/core';

/** Abbreviations that end in a stop and are followed by more of their sentence. Lower case, without the last stop. */
const ABBREVIATIONS = new Set(
  `e.g i.e cf etc vs dr mr mrs ms prof st sr jr no nos vol fig approx ca mt gen sen rep gov capt lt sgt rev hon inc ltd co
   corp dept est u.s u.k a.m p.m p.s jan feb mar apr jun jul aug sep sept oct nov dec
   z.b d.h u.a usw bzw nr hr fr str vgl evtl ggf max min mio mrd s.o o.ä z.t
   p.ej ej sra dra srta ud uds pág núm aprox ee.uu
   m mm mme mlle env p.ex ex av`.split(/\s+/u),
);

const TERMINAL = /[.!?…。！？؟।॥｡۔‽]["'”’»)\]」』）】]*$/u;

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
 * where a stop ends an abbreviation, an initial or a German ordinal, and where a line was only wrapped.
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
  const last = /(\S+)\.$/u.exec(said)?.[1]?.replace(/^["'“‘«„(\[]+/u, '') ?? '';
  if (ABBREVIATIONS.has(last.toLowerCase()) && last.toLowerCase() !== 'etc') return true;
  if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(last) && last !== 'I') return true;
  return primaryLanguage(language) === 'de' && /^\d{1,2}$/u.test(last) && /^\p{Lu}/u.test(following);
}

/** A line far shorter than a page's width was ended on purpose; a long one was wrapped by an editor. */
function isShortLine(segment: string): boolean {
  const line = segment.slice(segment.trimEnd().lastIndexOf('\n') + 1).trim();
  return segment.endsWith('\n') && line.length < 50;
}
