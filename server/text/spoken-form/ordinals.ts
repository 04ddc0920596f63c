import { toOrdinal as cs } from 'n2words/cs-CZ';
import { toOrdinal as da } from 'n2words/da-DK';
import { toOrdinal as de } from 'n2words/de-DE';
import { toOrdinal as el } from 'n2words/el-GR';
import { toOrdinal as en } from 'n2words/en-US';
import { toOrdinal as es } from 'n2words/es-ES';
import { toOrdinal as fi } from 'n2words/fi-FI';
import { toOrdinal as fr } from 'n2words/fr-FR';
import { toOrdinal as hi } from 'n2words/hi-IN';
import { toOrdinal as hr } from 'n2words/hr-HR';
import { toOrdinal as hu } from 'n2words/hu-HU';
import { toOrdinal as id } from 'n2words/id-ID';
import { toOrdinal as it } from 'n2words/it-IT';
import { toOrdinal as nb } from 'n2words/nb-NO';
import { toOrdinal as nl } from 'n2words/nl-NL';
import { toOrdinal as pl } from 'n2words/pl-PL';
import { toOrdinal as pt } from 'n2words/pt-PT';
import { toOrdinal as ro } from 'n2words/ro-RO';
import { toOrdinal as ru } from 'n2words/ru-RU';
import { toOrdinal as sr } from 'n2words/sr-Cyrl-RS';
import { toOrdinal as sv } from 'n2words/sv-SE';
import { toOrdinal as tr } from 'n2words/tr-TR';
import { toOrdinal as uk } from 'n2words/uk-UA';

type Words = (value: number) => string;

/** What the library gets right, and up to which number; beyond it a voice reads the digits. */
const LIBRARY: Readonly<Record<string, readonly [Words, most: number]>> = {
  cs: [cs, 31],
  da: [da, 31],
  de: [de, 999],
  el: [el, 39],
  en: [en, 999],
  es: [es, 10],
  fi: [fi, 99],
  fr: [fr, 999],
  hi: [hi, 99],
  hr: [hr, 99],
  hu: [hu, 99],
  id: [id, 99],
  it: [it, 999],
  nb: [nb, 19],
  nl: [nl, 99],
  pl: [pl, 99],
  pt: [pt, 10],
  ro: [ro, 99],
  ru: [ru, 2099],
  sr: [sr, 99],
  sv: [sv, 19],
  tr: [tr, 99],
  uk: [uk, 2099],
};

