import { abbreviationsOf, type Abbreviation } from '../../abbreviations/abbreviations.ts';
import { CHEMICALS, LETTERED, MISREAD, SPOKEN_CAPITALS, STRESSED } from '../data/capitals.ts';
import { anyOf, reader, type Reader } from '../reading.ts';
import type { Speaker } from '../speaker.ts';

const kept = new Map<
  string,
  { readonly pattern: RegExp; readonly byWritten: ReadonlyMap<string, readonly Abbreviation[]> }
>();

/** The table of a language as one pattern; spaces inside ("z. B.") may be missing, and the first letter may be large. */
function tableOf({ language }: Speaker): (typeof kept extends Map<string, infer T> ? T : never) | undefined {
  const known = kept.get(language);
  if (known) return known;
  const list = abbreviationsOf(language);
  if (list.length === 0) return undefined;
  const byWritten = new Map<string, Abbreviation[]>();
  for (const one of list)
    byWritten.set(
      key(one.written),
      [...(byWritten.get(key(one.written)) ?? []), one].sort(
        (a, b) => Number(b.afterNumber) - Number(a.afterNumber),
      ),
    );
  const written = new Set(list.flatMap((one) => [one.written, large(one.written), small(one.written)]));
  const pattern = anyOf(written).replaceAll(' ', String.raw`\s?`);
  const table = {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{M}\p{N}.'’-])(?:${pattern})(?:(?<=-)|(?![\p{L}\p{M}]))(?<!\p{L}(?=\p{N}))`,
      'gu',
    ),
    byWritten,
  };
  kept.set(language, table);
  return table;
}

/** "sig. Rossi" as "Sig. Rossi"; of one letter the large form only. */
const PART_OF_ONE = /(?<!\p{N}[\s/]?)(?:[123]\/[2348]|[½⅓⅔¼¾])\s?$/u;
/** "1 tbsp" is one tablespoon, and "1/2 tsp" half of one. */
const singular = ({ spoken, afterNumber }: Abbreviation, before: string, { language }: Speaker): string =>
  language === 'en' && afterNumber && (/(?<![\p{N}.,])1\s?$/u.test(before) || PART_OF_ONE.test(before))
    ? spoken.replace(/s$/u, '')
    : spoken;
const large = (written: string): string =>
  /^\p{L}(?:\p{L}|\.\s?\p{L})/u.test(written)
    ? written.slice(0, 1).toUpperCase() + written.slice(1)
    : written;
const small = (written: string): string =>
  /^\p{L}{2}/u.test(written) ? written.slice(0, 1).toLowerCase() + written.slice(1) : written;
const key = (written: string): string => written.replaceAll(/\s/gu, '').toLowerCase();

