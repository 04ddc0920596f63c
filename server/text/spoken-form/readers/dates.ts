import { DAY_FORM, TIMES } from '../data/dates.ts';
import { PHRASES } from '../data/phrases.ts';
import { clean } from '../numbers.ts';
import { ordinal } from '../ordinals.ts';
import { anyOf, reader, type Reader } from '../reading.ts';
import type { Speaker } from '../speaker.ts';
import { yearOf } from './years.ts';

/** "1998-05-12", "12/05/1998", "12.5.98": in the order of the locale unless only the other one is a date. */
const numericDate = reader(
  () =>
    /(?<![\p{N}/.-])(?:(\d{4})[-/](\d{1,2})[-/](\d{1,2})|(\d{1,2})([/.-])(\d{1,2})\5(\d{4}|\d{2}))(?![\p{N}/-]|\.\p{N})(?:\s[гр]\.)?/gu,
  (match, speaker, text) => {
    const [, isoYear, isoMonth, isoDay, first, , second, last] = match;
    const before = text.slice(0, match.index);
    if (isoYear !== undefined)
      return sayDate(Number(isoYear), Number(isoMonth), Number(isoDay), speaker, before);
    const year = Number(last) + (last?.length === 2 ? (Number(last) < 50 ? 2000 : 1900) : 0);
    const [a, b] = [Number(first), Number(second)];
    const [day, month] = (monthFirst(speaker) && a <= 12) || b > 12 ? [b, a] : [a, b];
    return sayDate(year, month, day, speaker, before);
  },
);

/** CLDR shortens the word behind a year. */
const YEAR_WORDS: Readonly<Record<string, string>> = { ru: ' года', be: ' года', uk: ' року', bg: ' година' };

function monthFirst({ tag }: Speaker): boolean {
  const order = new Intl.DateTimeFormat(tag, { year: 'numeric', month: 'numeric', day: 'numeric' })
    .formatToParts(0)
    .map(({ type }) => type);
  return order.indexOf('month') < order.indexOf('day');
}

function sayDate(
  year: number,
  monthNumber: number,
  day: number,
  speaker: Speaker,
  before: string,
): string | undefined {
  const date = new Date(Date.UTC(year, monthNumber - 1, day));
  if (date.getUTCMonth() !== monthNumber - 1 || date.getUTCDate() !== day) return undefined;
  const parts = new Intl.DateTimeFormat(speaker.tag, { dateStyle: 'long', timeZone: 'UTC' }).formatToParts(
    date,
  );
  if (speaker.language === 'en' && !monthFirst(speaker)) {
    const month = parts.find(({ type }) => type === 'month')?.value ?? '';
    return `the ${dayOf(day, speaker)} of ${month} ${yearOf(year, speaker) ?? year}`;
  }
  const said = parts.map(({ type, value }) => {
    if (type === 'day') return germanDay(day, before, speaker) ?? dayOf(day, speaker) ?? value;
    if (type === 'year') return yearOf(year, speaker) ?? value;
    return value;
  });
  // The stop behind a German or Czech day is the ordinal's, and that is said by now.
  const text = clean(said.join('')).replaceAll(/(?<=\p{L})\.(?=\s?\p{L})/gu, '');
  return text.replace(/\s[гр]\.$/u, YEAR_WORDS[speaker.language] ?? '');
}

/** The day of a date as an ordinal, in the languages that say one. */
function dayOf(day: number, speaker: Speaker): string | undefined {
  const form = DAY_FORM[speaker.language];
  return form === undefined ? undefined : ordinal(day, speaker.language, form);
}

/** A day beside a month's name: "3. Mai", "Jan. 5th", "3 мая"; "1er mai" is an ordinal as it stands. */
const dayAndMonth = reader(
  (speaker) => {
    const months = monthNames(speaker);
    if (DAY_FORM[speaker.language] === undefined || months === '') return undefined;
    return speaker.language === 'en' || speaker.language === 'hu'
      ? new RegExp(
          String.raw`(?<=(?<!\p{L})(?:${months})\.?\s)(\d{1,2})(?:st|nd|rd|th)?(?![\p{L}\p{N}:%/]|[.,]\d)`,
          'gu',
        )
      : new RegExp(
          String.raw`(?<![\p{L}\p{N}.,/:])(\d{1,2})\.?(?=\s(?:${months})${/^(?:sr|hr)$/u.test(speaker.language) ? String.raw`\p{Ll}{0,2}` : ''}(?!\p{L}))`,
          'giu',
        );
  },
  (match, speaker, text) => {
    const [, day = ''] = match;
    if (Number(day) < 1 || Number(day) > 31) return undefined;
    return germanDay(Number(day), text.slice(0, match.index), speaker) ?? dayOf(Number(day), speaker);
  },
);

