import { primaryLanguage, splitWords } from '../../../domain/language.ts';

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
/** One picture stands about so long. */
const SCENE_SECONDS = 5;

export interface Length {
  /** Words, or characters of a language that writes none. */
  readonly count: number;
  /** "75 words", "120 characters". */
  readonly text: string;
  readonly scenes: number;
}

/** How much text fills a short of that length in a language. */
export function lengthFor(seconds: number, language: string): Length {
  const primary = primaryLanguage(language);
  const count = Math.round(seconds * (A_SECOND[primary] ?? OTHERS_A_SECOND));
  const unit = BY_CHARACTER.has(primary) ? 'characters' : 'words';
  return { count, text: `${count} ${unit}`, scenes: Math.max(2, Math.round(seconds / SCENE_SECONDS)) };
}

/** How much text there is, in the same unit. */
export function lengthOf(narrations: readonly string[], language: string): number {
  const text = narrations.join(' ');
  return BY_CHARACTER.has(primaryLanguage(language))
    ? (text.match(/[\p{L}\p{N}]/gu) ?? []).length
    : splitWords(text, language).length;
}
