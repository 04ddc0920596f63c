import { OFFLINE_LANGUAGES } from '@shortfactory/core';
import type { OfflineLanguage } from '@shortfactory/core';
import { detectByWords } from '@shortfactory/text';
import { asksFor } from '../match.ts';
import { AR } from './ar.ts';
import { DE } from './de.ts';
import { ANIMALS } from './en-animals.ts';
import { BODY } from './en-body.ts';
import { EARTH } from './en-earth.ts';
import { FOOD } from './en-food.ts';
import { HISTORY } from './en-history.ts';
import { MACHINES } from './en-machines.ts';
import { SPACE } from './en-space.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { HI } from './hi.ts';
import type { Beat, HandbookTopic, HandbookTranslation } from './types.ts';
import { ZH } from './zh.ts';

/** Every topic that the offline writer knows, in English. */
export const HANDBOOK: readonly HandbookTopic[] = [
  ...EARTH,
  ...SPACE,
  ...ANIMALS,
  ...BODY,
  ...FOOD,
  ...HISTORY,
  ...MACHINES,
];

/** Those that it also knows in other languages. */
export const TRANSLATIONS: Readonly<Record<Exclude<OfflineLanguage, 'en'>, readonly HandbookTranslation[]>> =
  {
    es: ES,
    de: DE,
    fr: FR,
    hi: HI,
    ar: AR,
    zh: ZH,
  };

/** A topic as it is told in one language. */
export interface Entry {
  readonly title: string;
  readonly summary: string;
  readonly core?: readonly number[];
  readonly beats: readonly Beat[];
}

/** What the handbook tells in `language` for a topic asked in any of its languages; undefined when it knows nothing. */
export function findEntry(topic: string, language: OfflineLanguage): Entry | undefined {
  const known = HANDBOOK.find(
    (entry) => asksFor(topic, entry) || translationsOf(entry.id).some(([, each]) => asksFor(topic, each)),
  );
  if (!known) return undefined;
  if (language === 'en') return known;
  const translation = TRANSLATIONS[language].find(({ id }) => id === known.id);
  if (!translation) return undefined;
  const beats = translation.narrations.map((narration, index): Beat => [
    narration,
    known.beats[index]?.[1] ?? narration,
  ]);
  return { ...known, title: translation.title, summary: translation.summary, beats };
}

/**
 * The language whose keywords a topic uses, for topics too short to tell otherwise ("Kaffee"); where several share a
 * word ("café"), the one that the topic's other words speak for, else the first. Undefined for a topic not known.
 */
export function languageAsked(topic: string): OfflineLanguage | undefined {
  const asked = new Set<OfflineLanguage>();
  for (const entry of HANDBOOK) {
    if (asksFor(topic, entry)) asked.add('en');
    for (const [language, each] of translationsOf(entry.id)) if (asksFor(topic, each)) asked.add(language);
  }
  const heard = detectByWords(topic).language;
  return [...asked].find((language) => language === heard) ?? [...asked][0];
}

function translationsOf(id: string): [OfflineLanguage, HandbookTranslation][] {
  return OFFLINE_LANGUAGES.flatMap((language): [OfflineLanguage, HandbookTranslation][] => {
    const found = language === 'en' ? undefined : TRANSLATIONS[language].find((each) => each.id === id);
    return found ? [[language, found]] : [];
  });
}
