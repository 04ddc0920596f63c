import { toCardinal as english } from 'n2words/en-US';
import { toCardinal as german } from 'n2words/de-DE';
import { ordinal } from '../ordinals.ts';
import { reader, type Reader } from '../reading.ts';
import type { Speaker } from '../speaker.ts';

/** Languages that count years in hundreds: "17 hundra 76". */
const HUNDREDS: Readonly<Record<string, readonly [round: string, more: string]>> = {
  de: ['{0} hundert', '{0} hundert {1}'],
  nl: ['{0} honderd', '{0} {1}'],
  sv: ['{0} hundra', '{0} hundra {1}'],
  nb: ['{0} hundre', '{0} hundre og {1}'],
  da: ['{0} hundrede', '{0} hundrede og {1}'],
};

/** A year as people say it; undefined where the number as it stands is right. */
export function yearOf(year: number, { language }: Speaker): string | undefined {
  const [hundreds, rest] = [Math.floor(year / 100), year % 100];
  if (year < 1100 || year > 2099 || hundreds === 20) {
    return language === 'en' && year >= 2010 && year <= 2099 ? `twenty ${english(rest)}` : undefined;
  }
  if (language === 'en') {
    if (rest === 0) return `${english(hundreds)} hundred`;
    return `${english(hundreds)} ${rest < 10 ? `oh ${english(rest)}` : english(rest)}`;
  }
  const [round, more] = HUNDREDS[language] ?? [];
  if (round === undefined || more === undefined) return undefined;
  return (rest === 0 ? round : more).replace('{0}', String(hundreds)).replace('{1}', String(rest));
}

/** A count of something is no year: "1250 people", "1500 steps". */
const COUNTED =
  /^\s(?:\p{Ll}{2,}s|people|men|women|children)(?<!\s(?:was|is|has|its|as|this|us|across|always|perhaps|versus|whereas))(?!\p{L})/u;

const years: Reader = reader(
  () => /(?<![\p{L}\p{N}.,#$€£¥:/+-])(1[1-9]\d\d|20[1-9]\d)(?![\p{L}\p{N}%°€£¥$:/]|[.,]\p{N}|\s?[$€£¥°%])/gu,
  (match, speaker, text) => {
    const [whole] = match;
    const dated =
      /(?:^|\s)(?:in|since|by|until|till|from|after|before|around|of|year|circa|back in)\s$/iu.test(
        text.slice(0, match.index),
      );
    if (speaker.language === 'en' && !dated && COUNTED.test(text.slice(match.index + 4))) return undefined;
    return yearOf(Number(whole), speaker);
  },
);

const spans: Reader = reader(
  () =>
    /(?<![\p{L}\p{N}.,#$-])(1[1-9]\d\d|20\d\d)\s?[-–—]\s?(1[1-9]\d\d|20\d\d|\d\d)(?![\p{L}\p{N}]|[.,]\p{N})/gu,
  ([, from = '', to = ''], speaker) => {
    const word = speaker.phrases?.to ?? '';
    if (to.length === 4 && Number(to) < Number(from)) return undefined;
    const [first, last] = [yearOf(Number(from), speaker) ?? from, yearOf(Number(to), speaker) ?? to];
    return word === ''
      ? `${first}, ${last}`
      : speaker.unspaced
        ? `${first}${word}${last}`
        : `${first} ${word} ${last}`;
  },
);

const DECADES: Readonly<Record<number, string>> = {
  10: 'tens',
  20: 'twenties',
  30: 'thirties',
  40: 'forties',
  50: 'fifties',
  60: 'sixties',
  70: 'seventies',
  80: 'eighties',
  90: 'nineties',
};

/** "1990s", "the '80s", "1800s". */
const englishDecades: Reader = reader(
  ({ language }) =>
    language === 'en'
      ? /(?<![\p{L}\p{N}.,$])(?:(1[1-9]|20)([0-9]0)|['’‘]?([1-9]0))['’]?s(?!\p{L})/gu
      : undefined,
  ([, century, decade, short]) => {
    if (short !== undefined) return DECADES[Number(short)];
    const before = english(Number(century));
    if (decade === '00') return century === '20' ? 'two thousands' : `${before} hundreds`;
    return `${before} ${DECADES[Number(decade)]}`;
  },
);

/** "1990er", "80er Jahre". */
const germanDecades: Reader = reader(
  ({ language }) =>
    language === 'de' ? /(?<![\p{L}\p{N}.,])(1[1-9]|20)?([1-9]0)(ern?)(?!\p{L})/gu : undefined,
  ([, century, decade, ending]) =>
    `${century === undefined ? '' : `${german(Number(century))}hundert`}${german(Number(decade))}${ending}`,
);

/** "1990-х", "80-ті", "5-й": the ending says how the ordinal is bent. */
const ENDINGS: Readonly<Record<string, string>> = {
  й: '{0}',
  ый: '{0}',
  ой: '{0}',
  ий: '{0}',
  я: 'feminine',
  ая: 'feminine',
  а: 'feminine',
  е: 'plural',
  ые: 'plural',
  ті: 'plural',
  і: 'plural',
  х: 'ofMany',
  ых: 'ofMany',
  их: 'ofMany',
  го: 'genitive',
  ого: 'genitive',
  м: 'locative',
  ом: 'locative',
  му: 'dative',
  ому: 'dative',
};
const slavicEndings: Reader = reader(
  ({ language }) =>
    /^(?:ru|uk)$/u.test(language)
      ? /(?<![\p{L}\p{N}.,])(\d{1,4})-(\p{Ll}{1,3})(?![\p{L}\p{N}])/gu
      : undefined,
  ([, value, ending = ''], { language }) => {
    const form = ENDINGS[ending];
    // "5-е место" is neuter, "80-е" is a decade.
    const neuter = /^(?:е|є)$/u.test(ending) && Number(value) % 10 !== 0;
    return form === undefined ? undefined : ordinal(Number(value), language, neuter ? 'neuter' : form);
  },
);

export const readDecades: readonly Reader[] = [englishDecades, germanDecades, slavicEndings];
export const readYears: readonly Reader[] = [spans, years];
