import type { OfflineLanguage } from '../../../../../domain/language.ts';
import { EN } from './en.ts';
import type { OutlineText } from './types.ts';

/** The frames of each offline language. */
export const OUTLINES: Readonly<Record<OfflineLanguage, OutlineText>> = {
  en: EN,
  es: EN,
  de: EN,
  fr: EN,
  hi: EN,
  ar: EN,
  zh: EN,
};
