import { ANY_FRACTION, FRACTIONS, HALF_OF, OUT_OF, SIGNS } from '../data/fractions.ts';
import { BY } from '../data/signs.ts';
import { NUMBER, numberOf, rangeOf } from '../numbers.ts';
import { anyOf, reader, type Reader } from '../reading.ts';
import { beside, type Speaker } from '../speaker.ts';

const SIGN = anyOf(Object.keys(SIGNS));

/** "1/2 cup", "3 1/2", "2½", "¾". */
const fractions: Reader = reader(
  () =>
    new RegExp(
      String.raw`(?<![\p{L}\p{N}.,/:$€£-])(?:(?<whole>\d+)(?:\s|(?=${SIGN})))?(?:(?<top>\d{1,2})/(?<bottom>\d{1,3})|(?<sign>${SIGN}))(?![\p{L}\p{N}/]|[.,]\p{N})`,
      'gu',
    ),
  (match, speaker, text) => {
    const { whole, sign = '', top = '', bottom = '' } = match.groups ?? {};
    const written = SIGNS[sign] ?? `${top}/${bottom}`;
    const known = FRACTIONS.get(speaker.language);
    const [above = '', below = ''] = written.split('/');
    if (whole !== undefined && written === '1/2')
      return (known?.get('+1/2') ?? '{0} 1/2').replace('{0}', whole);
    const said = known?.get(written) ?? over(above, below, speaker);
    if (whole !== undefined) return beside(speaker, whole, speaker.language === 'en' ? 'and' : '', said);
    if (speaker.language !== 'en')
      return (
        halfOf(written, text.slice(0, match.index), text.slice(match.index + match[0].length), speaker) ??
        said
      );
    const next = text.slice(match.index + match[0].length);
    return written === '1/2' && /^\s(?:a|an|of|the)\s/u.test(next)
      ? 'half'
      : written === '1/2' && /^[\s-]\p{Ll}/u.test(next)
        ? half(next)
        : said;
  },
);

const half = (next: string): string => (/^[\s-][aeiou]/u.test(next) ? 'half an' : 'half a');

/** "1/2 tasse" is "une demi tasse": half of a noun that looks feminine. */
function halfOf(written: string, before: string, next: string, { language }: Speaker): string | undefined {
  const [words, noun] = HALF_OF[language] ?? [];
  if (written !== '1/2' || words === undefined || !noun?.test(next)) return undefined;
  // "Eine 1/2 Stunde" has its article.
  return /(?:^|\s)(?:eine|een|une|uma|una)\s$/iu.test(before)
    ? words.replace(/^(?:eine|een|une)\s/u, '')
    : words;
}

function over(above: string, below: string, { language }: Speaker): string {
  const pattern = ANY_FRACTION[language] ?? '{0}, {1}';
  return pattern.replace('{0}', above).replace('{1}', below);
}

/** "5–10" is a range, "3–2" a score: nobody counts down. */
const ranges: Reader = reader(
  () =>
    new RegExp(
      String.raw`(?<![\p{L}\p{N}.,/$-])(?<from>${NUMBER})\s?[-–—~〜～]\s?(?<to>${NUMBER})(?![\p{L}\p{N}/]|-\p{N})`,
      'gu',
    ),
  ({ groups = {} }, speaker) => {
    const [from, to] = [groups['from'] ?? '', groups['to'] ?? ''].map((one) => numberOf(one, speaker));
    if (!from || !to || /^0\d/u.test(from.plain + to.plain)) return undefined;
    // "A 9–5 job" is no score.
    if (from.plain === '9' && to.plain === '5') return rangeOf('9', '5', speaker);
    if (from.value >= to.value) return `${from.plain} ${to.plain}`;
    return rangeOf(from.plain, to.plain, speaker);
  },
);

