import { CURRENCY_CODES, CURRENCY_SIGNS, MAGNITUDES } from '../data/money.ts';
import { AMOUNT, amountOf, clean, type Written } from '../numbers.ts';
import { anyOf, reader, type Reader } from '../reading.ts';
import type { Speaker } from '../speaker.ts';

/** "150 million km", "10M km": where a unit stands behind a magnitude. */
export const behindMagnitude = (speaker: Speaker): string =>
  String.raw`(?<=\d\s?(?:${letters(speaker)}|${words(speaker)})\s)`;

const SIGNS = anyOf([...Object.keys(CURRENCY_SIGNS), ...CURRENCY_CODES]);
const longWords = new Map<string, string>();

/** A number behind which a magnitude stands by itself: "1.5B", "10k views", "300 mln". */
function magnitude(speaker: Speaker): RegExp {
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}.,$#])(?<amount>${AMOUNT})(?:(?<letter>${letters(speaker)})|\s(?<spaced>${spacedForms(speaker)})(?:\.(?=,|\s\p{L}))?)(?![\p{L}\p{N}])`,
    'gu',
  );
}

function sayMagnitude({ 0: whole, groups = {} }: RegExpExecArray, speaker: Speaker): string | undefined {
  const letter = groups['letter'] ?? groups['spaced'] ?? '';
  // "5 m" is five metres, "4K" a picture, "401k" a pension.
  if (letter === 'm' || /^(?:[248]K|401k)$/u.test(whole)) return undefined;
  const amount = amountOf(groups['amount'] ?? '', speaker);
  return amount && magnified(amount, powerOf(letter, speaker), speaker).plain;
}

export const readMagnitudes: readonly Reader[] = [reader(magnitude, sayMagnitude)];

/** "5" and 10⁶ → "5 million" by CLDR, so that Hindi counts in lakh and Chinese in 万; under a million plain digits. */
export function magnified(amount: Written, power: number, speaker: Speaker): Written {
  const value = Number((amount.value * 10 ** power).toPrecision(12));
  const range = !/^[\d.,]+$/u.test(amount.plain);
  if (value < 1e6 && !range && Number.isInteger(value)) return { value, plain: String(value) };
  const format = new Intl.NumberFormat(speaker.tag, {
    notation: 'compact',
    compactDisplay: 'long',
    maximumFractionDigits: 3,
    useGrouping: false,
  });
  const said = clean(format.format(value));
  // Of a range the first end needs the last one's magnitude.
  return { value, plain: range ? said.replace(/[\d.,]+/u, amount.plain) : said };
}

export function powerOf(letter: string, speaker: Speaker): number {
  return shortForms(speaker).get(letter.replace(/\.$/u, '')) ?? MAGNITUDES[letter] ?? 6;
}

const forms = new Map<string, ReadonlyMap<string, number>>();

/** CLDR's short forms of powers of ten ("Mio.", "млрд", "万") and the letters that everybody writes. */
function shortForms({ tag }: Speaker): ReadonlyMap<string, number> {
  const known = forms.get(tag);
  if (known) return known;
  const found = new Map(Object.entries(MAGNITUDES));
  for (const power of [3, 4, 5, 6, 7, 8, 9, 10, 12]) {
    const parts = new Intl.NumberFormat(tag, { notation: 'compact', compactDisplay: 'short' }).formatToParts(
      10 ** power,
    );
    const form = clean(parts.find(({ type }) => type === 'compact')?.value ?? '').replace(/\.$/u, '');
    const shown = Number(parts.find(({ type }) => type === 'integer')?.value ?? Number.NaN);
    if (form !== '' && !found.has(form) && shown >= 1) found.set(form, power - Math.round(Math.log10(shown)));
  }
  forms.set(tag, found);
  return found;
}

/** "3 млрд", "5 Mio.": forms of the language's own, which stand behind a space. */
function spacedForms(speaker: Speaker): string {
  const own = [...shortForms(speaker).keys()].filter(
    (form) => /^\p{L}{2,}$/u.test(form) && !(form in MAGNITUDES),
  );
  return own.length === 0 ? '(?!)' : anyOf(own);
}

export function letters(speaker: Speaker): string {
  return String.raw`(?:${anyOf([...shortForms(speaker).keys(), 'm'])})(?:\.(?=\s?(?:\p{Ll}|${SIGNS})))?`;
}

/** Millions and billions as the language writes them out. */
export function words({ tag }: Speaker): string {
  const known = longWords.get(tag);
  if (known !== undefined) return known;
  const found = new Set<string>();
  for (const power of [3, 4, 5, 6, 7, 8, 9, 12])
    for (const count of [1, 2, 5]) {
      const parts = new Intl.NumberFormat(tag, { notation: 'compact', compactDisplay: 'long' }).formatToParts(
        count * 10 ** power,
      );
      found.add(clean(parts.find(({ type }) => type === 'compact')?.value ?? ''));
    }
  found.delete('');
  const either = found.size === 0 ? '(?!)' : anyOf(found);
  longWords.set(tag, either);
  return either;
}
