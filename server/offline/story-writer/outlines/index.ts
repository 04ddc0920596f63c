import type { OfflineLanguage } from '@shortfactory/core';
import { AR } from './ar.ts';
import { DE } from './de.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { HI } from './hi.ts';
import { ZH } from './zh.ts';
import type { OutlineText } from './types.ts';

/** The frames of each offline language. */
export const OUTLINES: Readonly<Record<OfflineLanguage, OutlineText>> = {
  en: EN,
  es: ES,
  de: DE,
  fr: FR,
  hi: HI,
  ar: AR,
  zh: ZH,
};
