import { primaryLanguage } from '@shortfactory/core';
import { sceneSeconds, spokenSeconds } from '@shortfactory/text';

/** How many words a calm narrator speaks in a second; of Chinese and Japanese, characters. */
const A_SECOND: Readonly<Record<string, number>> = {
  ar: 1.9,
  de: 2.1,
  en: 2.5,
  es: 2.5,
  fr: 2.6,
  hi: 2.5,
  ja: 6,
  pt: 2.4,
  ru: 2,
  zh: 4,
};
const OTHERS_A_SECOND = 2.2;
const BY_CHARACTER = new Set(['ja', 'zh']);
/** One picture is shown for about this long. */
const SCENE_SECONDS = 5;

export interface Length {
  /** "75 words", "120 characters". */
  readonly text: string;
  readonly scenes: number;
}

/** How much text fills a short of that length in a language, the breaths between its scenes left out. */
export function lengthFor(seconds: number, language: string): Length {
  const scenes = Math.max(2, Math.round(seconds / SCENE_SECONDS));
  const breaths = sceneSeconds(Array.from({ length: scenes }, () => 0)).reduce((sum, each) => sum + each, 0);
  return { text: wordsIn(seconds - breaths, language), scenes };
}

/** About what is said in so many seconds, without breaths: "75 words", "120 characters". */
export function wordsIn(seconds: number, language: string): string {
  const primary = primaryLanguage(language);
  const count = Math.max(1, Math.round(seconds * (A_SECOND[primary] ?? OTHERS_A_SECOND)));
  return `${count} ${BY_CHARACTER.has(primary) ? 'characters' : 'words'}`;
}

/** How long a short of these narrations lasts, about. */
export function secondsOf(narrations: readonly string[], language: string): number {
  const spoken = narrations.map((narration) => spokenSeconds(narration, language));
  return sceneSeconds(spoken).reduce((sum, each) => sum + each, 0);
}
