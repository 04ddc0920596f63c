import {
  ENGLISH_UNITS,
  LOANS,
  PERCENT,
  PER_HOUR,
  POWERS,
  PREFIXED,
  SHORT_SIGNS,
  UNITS,
} from '../data/units.ts';
import { behindMagnitude } from './magnitudes.ts';
import { AMOUNT, amountOf, withNoun, type Written } from '../numbers.ts';
import { anyOf, reader, type Reader } from '../reading.ts';
import { beside, type Speaker } from '../speaker.ts';

const KILO: Readonly<Record<string, readonly [withPrefix: string, without: string]>> = {
  k: ['kilometer', 'meter'],
  M: ['megabyte', 'byte'],
  G: ['gigabyte', 'byte'],
  к: ['kilometer', 'meter'],
};
const LOAN_SIGNS = [...new Set(Object.values(LOANS).flatMap((signs) => Object.keys(signs)))];
const SIGNS = anyOf([
  ...Object.keys(UNITS),
  ...Object.keys(PREFIXED),
  ...Object.keys(ENGLISH_UNITS),
  ...LOAN_SIGNS.flatMap((sign) => ['', ...Object.keys(KILO)].map((prefix) => prefix + sign)),
  ...['m', 'cm', 'km', 'mm', 'м', 'см', 'км'].flatMap((sign) =>
    ['²', '³', '2', '3'].map((power) => sign + power),
  ),
]);

/** "3.5 kg", "20 km/h", "5–10 °C", "50%"; also "−5 °C". */
const unit: Reader = reader(
  () =>
    new RegExp(
      String.raw`(?<![\p{L}\p{N}.,])(?<amount>${AMOUNT})(?<space>[\s-]?)(?<sign>${SIGNS})(?![\p{L}\p{N}])(?<stop>\.(?=,|\s\p{Ll}))?`,
      'gu',
    ),
  (match, speaker, text) => {
    const { groups = {} } = match;
    const { sign = '', space = '' } = groups;
    const amount = amountOf(groups['amount'] ?? '', speaker);
    if (!amount || isWord(sign, space, speaker)) return undefined;
    // "1945 г." is a year.
    if (
      /^(?:г|р)$/u.test(sign) &&
      amount.value > 1000 &&
      (groups['stop'] !== undefined || text[match.index + match[0].length] === '.')
    )
      return undefined;
    // "a 10-km run" is a 10 kilometer run.
    const hyphened = space === '-' && speaker.language === 'en';
    return sayUnit(hyphened ? { ...amount, value: 1 } : amount, sign, speaker);
  },
);

/** "%50" as Turkish and Basque write it. */
const percentFirst: Reader = reader(
  () => new RegExp(String.raw`(?<![\p{L}\p{N}%])%\s?(?<amount>${AMOUNT})(?![\p{L}\p{N}%])`, 'gu'),
  ({ groups = {} }, speaker) => {
    const amount = amountOf(groups['amount'] ?? '', speaker);
    return amount && sayUnit(amount, '%', speaker);
  },
);

/** "150 million km": the number has been read by itself. */
const ofMillions: Reader = reader(
  (speaker) => new RegExp(String.raw`${behindMagnitude(speaker)}(?<sign>${SIGNS})(?![\p{L}\p{N}])`, 'gu'),
  ({ groups = {} }, speaker) => {
    const { sign = '' } = groups;
    if (SHORT_SIGNS.has(sign)) return undefined;
    return sayUnit({ value: 5e6, plain: '' }, sign, speaker)?.trim();
  },
);

