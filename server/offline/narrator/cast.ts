import type { Voice } from '@shortfactory/core';

/** A voice and how espeak-ng makes it. */
export interface CastVoice extends Voice {
  /** espeak-ng's voice file, and the variant that changes the speaker. */
  readonly espeak: string;
  /** espeak-ng's words a minute; the numbers differ by language because its words do. */
  readonly rate: number;
  /** Height and liveliness of the melody, 0 to 99, 50 is the variant's own. */
  readonly pitch: number;
  readonly range: number;
}

/**
 * Rates are measured: what a calm narrator reaches in each language, and equal for its two voices within 3 %, so that a
 * script is as long with either voice (the story writer's pace counts on it). Annie and Michael are the variants with
 * the liveliest melody and without echo; Annie is lowered to about 200 Hz.
 */
const NAMED: readonly CastVoice[] = [
  woman('nora', 'Nora, warm', ['en-GB', 'en'], 'gmw/en-GB-x-rp', 138),
  man('gus', 'Gus, calm', ['en-US', 'en'], 'gmw/en-US', 138),
  woman('lucia', 'Lucía, warm', ['es-ES', 'es'], 'roa/es', 140),
  man('mateo', 'Mateo, calm', ['es-MX', 'es-419', 'es'], 'roa/es-419', 156),
  woman('greta', 'Greta, warm', ['de-DE', 'de'], 'gmw/de', 145),
  man('jonas', 'Jonas, calm', ['de-DE', 'de'], 'gmw/de', 145),
  woman('chloe', 'Chloé, warm', ['fr-FR', 'fr'], 'roa/fr', 125),
  man('luc', 'Luc, calm', ['fr-FR', 'fr'], 'roa/fr', 125),
  woman('asha', 'Asha, warm', ['hi-IN', 'hi'], 'inc/hi', 150),
  man('rohan', 'Rohan, calm', ['hi-IN', 'hi'], 'inc/hi', 150),
  woman('layla', 'Layla, warm', ['ar'], 'sem/ar', 165),
  man('omar', 'Omar, calm', ['ar'], 'sem/ar', 165),
  woman('mei', 'Mei, warm', ['zh-CN', 'zh'], 'sit/cmn', 185),
  man('wei', 'Wei, calm', ['zh-CN', 'zh'], 'sit/cmn', 185),
  woman('ines', 'Inês, warm', ['pt-BR', 'pt'], 'roa/pt-BR', 130),
  man('rui', 'Rui, calm', ['pt-PT', 'pt'], 'roa/pt', 130),
  woman('chiara', 'Chiara, warm', ['it-IT', 'it'], 'roa/it', 135),
  woman('vera', 'Vera, warm', ['ru-RU', 'ru'], 'zle/ru', 150),
];

/**
 * Every other language that espeak-ng speaks well enough to be followed. Japanese is missing on purpose: it reads
 * each kanji as "Chinese letter".
 */
const OTHERS: Readonly<Record<string, string>> = {
  af: 'gmw/af',
  am: 'sem/am',
  az: 'trk/az',
  be: 'zle/be',
  bg: 'zls/bg',
  bn: 'inc/bn',
  bs: 'zls/bs',
  ca: 'roa/ca',
  cs: 'zlw/cs',
  cy: 'cel/cy',
  da: 'gmq/da',
  el: 'grk/el',
  eo: 'art/eo',
  et: 'urj/et',
  eu: 'eu',
  fa: 'ira/fa',
  fi: 'urj/fi',
  ga: 'cel/ga',
  gu: 'inc/gu',
  he: 'sem/he',
  hr: 'zls/hr',
  hu: 'urj/hu',
  hy: 'ine/hy',
  id: 'poz/id',
  is: 'gmq/is',
  ka: 'ccs/ka',
  kk: 'trk/kk',
  kn: 'dra/kn',
  ko: 'ko',
  ky: 'trk/ky',
  lt: 'bat/lt',
  lv: 'bat/lv',
  mk: 'zls/mk',
  ml: 'dra/ml',
  mr: 'inc/mr',
  ms: 'poz/ms',
  mt: 'sem/mt',
  my: 'sit/my',
  nb: 'gmq/nb',
  ne: 'inc/ne',
  nl: 'gmw/nl',
  pa: 'inc/pa',
  pl: 'zlw/pl',
  ro: 'roa/ro',
  si: 'inc/si',
  sk: 'zlw/sk',
  sl: 'zls/sl',
  sq: 'ine/sq',
  sr: 'zls/sr',
  sv: 'gmq/sv',
  sw: 'bnt/sw',
  ta: 'dra/ta',
  te: 'dra/te',
  th: 'tai/th',
  tr: 'trk/tr',
  uk: 'zle/uk',
  ur: 'inc/ur',
  uz: 'trk/uz',
  vi: 'aav/vi',
  yue: 'sit/yue',
};

const ENGLISH_NAMES = new Intl.DisplayNames('en', { type: 'language' });
/** Named voices first: the first that fits a language is its default. */
export const CAST: readonly CastVoice[] = [...NAMED, ...Object.entries(OTHERS).map(unnamed)];

function woman(
  id: string,
  label: string,
  languages: readonly string[],
  espeak: string,
  rate: number,
): CastVoice {
  return { id, label, languages, espeak: `${espeak}+Annie`, rate, pitch: 20, range: 50 };
}

function man(
  id: string,
  label: string,
  languages: readonly string[],
  espeak: string,
  rate: number,
): CastVoice {
  return { id, label, languages, espeak: `${espeak}+Michael`, rate, pitch: 50, range: 55 };
}

function unnamed([language, espeak]: readonly [string, string]): CastVoice {
  const name = ENGLISH_NAMES.of(language) ?? language;
  return woman(`auto-${language}`, `${name} voice`, [language], espeak, 145);
}