/** A dash between amounts that have been read by themselves: "$5M–$10M". */
const betweenAmounts: Reader = reader(
  ({ phrases }) =>
    (phrases?.to ?? '') === ''
      ? undefined
      : /(?<=\p{N}(?:[\p{L}%°]{1,3}|\s?[€£$]))\s?[–~〜～-]\s?(?=[$€£¥₹]?\p{N})|(?<=\p{N})\s?[–-]\s?(?=[$€£¥₹]\p{N})/gu,
  (_, speaker) => (speaker.unspaced ? (speaker.phrases?.to ?? '') : ` ${speaker.phrases?.to ?? ''} `),
);

/** Codes of many groups are read digit by digit. */
const codes: Reader = reader(
  () => /(?<![\p{L}\p{N}.,/$-])\d+(?:-\d+){2,}(?![\p{L}\p{N}])/gu,
  ([code]) =>
    code
      .split('-')
      .map((group) => [...group].join(' '))
      .join(', '),
);

/** "10x better", "5 × as much"; "1080x1920" has its sign between two numbers. */
const times: Reader = reader(
  ({ phrases }) =>
    (phrases?.times ?? '') === ''
      ? undefined
      : new RegExp(
          String.raw`(?<![\p{L}\p{N}.,])(?<number>${NUMBER})\s?[x×х](?![\p{L}\p{N}]|\s?\p{N})`,
          'gu',
        ),
  ({ groups = {} }, speaker) => {
    const number = numberOf(groups['number'] ?? '', speaker);
    return number && beside(speaker, number.plain, speaker.phrases?.times ?? '');
  },
);

/** "1080 × 1920", "12 ft x 10 ft". */
const bySize: Reader = reader(
  () =>
    /(?<=\p{N})\s?[x×]\s?(?=\p{N})|(?<=\p{N}\s?(?:[cmk]?m|ft|feet|in|inch(?:es)?|["”″'’′]))\s?[x×]\s?(?=\p{N})/gu,
  (_, { language, unspaced }) => {
    const by = BY[language] ?? '';
    return unspaced ? by : ` ${by} `;
  },
);

/** "#1"; "№ 5" is an abbreviation. */
const numbered: Reader = reader(
  () => /(?<![\p{L}\p{N}&])[#№]\s?(\d+)(?!\p{L})/gu,
  ([, number = ''], speaker) => beside(speaker, speaker.phrases?.number ?? '', number),
);

/** Groups are taken out and the decimal sign is the language's, which is what voices read best. */
const plain: Reader = reader(
  () => new RegExp(String.raw`(?<![\p{L}\p{N}.,])${NUMBER}(?![\p{L}\p{N}]|[.,]\p{N})`, 'gu'),
  ([written], speaker) => {
    const number = /[.,'’ ]/u.test(written) ? numberOf(written, speaker) : undefined;
    return number === undefined || number.plain === written ? undefined : number.plain;
  },
);

/** "4.8/5" and "10/10" are ratings, "50/50" and "9/11" names of their own. */
const ratings: Reader = reader(
  () => /(?<![\p{L}\p{N}.,/:$€£-])(\d{1,3}(?:[.,]\d)?)\/(\d{1,3})(?![\p{L}\p{N}/]|[.,]\p{N})/gu,
  ([whole, top = '', bottom = ''], speaker) => {
    const value = numberOf(top, speaker);
    if (!value) return undefined;
    if (whole === '50/50' || (whole === '9/11' && speaker.language === 'en')) return `${top} ${bottom}`;
    const rating = /[.,]/u.test(top) || (value.value === Number(bottom) && value.value > 1);
    return rating ? beside(speaker, value.plain, OUT_OF[speaker.language] ?? '', bottom) : undefined;
  },
);

export const readFractions: readonly Reader[] = [ratings, fractions];
/** ".5" is "0.5". */
const bareDecimal: Reader = reader(
  () => /(?<=^|[\s(])\.(?=\d)/gu,
  () => '0.',
);

export const readNumbers: readonly Reader[] = [
  bareDecimal,
  numbered,
  codes,
  ranges,
  betweenAmounts,
  times,
  bySize,
  plain,
];
