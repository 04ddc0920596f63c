import {
  AFTER_MILLION,
  BARE_NAMES,
  BARE_NAMES_OF_ONE,
  CENTS,
  CURRENCY_CODES,
  CURRENCY_SIGNS,
  LOCAL_SIGNS,
  NAMESAKES,
  YUAN_LANGUAGES,
} from '../data/money.ts';
import { letters, magnified, powerOf, words } from './magnitudes.ts';
import { AMOUNT, NUMBER, amountOf, clean, numberOf, rangeOf } from '../numbers.ts';
import { anyOf, reader, type Reader } from '../reading.ts';
import { beside, type Speaker } from '../speaker.ts';

const SIGNS = anyOf([...Object.keys(CURRENCY_SIGNS), ...CURRENCY_CODES]);
/** With those that only one language writes. */
const signsOf = ({ language }: Speaker): string =>
  `(?:${anyOf(Object.keys(LOCAL_SIGNS[language] ?? {})) || '(?!)'})(?:\\.(?=,|\\s+\\p{Ll}))?|${SIGNS}`;
/** What may stand behind the number: a letter for a power of ten, or the word for it, which stays as it is. */
const tail = (speaker: Speaker): string =>
  String.raw`(?:(?<letter>\s?(?:${letters(speaker)}))(?![\p{L}\p{N}])|\s?(?<word>${words(speaker)})(?!\p{L}))?`;
/** "$5M", "€ 40k", "$5–$10", "$10-12bn", "CHF 50". */
const signFirst = (speaker: Speaker): RegExp =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?<sign>${signsOf(speaker)})\s?(?<amount>${NUMBER})(?:\s?[-–—]\s?(?:\k<sign>)?\s?(?<to>${NUMBER})(?=(?:${letters(speaker)})(?![\p{L}\p{N}])|(?!\p{L}*[\p{L}\p{N}])))?${tail(speaker)}`,
    'gu',
  );
/** "5 Mio. €", "20 €", "50 CHF". */
const signLast = (speaker: Speaker): RegExp =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}.,])(?<amount>${AMOUNT})(?:(?<letter>\s?(?:${letters(speaker)}))|\s?(?<word>${words(speaker)}))?\s?(?<sign>${signsOf(speaker)})(?![\p{L}\p{N}])`,
    'gu',
  );

/** "50p" and "99¢"; "720p" is a picture. */
const pence = reader(
  ({ language }) =>
    language === 'en' ? /(?<![\p{L}\p{N}.,])(\d{1,2})\s?(p|¢)(?![\p{L}\p{N}]|\.\s?m)/gu : undefined,
  ([, count = '', sign]) =>
    sign === 'p'
      ? `${count} ${count === '1' ? 'penny' : 'pence'}`
      : `${count} ${count === '1' ? 'cent' : 'cents'}`,
);

export const readMoney: readonly Reader[] = [pence, reader(signFirst, sayMoney), reader(signLast, sayMoney)];