/** German bends it: "am dritten Mai", "der dritte Mai". */
function germanDay(day: number, before: string, { language }: Speaker): string | undefined {
  if (language !== 'de') return undefined;
  if (/(?:^|\s)(?:am|vom|zum|bis|den|dem|des|im|seit|ab|beim)\s$/iu.test(before))
    return ordinal(day, language, '{0}n');
  return /(?:^|\s)(?:der|die|das)\s$/iu.test(before) ? ordinal(day, language, '{0}') : undefined;
}

function monthNames({ tag }: Speaker): string {
  const names = new Set<string>();
  for (let month = 0; month < 12; month++) {
    for (const form of ['long', 'short'] as const) {
      const parts = new Intl.DateTimeFormat(tag, {
        month: form,
        day: 'numeric',
        timeZone: 'UTC',
      }).formatToParts(Date.UTC(2026, month, 5));
      const name = parts.find(({ type }) => type === 'month')?.value ?? '';
      if (/^\p{L}+\.?$/u.test(name)) names.add(name.replace(/\.$/u, ''));
    }
  }
  return anyOf(names);
}

/** "10:30", "10 h 30", "22.15 Uhr", "3:05 pm"; "16:9" and "2:1" are ratios. */
const clock = reader(
  ({ language }) =>
    language === 'de'
      ? /(?<![\p{N}.,:])(?<h>\d{1,2})(?::(?<m>[0-5]\d)|\.(?<d>[0-5]\d)(?=\sUhr))(?!\p{N}|[:.]\p{N})(?:\sUhr(?!\p{L}))?/gu
      : /(?<![\p{N}.,:])(?<h>\d{1,2})(?::(?<m>[0-5]\d)(?!\p{N}|[:.]\p{N})|\s?h\s?(?<d>[0-5]\d)(?![\p{L}\p{N}]))(?:\s?(?<half>[AaPp])\.?\s?[Mm]\b(?:\.(?=\s\p{Ll}|,|\s[A-Z]{2,4}(?!\p{L})))?|\sน\.|\s(?:uur|u\.|h|min|hod\.|Uhr|बजे|वाजता|بجے)(?!\p{L}))?/gu,
  ({ groups = {} }, speaker) => {
    const [hour, minute] = [Number(groups['h']), Number(groups['m'] ?? groups['d'])];
    if (hour > 24) return undefined;
    return sayTime(hour, minute, groups['half']?.toUpperCase(), speaker);
  },
);

function sayTime(hour: number, minute: number, half: string | undefined, { language }: Speaker): string {
  const suffix = half === undefined ? '' : ` ${half}M`;
  const { full, minutes } = TIMES[language] ?? { full: '{0}', minutes: '{0} {1}' };
  if (language === 'en') {
    if (minute === 0)
      return half === undefined && hour <= 12
        ? `${hour} o'clock`
        : `${hour}${half === undefined ? ' hundred' : suffix}`;
    return `${hour} ${minute < 10 ? `oh ${minute}` : minute}${suffix}`;
  }
  const said =
    minute === 0
      ? full.replace('{0}', String(hour))
      : minutes.replace('{0}', String(hour)).replace('{1}', String(minute));
  return said + suffix;
}

/** "31.12." without a year. */
const dayDotMonth = reader(
  ({ language }) =>
    /^(?:de|cs|sk|fi|da|nb|pl|sl|hr|et)$/u.test(language)
      ? /(?<![\p{L}\p{N}.,:])(\d{1,2})\.\s?(\d{1,2})\.(?!\p{N})/gu
      : undefined,
  (match, speaker, text) => {
    const [whole, day = '', month = ''] = match;
    if (Number(month) > 12 || Number(month) < 1 || Number(day) > 31 || Number(day) < 1) return undefined;
    const before = text.slice(0, match.index);
    const parts = new Intl.DateTimeFormat(speaker.tag, {
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    }).formatToParts(Date.UTC(2024, Number(month) - 1, 1));
    const name = parts.find(({ type }) => type === 'month')?.value ?? month;
    const said = germanDay(Number(day), before, speaker) ?? dayOf(Number(day), speaker) ?? `${day}.`;
    const ends = /^\s*$/u.test(text.slice(match.index + whole.length));
    return `${said} ${name}${ends ? '.' : ''}`;
  },
);