/** 5'10" and 5 ft 10 in of a person's height. */
const height: Reader = reader(
  ({ language }) =>
    language === 'en'
      ? /(?<![\p{L}\p{N}.,])(\d)(?:['’′]|\s?ft\.?)\s?(\d{1,2})(?:["”″]|\s?in\.?(?!\p{L}))/gu
      : undefined,
  ([, feet, inches]) => `${feet} feet ${inches}`,
);

/** "3h 45m", "1h5m20s": behind hours an m is minutes, behind those an s is seconds. */
const duration: Reader = reader(
  () =>
    /(?<![\p{L}\p{N}.,])(\d{1,3})\s?(?:h|hrs?)\s?(\d{1,2})\s?m(?:in)?(?:\s?(\d{1,2})\s?s(?:ec)?)?(?![\p{L}\p{N}])/gu,
  ([, ...numbers], speaker) =>
    numbers
      .flatMap((plain, index) => {
        const unitOf = ['hour', 'minute', 'second'][index];
        if (plain === undefined || unitOf === undefined) return [];
        return withNoun({ value: Number(plain), plain }, speaker, unitStyle(unitOf)) ?? plain;
      })
      .join(' '),
);

/** "-3 °C" in Japanese, whose unit stands before the number. */
const belowZero: Reader = reader(
  ({ language }) => (language === 'ja' ? /(?<!\p{N})[-−–](\d+(?:\.\d+)?)\s?(?:℃|°C)/gu : undefined),
  ([, degrees]) => `摂氏マイナス${degrees}度`,
);

export const readUnits: readonly Reader[] = [height, belowZero, percentFirst, unit, ofMillions];
export const readDurations: readonly Reader[] = [duration];

function isWord(sign: string, space: string, { language }: Speaker): boolean {
  if (!SHORT_SIGNS.has(sign) || space === '') return false;
  if (sign === 'in') return true;
  // Behind a space these are words of some languages or begin a name.
  return ['B', 's'].includes(sign) || (sign === 'h' && language === 'es') || space === '-';
}

function sayUnit(amount: Written, sign: string, speaker: Speaker): string | undefined {
  const { language } = speaker;
  if (sign === '%' || sign === '٪') {
    const pattern = PERCENT[language];
    if (pattern !== undefined) return pattern.replace('{0}', amount.plain);
  }
  const unit = UNITS[sign];
  const hourly = PER_HOUR[language];
  if (hourly !== undefined && unit?.endsWith('-per-hour') === true)
    return hourly.replace('{0}', withNoun(amount, speaker, unitStyle(unit.replace('-per-hour', ''))));
  if (unit !== undefined) return withNoun(amount, speaker, unitStyle(unit));
  const prefixed = PREFIXED[sign];
  if (prefixed) {
    const [withPrefix, without, base] = prefixed;
    return withNoun(amount, speaker, unitStyle(base), (noun) => prefix(withPrefix, without, speaker) + noun);
  }
  const power = /^(?<base>.+)(?<power>[²³23])$/u.exec(sign)?.groups;
  if (power) return raised(amount, power['base'] ?? '', /[²2]/u.test(power['power'] ?? ''), speaker);
  const english = language === 'en' ? ENGLISH_UNITS[sign] : undefined;
  return english === undefined ? loan(amount, sign, speaker) : beside(speaker, amount.plain, english);
}

const unitStyle = (unit: string): Intl.NumberFormatOptions => ({ style: 'unit', unit, unitDisplay: 'long' });

function raised(amount: Written, sign: string, square: boolean, speaker: Speaker): string | undefined {
  const patterns = POWERS[speaker.language];
  const unit = UNITS[sign];
  if (!patterns || unit === undefined) return undefined;
  const pattern = patterns[square ? 0 : 1];
  const inside = !/\s/u.test(pattern);
  return withNoun(amount, speaker, unitStyle(unit), (noun) =>
    pattern.replace('{0}', inside && !pattern.startsWith('{0}') ? noun.toLowerCase() : noun),
  );
}

/** "kW": the prefix that the kilometer has and the meter lacks, with the word that the script has for the unit. */
function loan(amount: Written, sign: string, speaker: Speaker): string | undefined {
  const script = new Intl.Locale(speaker.tag).maximize().script ?? 'Latn';
  const signs = LOANS[script === 'Hant' ? 'Hans' : script] ?? {};
  const own = signs[sign];
  if (own !== undefined) return beside(speaker, amount.plain, own);
  const [withPrefix, without] = KILO[sign[0] ?? ''] ?? [];
  const base = signs[sign.slice(1)];
  if (withPrefix === undefined || without === undefined || base === undefined) return undefined;
  const word = prefix(withPrefix, without, speaker) + base;
  return beside(speaker, amount.plain, speaker.language === 'en' && base === 'watt' ? `${word}s` : word);
}

/** "milli" from "milliliters" and "liters"; empty where the language does it some other way. */
function prefix(withPrefix: string, without: string, speaker: Speaker): string {
  const noun = (unit: string): string => {
    let found = '';
    withNoun({ value: 5, plain: '5' }, speaker, unitStyle(unit), (name) => (found = name));
    return found.trim();
  };
  const [long, short] = [noun(withPrefix), noun(without)];
  const at = long.toLowerCase().lastIndexOf(short.toLowerCase());
  return at > 0 ? long.slice(0, at) : '';
}
