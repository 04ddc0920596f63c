import { CHAPTERS, CHIEF_NOUNS, FEMALE_RULERS, REGNAL, RULERS } from '../data/ordinals.ts';
import { ordinal } from '../ordinals.ts';
import { rangeOf } from '../numbers.ts';
import { reader, type Reader } from '../reading.ts';
import type { Speaker } from '../speaker.ts';

const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };
/** I to XXXIX, as they are written by the rules. */
const ROMAN = String.raw`X{0,3}(?:IX|IV|V?I{0,3})(?<=[IVX])`;

function romanValue(roman: string): number {
  const values = [...roman].map((letter) => VALUES[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

const numeral = (written: string): number => (/^\d/u.test(written) ? Number(written) : romanValue(written));

/** "2nd", "XIXe", "1º", "3:e", "20-lea": numbers that say by their ending that they are ordinals. */
const MARKED: Readonly<Record<string, readonly [RegExp, (ending: string) => string]>> = {
  en: [/(?<![\p{L}\p{N}.,])(\d{1,3})(st|nd|rd|th)(?!\p{L})/gu, () => '{0}'],
  fr: [
    new RegExp(
      String.raw`(?<![\p{L}\p{N}.,])(\d{1,3}|${ROMAN})(er|re|ère|e|è|ème|ième|nde?)s?(?![\p{L}\p{N}])`,
      'gu',
    ),
    (ending) => (/^(?:re|ère)$/u.test(ending) ? 'feminine' : '{0}'),
  ],
  es: [
    /(?<![\p{L}\p{N}.,])(\d{1,2})\.?(º|ª|er|ro|ra|do|da|to|ta|°)(?![\p{L}\p{N}])(?!\s?[CF]\b)/gu,
    (ending) => (/^(?:ª|ra|da|ta)$/u.test(ending) ? 'feminine' : ending === 'er' ? 'short' : '{0}'),
  ],
  pt: [
    /(?<![\p{L}\p{N}.,])(\d{1,2})\.?(º|ª|°)(?![\p{L}\p{N}])(?!\s?[CF]\b)/gu,
    (ending) => (ending === 'ª' ? 'feminine' : '{0}'),
  ],
  it: [
    /(?<![\p{L}\p{N}.,])(\d{1,2})(º|ª|(?<=(?<!\p{N})1)°)(?=\s\p{Ll})/gu,
    (ending) => (ending === 'ª' ? 'feminine' : '{0}'),
  ],
  nl: [/(?<![\p{L}\p{N}.,])(\d{1,2})(e|de|ste)(?![\p{L}\p{N}])/gu, () => '{0}'],
  sv: [/(?<![\p{L}\p{N}.,])(\d{1,2})(:e|:a|:te)(?![\p{L}\p{N}])/gu, () => '{0}'],
  ro: [new RegExp(String.raw`(?<![\p{L}\p{N}.,])al\s(\d{1,2}|${ROMAN})(-lea)(?!\p{L})`, 'gu'), () => '{0}'],
  el: [
    /(?<![\p{L}\p{N}.,])(\d{1,2})(ος|ός|η|ή|ο|ό)(?![\p{L}\p{N}])/gu,
    (ending) => (/^[ηή]$/u.test(ending) ? 'feminine' : /^[οό]$/u.test(ending) ? 'neuter' : '{0}'),
  ],
  hi: [
    /(?<![\p{L}\p{N}.,])(\d{1,2})(वाँ|वां|वीं|वें|ला|रा|री|था)(?![\p{L}\p{M}])/gu,
    (ending) => (/^(?:वीं|री)$/u.test(ending) ? 'feminine' : ending === 'वें' ? 'oblique' : '{0}'),
  ],
  id: [/(?<![\p{L}\p{N}])ke-(\d{1,2})()(?![\p{L}\p{N}])/gu, () => '{0}'],
};

const marked: Reader = reader(
  ({ language }) => MARKED[language]?.[0],
  ([, number = '', ending = ''], { language }) => {
    const form = MARKED[language]?.[1](ending) ?? '{0}';
    if (language === 'fr' && /^nd/u.test(ending)) return ending === 'nde' ? 'seconde' : 'second';
    return ordinal(numeral(number), language, form) ?? ordinal(numeral(number), language);
  },
);

/** "2. světová", "II. Weltkrieg": a stop makes the ordinal, and what follows shows that no sentence ends there. */
const DOTTED = /^(?:de|da|nb|fi|cs|hr|sr|hu|tr)$/u;
const dotted: Reader = reader(
  ({ language }) => {
    if (!DOTTED.test(language)) return undefined;
    const nouns = CHIEF_NOUNS[language] ?? '(?!)';
    return new RegExp(
      String.raw`(?<![\p{L}\p{N}.,:/-])(\d{1,2}|${ROMAN})\.(?=\s(?:\p{Ll}|(?:${nouns})))`,
      'gu',
    );
  },
  (match, speaker, text) => {
    const value = numeral(match[1] ?? '');
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    if (speaker.language === 'cs' && /^\sstoletí/u.test(after))
      return ordinal(value, 'cs', /(?:^|\s)ve?\s$/iu.test(before) ? 'locative' : 'genitive');
    const feminine = { cs: /^\s\p{L}+á(?!\p{L})/u, hr: /^\s\p{L}+a(?!\p{L})/u, sr: /^\s\p{L}+а(?!\p{L})/u }[
      speaker.language
    ];
    if (speaker.language !== 'de')
      return ordinal(value, speaker.language, feminine?.test(after) ? 'feminine' : '{0}');
    const small = /^\s\p{Ll}/u.test(after) && !/^\s(?:bis|und|oder)\s\d{1,2}\.\s/u.test(after);
    // "in Raum 3. und": only before a noun is it one in German.
    return small ? undefined : ordinal(value, 'de', germanForm(before));
  },
);

/** German behind its article: "der Dritte Weltkrieg", "im 19. Jahrhundert". */
function germanForm(before: string): string {
  const last = /(\p{L}+)\s$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  return /^(?:am|im|vom|zum|zur|beim|den|dem|des|einem|einen|seinem|ihrem|seit|bis|vor|nach)$/u.test(last)
    ? '{0}n'
    : '{0}';
}

/** "Henry VIII", "Louis XIV", "Екатерина II". */
const rulers: Reader = reader(
  () =>
    new RegExp(
      String.raw`(?<=(?<![\p{L}])(?<name>(?:${RULERS})\p{L}{0,3})\s)(?<roman>${ROMAN})(?![\p{L}\p{N}])(?:\.(?=\s\p{Ll}|,))?`,
      'gu',
    ),
  ({ groups = {} }, speaker) => regnal(groups['name'] ?? '', romanValue(groups['roman'] ?? ''), speaker),
);

function regnal(name: string, value: number, { language }: Speaker): string {
  const style = REGNAL[language];
  const female = new RegExp(`^(?:${FEMALE_RULERS})`, 'u').test(name);
  if (!style || value > style.upTo) return value === 1 && language === 'fr' ? 'premier' : String(value);
  const form = female && style.feminine ? 'feminine' : '{0}';
  const word = ordinal(value, language, form) ?? ordinal(value, language);
  const article = (female ? style.feminineArticle : undefined) ?? style.article ?? '';
  return word === undefined ? String(value) : `${article}${language === 'de' ? capital(word) : word}`;
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** "XX век", "w XX wieku", "XX secolo". */
const centuries: Reader = reader(
  ({ language }) => {
    const noun = {
      ru: String.raw`(?:век|в\.)`,
      uk: String.raw`(?:столітт|ст\.)`,
      pl: String.raw`(?:wiek|w\.)`,
      it: String.raw`(?:secolo|sec\.)`,
    }[language];
    return noun === undefined
      ? undefined
      : new RegExp(String.raw`(?<![\p{L}\p{N}])(${ROMAN})(?=\s(${noun}\p{L}*))`, 'gu');
  },
  (match, { language }, text) => {
    const noun = match[2] ?? '';
    const within = /(?:^|\s)we?\s$/iu.test(text.slice(0, match.index));
    const form =
      language === 'it' || /^(?:век|wiek)$/u.test(noun)
        ? '{0}'
        : /^(?:веке|столітті)$/u.test(noun) || (noun === 'wieku' && within)
          ? 'locative'
          : /^(?:веку|століттю)$/u.test(noun)
            ? 'dative'
            : 'genitive';
    return ordinal(romanValue(match[1] ?? ''), language, form);
  },
);

/** Any other numeral behind a word: "Chapter IV", "siglo XX", "World War I". */
const numerals: Reader = reader(
  ({ language }) => {
    const before =
      language === 'en'
        ? String.raw`\p{Lu}\p{L}*|(?:century|part|chapter|volume|book|phase|type|level)`
        : String.raw`\p{L}+`;
    return new RegExp(
      String.raw`(?<=(?<![\p{L}])(${before})\.?\s)(${ROMAN}|LX{0,3}(?:IX|IV|V?I{1,3}))(?![\p{L}\p{N}'’])`,
      'gu',
    );
  },
  ([roman, before = ''], { language }) => {
    // One letter may be a word or a name; only behind "Chapter" and the like it is a number.
    const single = roman.length === 1;
    if (single && !new RegExp(`^(?:${CHAPTERS[language] ?? CHAPTERS['en']})$`, 'iu').test(before))
      return undefined;
    if (/^\p{Lu}{2,}$/u.test(before) && before.length > 3) return undefined;
    return String(romanValue(roman));
  },
);

/** "XVII–XVIII вв.", "Act II–IV". */
const romanRanges: Reader = reader(
  () =>
    new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?=[IVX]{1,6}\s?[-–—]\s?[IVX]{1,6})(${ROMAN})\s?[-–—]\s?(${ROMAN})(?![\p{L}\p{N}])`,
      'gu',
    ),
  ([whole, from = '', to = ''], speaker) =>
    whole.length < 4 ? undefined : rangeOf(String(romanValue(from)), String(romanValue(to)), speaker),
);

export const readMarked: readonly Reader[] = [marked];
export const readOrdinals: readonly Reader[] = [romanRanges, dotted, rulers, centuries, numerals];