/** What a form replaces the last letters with; the first pattern that fits counts. */
const BENT: Readonly<Record<string, Readonly<Record<string, readonly (readonly [RegExp, string])[]>>>> = {
  ru: {
    genitive: [
      [/ий$/u, 'ьего'],
      [/[ыо]й$/u, 'ого'],
    ],
    locative: [
      [/ий$/u, 'ьем'],
      [/[ыо]й$/u, 'ом'],
    ],
    dative: [
      [/ий$/u, 'ьему'],
      [/[ыо]й$/u, 'ому'],
    ],
    feminine: [
      [/ий$/u, 'ья'],
      [/[ыо]й$/u, 'ая'],
    ],
    neuter: [
      [/ий$/u, 'ье'],
      [/[ыо]й$/u, 'ое'],
    ],
    plural: [
      [/ий$/u, 'ьи'],
      [/[ыо]й$/u, 'ые'],
    ],
    ofMany: [
      [/ий$/u, 'ьих'],
      [/[ыо]й$/u, 'ых'],
    ],
  },
  uk: {
    genitive: [
      [/тій$/u, 'тього'],
      [/ий$/u, 'ого'],
    ],
    locative: [
      [/тій$/u, 'тьому'],
      [/ий$/u, 'ому'],
    ],
    dative: [
      [/тій$/u, 'тьому'],
      [/ий$/u, 'ому'],
    ],
    feminine: [
      [/тій$/u, 'тя'],
      [/ий$/u, 'а'],
    ],
    neuter: [
      [/тій$/u, 'тє'],
      [/ий$/u, 'е'],
    ],
    plural: [
      [/тій$/u, 'ті'],
      [/ий$/u, 'і'],
    ],
    ofMany: [
      [/тій$/u, 'тіх'],
      [/ий$/u, 'их'],
    ],
  },
  pl: {
    genitive: [
      [/y(?=\s|$)/gu, 'ego'],
      [/i(?=\s|$)/gu, 'iego'],
    ],
    locative: [
      [/y(?=\s|$)/gu, 'ym'],
      [/i(?=\s|$)/gu, 'im'],
    ],
    feminine: [
      [/y(?=\s|$)/gu, 'a'],
      [/gi(?=\s|$)/gu, 'ga'],
      [/ci(?=\s|$)/gu, 'cia'],
    ],
  },
  cs: {
    genitive: [
      [/první$/u, 'prvního'],
      [/třetí$/u, 'třetího'],
      [/ý(?=\s|$)/gu, 'ého'],
    ],
    locative: [
      [/první$/u, 'prvním'],
      [/třetí$/u, 'třetím'],
      [/ý(?=\s|$)/gu, 'ém'],
    ],
    feminine: [[/ý$/u, 'á']],
  },
  hr: {
    genitive: [
      [/ći$/u, 'ćeg'],
      [/i$/u, 'og'],
    ],
    feminine: [[/i$/u, 'a']],
  },
  sr: {
    genitive: [
      [/ћи$/u, 'ћег'],
      [/и$/u, 'ог'],
    ],
    feminine: [[/и$/u, 'а']],
  },
  fr: {
    feminine: [
      [/^premier$/u, 'première'],
      [/^second$/u, 'seconde'],
    ],
  },
  es: { feminine: [[/o$/u, 'a']], short: [[/^(prim|terc)ero$/u, '$1er']] },
  pt: { feminine: [[/o$/u, 'a']] },
  it: { feminine: [[/o$/u, 'a']] },
  el: {
    feminine: [
      [/ος(?=\s|$)/gu, 'η'],
      [/ός(?=\s|$)/gu, 'ή'],
    ],
    neuter: [
      [/ος(?=\s|$)/gu, 'ο'],
      [/ός(?=\s|$)/gu, 'ό'],
    ],
  },
  hi: {
    feminine: [
      [/वाँ$/u, 'वीं'],
      [/ा$/u, 'ी'],
    ],
    oblique: [
      [/वाँ$/u, 'वें'],
      [/ा$/u, 'े'],
    ],
  },
};

/**
 * A number as an ordinal in words. `form` is a pattern ("{0}r" for German "dritter") or the name of a form of the
 * language's own ('genitive'). Undefined where there is no such word: the number is read as it stands.
 */
export function ordinal(value: number, language: string, form = '{0}'): string | undefined {
  const [words, most] = LIBRARY[language] ?? [undefined, 0];
  if (!words || value < 1 || value > most || !Number.isInteger(value)) return undefined;
  // The library writes some Ukrainian words with a Latin "i".
  let said = words(value).replaceAll(/(?<=\p{Script=Cyrillic})i|i(?=\p{Script=Cyrillic})/gu, 'і');
  if (/^(?:ru|uk)$/u.test(language)) said = said.replace(/^одна /u, '');
  if (language === 'tr') said = said.replaceAll(/([iı])\1/gu, '$1');
  if (language === 'cs') said = said.replace('dvacet ', 'dvacátý ').replace('třicet ', 'třicátý ');
  if (form.includes('{0}')) return form.replace('{0}', said);
  const bent = BENT[language]?.[form];
  if (!bent) return undefined;
  for (const [ending, instead] of bent) {
    const next = said.replace(ending, instead);
    // Polish and Czech bend both words of "twenty-first", which may end differently.
    if (next !== said && !ending.global) return next;
    said = next;
  }
  return said;
}
