import type { Speaker } from './speaker.ts';

/** A number as it stands in a text, with or without groups; digits are Latin ones by now. */
export const NUMBER = String.raw`(?:\d{1,2}(?:,\d\d)+,\d{3}(?!\d)|\d+(?:[.,'’ ]\d{3}(?!\d))*)(?:[.,]\d+)?`;
/** One number or a range of two. */
export const AMOUNT = String.raw`${NUMBER}(?:\s?[-–—~〜～]\s?${NUMBER})?`;

export interface Written {
  readonly value: number;
  /** As a voice reads it best: no groups, the language's decimal sign. */
  readonly plain: string;
}

/**
 * What a number is worth. A sign that stands once is the decimal one unless the language groups with it and three
 * digits follow: "1.250" is 1250 in German and 1.25 in English. Undefined for what is not one number ("5 100" where
 * no spaces group).
 */
export function numberOf(written: string, { decimal, group }: Speaker): Written | undefined {
  if (/\s/u.test(written) && group !== ' ') return undefined;
  const text = written.replaceAll(/[\s'’]/gu, '');
  const signs = text.match(/[.,]/gu) ?? [];
  const last = signs.at(-1) ?? '';
  const grouped = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/u.exec(text);
  const onlyGroups =
    signs.length > 1
      ? new Set(signs).size === 1
      : grouped !== null && last !== decimal && (last === group || group === ' ');
  const at = onlyGroups || last === '' ? text.length : text.lastIndexOf(last);
  const whole = text.slice(0, at).replaceAll(/[.,]/gu, '');
  const fraction = text.slice(at + 1);
  const value = Number(`${whole}.${fraction || '0'}`);
  if (!Number.isFinite(value)) return undefined;
  return { value, plain: fraction === '' ? whole : `${whole}${decimal}${fraction}` };
}

/** The last number of an amount, and how all of it is said: "5 to 10". */
export function amountOf(written: string, speaker: Speaker): Written | undefined {
  const [first = '', second] = written.split(/\s?[-–—~〜～]\s?/u);
  const from = numberOf(first, speaker);
  const to = second === undefined ? undefined : numberOf(second, speaker);
  if (!from) return undefined;
  if (second === undefined || !to) return second === undefined ? from : undefined;
  return { value: to.value, plain: rangeOf(from.plain, to.plain, speaker) };
}

/** "5 to 10"; without a word for it the two stand side by side, as people say them. */
export function rangeOf(from: string, to: string, { phrases, unspaced, language }: Speaker): string {
  const word = phrases?.to ?? '';
  if (word === '') return `${from}, ${to}`;
  if (language === 'ko') return `${from}${word} ${to}`;
  return unspaced ? `${from}${word}${to}` : `${from} ${word} ${to}`;
}

/**
 * A number with its noun by CLDR, in the right number and order, the number itself as `plain`. `name` cuts the noun
 * down first.
 */
export function withNoun(
  { value, plain }: Written,
  speaker: Speaker,
  options: Intl.NumberFormatOptions,
  name: (noun: string) => string = (noun) => noun,
): string {
  const format = new Intl.NumberFormat(speaker.tag, {
    maximumFractionDigits: 3,
    minimumFractionDigits: 0,
    ...options,
  });
  let said = '';
  let number = false;
  for (const { type, value: part } of format.formatToParts(value)) {
    if (['integer', 'group', 'decimal', 'fraction'].includes(type)) {
      if (!number) said += plain;
      number = true;
    } else if (type === 'unit' || type === 'currency' || type === 'percentSign') said += name(part);
    else said += part;
  }
  return speaker.unspaced ? clean(said).replaceAll(' ', '') : clean(said);
}

/** Without the marks of direction and the hard spaces that CLDR puts in. */
export function clean(text: string): string {
  return text
    .replaceAll(/[\u200e\u200f\u061c]/gu, '')
    .replaceAll(/[\u00a0\u202f]/gu, ' ')
    .replaceAll(/(?<=\p{L})\/(?=\p{L})/gu, ' ')
    .trim();
}
