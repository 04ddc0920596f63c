import { primaryLanguage } from '@shortfactory/core';
import { detectByWords, detectLanguage } from '@shortfactory/text';
import { DETERMINERS } from '../words/blocked.ts';
import { tokens } from './text.ts';
import { findMotifs } from './lexicon.ts';
import { tag } from './tagged.ts';

const ENGLISH_MARKS = new Set([...DETERMINERS, 'in', 'on', 'is', 'are', 'and', 'to', 'at', 'from']);

/** The language of a visual. A few words without an article can be of any Latin language: then the one whose nouns they are. */
export async function languageOf(text: string): Promise<string> {
  const heard = await detectLanguage(text);
  // N-grams take a short Russian text for Bulgarian.
  const { language } = heard.sure || !/\p{Script=Cyrillic}/u.test(text) ? heard : detectByWords(text);
  const detected = primaryLanguage(language);
  const words = tokens(text);
  if (heard.sure) return detected;
  if (detected !== 'en' || words.length > 6 || words.some((word) => ENGLISH_MARKS.has(word))) return detected;
  if (findMotifs(await tag(text, 'en'), text, 'en').length > 0) return detected;
  for (const language of ['es', 'de', 'fr']) {
    if (findMotifs(await tag(text, language), text, language).length > 0) return language;
  }
  return detected;
}