function sayMoney(match: RegExpExecArray, speaker: Speaker, text: string): string | undefined {
  const { groups = {} } = match;
  const { sign = '', to, word } = groups;
  const code =
    LOCAL_SIGNS[speaker.language]?.[sign.replace(/\.$/u, '')] ??
    (sign === '¥' && YUAN_LANGUAGES.has(speaker.language) ? 'CNY' : (CURRENCY_SIGNS[sign] ?? sign));
  const written = groups['amount'] ?? '';
  let amount = amountOf(written, speaker);
  if (!amount) return undefined;
  if (to !== undefined) {
    const last = numberOf(to, speaker);
    if (!last) return undefined;
    amount = { value: last.value, plain: rangeOf(amount.plain, last.plain, speaker) };
  }
  const letter = groups['letter']?.trim();
  const bare = CURRENCY_CODES.includes(sign) || /^(?:US|[CA]|HK)\$$/u.test(sign) ? undefined : code;
  if (letter !== undefined) amount = magnified(amount, powerOf(letter, speaker), speaker);
  else if (word !== undefined)
    amount = { value: amount.value * 1e6, plain: beside(speaker, amount.plain, word) };
  else if (/[.,]\d\d$/u.test(written)) {
    const cents = withCents(written, code, bare, speaker);
    if (cents !== undefined) return cents;
  }
  // "a $20m deal" is a 20 million dollar deal.
  const ofNoun =
    speaker.language === 'en' &&
    /(?:^|\s)(?:an?|this|that|the|per|his|her|their|our|my)\s$/iu.test(text.slice(0, match.index)) &&
    /^[\s-]\p{Ll}{3,}(?<!\s(?:and|but|for|was|were|which|that|with|from|more|less|per))(?!\p{L})/u.test(
      text.slice(match.index + match[0].length),
    );
  const name = currencyName(ofNoun ? 1 : amount.value, code, bare, speaker);
  const number = amount.plain;
  const big = word !== undefined || /[^\d.,\s]$/u.test(number);
  const joint =
    big && amount.value >= 1e6 && !/^mil(?:a)?$/u.test(word ?? '') && !name.startsWith('de ')
      ? (AFTER_MILLION[speaker.language] ?? '')
      : '';
  if (joint === 'de' && /^[aeiouhéè]/iu.test(name) && /^(?:fr|ca)$/u.test(speaker.language))
    return `${number} d'${name}`;
  // Where the currency comes first it does for all of it: "dola milioni 5".
  return speaker.language === 'sw' ? `${name} ${number}` : beside(speaker, number, joint, name);
}

/** "5 dollars and 99 cents", where the language has such a form. */
function withCents(
  written: string,
  code: string,
  bare: string | undefined,
  speaker: Speaker,
): string | undefined {
  const pattern = CENTS[speaker.language];
  const whole = numberOf(written.slice(0, -3), speaker);
  if (
    pattern === undefined ||
    !whole ||
    !['USD', 'EUR', 'GBP', 'CAD', 'AUD', 'CHF', 'PLN', 'RON', 'BRL'].includes(code)
  )
    return undefined;
  const cents = Number(written.slice(-2));
  const name = currencyName(whole.value, code, bare, speaker);
  if (whole.value === 0)
    return speaker.language === 'en' ? `${cents} ${code === 'GBP' ? 'pence' : 'cents'}` : undefined;
  if (cents === 0) return `${whole.plain} ${name}`;
  const pence = code === 'GBP' ? pattern.replace(' cents', ' pence') : pattern;
  return pence.replace('{0}', whole.plain).replace('{1}', name).replace('{2}', String(cents));
}

/** The currency's name in the number that the value asks for, without its country when only a sign was written. */
function currencyName(value: number, code: string, bare: string | undefined, speaker: Speaker): string {
  const named = (of: string): string =>
    currencyPart(value, of, speaker).replace(/^українськ\p{L}+\s|\spolsk\p{L}+$/gu, '');
  if (bare === undefined) return small(named(code), speaker);
  const one = value === 1 ? BARE_NAMES_OF_ONE[speaker.language]?.[code] : undefined;
  const own = one ?? BARE_NAMES[speaker.language]?.[code];
  if (own !== undefined) return own;
  const name = named(code);
  const pieces = name.split(/[\s-]/u);
  for (const other of NAMESAKES[code] ?? []) {
    const theirs = new Set(named(other).toLowerCase().split(/[\s-]/u));
    const shared = pieces.filter((piece) => theirs.has(piece.toLowerCase())).join(' ');
    if (shared !== '') return small(shared, speaker);
  }
  return name.replace(/\s*\(.*\)$/u, '');
}

/** CLDR writes some names large that are no names of the language's ("Dólares americanos"). */
const small = (name: string, { language }: Speaker): string =>
  /^(?:pt|mk|id|ms)$/u.test(language)
    ? name.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase())
    : name;

function currencyPart(value: number, currency: string, { tag }: Speaker): string {
  const format = new Intl.NumberFormat(tag, {
    style: 'currency',
    currency,
    currencyDisplay: 'name',
    minimumFractionDigits: 0,
    maximumFractionDigits: 3,
  });
  return clean(format.formatToParts(value).find(({ type }) => type === 'currency')?.value ?? currency);
}