/** "5min": behind a digit an abbreviation may begin without a space. */
const abbreviations: Reader = (text, speaker) => {
  const table = tableOf(speaker);
  if (!table) return [];
  return [...text.matchAll(table.pattern)].flatMap((match) => {
    const [written] = match;
    const start = match.index;
    const end = start + written.length;
    const found = (table.byWritten.get(key(written)) ?? []).find((one) =>
      fits(one, text.slice(0, start), text.slice(end), speaker),
    );
    if (!found) return [];
    const gap = /^[\p{L}\p{N}]/u.test(text.slice(end)) && !found.spoken.endsWith(' ') ? ' ' : '';
    // The stop of "etc." at the end of a sentence is the sentence's too.
    // German nouns are large anywhere.
    const german = speaker.language === 'de' && found.afterNumber && text.slice(end).trim() !== '';
    const ends =
      !german &&
      written.endsWith('.') &&
      found.followedBy === 'anything' &&
      (/^(?:["'”’»)]*\s+["'“‘«(]*\p{Lu}|\s*$)/u.test(text.slice(end)) ||
        (!found.afterNumber && /^\s+\p{Lo}/u.test(text.slice(end))));
    return [
      { start, end: ends ? end - 1 : end, spoken: singular(found, text.slice(0, start), speaker) + gap },
    ];
  });
};

function fits(
  { spoken, followedBy, afterNumber }: Abbreviation,
  before: string,
  after: string,
  { language }: Speaker,
): boolean {
  if (afterNumber && !/(?:\p{N}|\p{N}\s\p{L}+|[IVX])\s?$/u.test(before)) return false;
  // "12 Main St. Boston" is a street.
  if (spoken === 'Saint' && /\p{N}\s\p{Lu}\p{L}+\s$/u.test(before)) return false;
  if (followedBy === 'name')
    return /^\s?(?:["“«]?\p{Lu}|\p{Lo}|(?:&|and|und|et|y|e|i|и|og|och|en)\s\p{Lu})/u.test(after);
  if (followedBy === 'number')
    return (
      /^\s?\p{N}/u.test(after) ||
      /^\s(?:[IVX]{2,}|[VX])(?!\p{L})/u.test(after) ||
      (language === 'en' ? /\p{N}\s$/u : /\p{N}\.?\s$/u).test(before)
    );
  return followedBy === 'anything' || /^[\s,]*\S/u.test(after);
}

/** "CO2" and "H₂O" by letters and digits. */
const chemicals: Reader = reader(
  () => new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${anyOf(CHEMICALS)})(?![\p{L}\p{N}])`, 'gu'),
  ([formula]) =>
    [...formula.normalize('NFKC')]
      .join(' ')
      .replaceAll(/(\d) (?=\d)/gu, '$1')
      .replaceAll(/(?<=[A-Z]) (?=[a-z])/gu, ''),
);

/** Words in capitals for weight are said as words, names made of first letters by their letters. */
const capitals: Reader = (text, speaker) => {
  const found = [
    ...text.matchAll(
      /(?<![\p{L}\p{M}\p{N}@#&._-])\p{Lu}{2,}(?:['’]\p{Lu}{1,2})?(?![\p{L}\p{M}\p{N}]|[._@&]\p{L})/gu,
    ),
  ];
  const shouted = isShouted(text);
  if (shouted && speaker.language === 'en')
    found.push(...text.matchAll(/(?<=\p{Lu}{2,}\s)A(?=\s\p{Lu}{2,})/gu));
  return found.flatMap((match) => {
    const [word] = match;
    const spoken = capitalsSaid(word, shouted, speaker);
    return spoken === undefined || spoken === word
      ? []
      : [{ start: match.index, end: match.index + word.length, spoken }];
  });
};

/** More than half of the words of three letters and more in capitals. */
function isShouted(text: string): boolean {
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  return words.length > 2 && words.filter((word) => /^\p{Lu}+$/u.test(word)).length > words.length / 2;
}

function capitalsSaid(word: string, shouted: boolean, { language, tag }: Speaker): string | undefined {
  const lower = word.toLocaleLowerCase(tag);
  if (STRESSED.has(word)) return lower;
  if (SPOKEN_CAPITALS.has(word))
    return /^\p{Script=Latin}+$/u.test(word) ? word.slice(0, 1) + lower.slice(1) : undefined;
  // What English voices spell by themselves is left to them.
  if (LETTERED.has(word))
    return language === 'en' ? (MISREAD.has(word) ? [...word].join('.') : undefined) : [...word].join(' ');
  if (shouted || word === 'A') return lower;
  if (!/^[\p{Script=Latin}'’]+$/u.test(word)) return word.length > 4 ? lower : undefined;
  if (!/[AEIOUYÀ-Ý]/u.test(word)) return undefined;
  // "ISBN" and "XVIII" are no words.
  const pronounced =
    /^(?:[^AEIOUYÀ-Ý]{0,2}[AEIOUYÀ-Ý]+)+[^AEIOUYÀ-Ý]{0,2}$/u.test(word) && !/^[IVXL]+$/u.test(word);
  return word.length > 3 && pronounced ? lower : undefined;
}

/** "AND/OR": the slash between words, and the hyphen between a word and a number, are not said. */
const joints: Reader = reader(
  () =>
    /(?<=[\p{L}€$£%][\p{L}\p{M}'’.]*\s?)\/(?=\s?\p{L})|(?<![\p{L}\p{N}])['’](?=\d\d(?!\p{N}))|(?<=[A-Za-z\u00c0-\u024f])-(?=\p{N})/gu,
  ([joint]) => (/['’]/u.test(joint) ? '' : ' '),
);

export const readAbbreviations: readonly Reader[] = [abbreviations];
export const readWords: readonly Reader[] = [chemicals, capitals, joints];