/** "ore 20.30", "klo 8.15", "kl. 9.05". */
const dottedTime = reader(
  () => /(?<=(?<!\p{L})(?:ore|alle|klo|kl\.|kell|ob)\s)(\d{1,2})\.([0-5]\d)(?![\p{N}.]\p{N}|\p{N})/giu,
  ([, hour, minute], speaker) =>
    Number(hour) > 24 ? undefined : sayTime(Number(hour), Number(minute), undefined, speaker),
);

/** "24h/24", "7j/7". */
const always = reader(
  ({ language }) =>
    language === 'fr'
      ? /(?<![\p{L}\p{N}])(?:(24)\s?h\s?\/\s?24|(7)\s?j\s?\/\s?7)(?![\p{L}\p{N}])/gu
      : undefined,
  ([, hours]) => (hours === undefined ? '7 jours sur 7' : '24 heures sur 24'),
);

/** "24/7", and "16:9" without its sign. */
const ratio = reader(
  () => /(?<![\p{N}.,:/])(24)\/(7)(?![\p{N}/])|(?<![\p{N}.,:])(\d{1,2}):(\d{1,2})(?![\p{N}:.])/gu,
  ([, day, week, first, second], { language }) =>
    day === undefined ? `${first}${language === 'en' ? ' to ' : ' '}${second}` : `${day} ${week}`,
);

/** "3pm", "11 a.m." */
const hourOnly = reader(
  ({ language }) =>
    language === 'en'
      ? /(?<![\p{N}.,:])(\d{1,2})\s?([AaPp])\.?\s?[Mm]\b(?:\.(?=\s\p{Ll}|,|\s[A-Z]{2,4}(?!\p{L})))?/gu
      : undefined,
  ([, hour = '', half = '']) => `${hour} ${half.toUpperCase()}M`,
);

const shortNames = new Map<string, ReadonlyMap<string, string>>();

/** Short names of days and months with the long ones, as CLDR has them: "Mon" → "Monday". */
function longNames({ tag }: Speaker): ReadonlyMap<string, string> {
  const known = shortNames.get(tag);
  if (known) return known;
  const names = new Map<string, string>();
  const add = (field: 'weekday' | 'month', date: Date): void => {
    const named = (style: 'short' | 'long'): string =>
      new Intl.DateTimeFormat(tag, { [field]: style, timeZone: 'UTC' }).format(date);
    const [short, long] = [named('short').replace(/\.$/u, ''), named('long')];
    if (/^\p{L}{2,}$/u.test(short) && short !== long) names.set(short.toLowerCase(), long);
  };
  for (let i = 0; i < 7; i++) add('weekday', new Date(Date.UTC(2024, 0, 1 + i)));
  for (let i = 0; i < 12; i++) add('month', new Date(Date.UTC(2024, i, 15)));
  shortNames.set(tag, names);
  return names;
}

/** "Mon–Fri", "Jan-Mar": only as a range; alone they are also other words. */
const namedRange = reader(
  () =>
    /(?<![\p{L}\p{N}.-])(\p{L}{2,5})\.?\s?[-–—]\s?(\p{L}{2,5})(?![\p{L}\p{N}-])(?:\.(?=\s\p{Ll}|,))?(?=[\s.,;:)]|$)/gu,
  ([, from = '', to = ''], speaker) => {
    const names = longNames(speaker);
    const [first, last] = [names.get(from.toLowerCase()), names.get(to.toLowerCase())];
    const joint = PHRASES.get(speaker.language)?.to ?? '';
    return first === undefined || last === undefined || joint === ''
      ? undefined
      : `${first} ${joint} ${last}`;
  },
);

/** "Fri. Jan. 5", "on Tues. at noon": behind a stop, with a date or words below capitals after it. */
const englishDay = reader(
  ({ language }) =>
    language === 'en'
      ? /(?<![\p{L}\p{N}.-])(Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\.,?(?=\s(?:\p{Ll}|\p{N}|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)))/gu
      : undefined,
  ([, day = '']) => ENGLISH_DAYS.find((long) => long.startsWith(day)),
);
const ENGLISH_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "b. 1450", "d. 1519" of a person. */
const life = reader(
  ({ language }) =>
    language === 'en' ? /(?<![\p{L}\p{N}.])([bd])\.(?=\s\d{3,4}(?![\p{N}\p{L}]))/gu : undefined,
  ([, which]) => (which === 'b' ? 'born' : 'died'),
);

export const readDates: readonly Reader[] = [
  namedRange,
  englishDay,
  life,
  always,
  numericDate,
  dayDotMonth,
  dottedTime,
  dayAndMonth,
  clock,
  ratio,
  hourOnly,
];
