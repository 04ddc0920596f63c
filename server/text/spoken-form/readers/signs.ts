import { ABOUT, COMPARISONS, LOVE, SIGN_NAMES } from '../data/signs.ts';
import { clean } from '../numbers.ts';
import { reader, type Reader } from '../reading.ts';
import type { Speaker } from '../speaker.ts';

const HEART = /[❤♥💙💚💛🧡💜🖤🤍🤎💖💗💓💕💘]\ufe0f?/u;

/** "I ❤️ New York" is "I love New York". */
const love: Reader = reader(
  ({ language, unspaced }) => {
    const pronouns = Object.keys(LOVE[language] ?? {}).join('|');
    return pronouns === ''
      ? undefined
      : new RegExp(
          String.raw`(?<=${unspaced ? '' : String.raw`(?<!\p{L})`}(${pronouns})\s?)${HEART.source}(?=\s?[\p{N}\p{L}])`,
          'giu',
        );
  },
  ([, pronoun = ''], { language, unspaced }) => {
    const verb = LOVE[language]?.[pronoun.toLowerCase()];
    if (verb === undefined || unspaced) return verb;
    return /['’]$/u.test(pronoun) ? `${verb} ` : ` ${verb} `;
  },
);

const comparisons: Reader = reader(
  () => /(?<=\p{N}\s*)[<>](?=\s*\p{N})|(?<=\s)[<>](?=\s)/gu,
  ([sign], { language }) => {
    const name = COMPARISONS[language]?.[sign];
    return name === undefined ? undefined : ` ${name} `;
  },
);

/** "&" as the language's "and"; inside a name ("AT&T") a voice knows it. */
const ampersand: Reader = reader(
  () => /(?<=[\p{L}\p{N}.!?]\s)&(?=\s\S)/gu,
  (_, speaker) => and(speaker),
);

function and({ tag }: Speaker): string {
  const parts = new Intl.ListFormat(tag, { type: 'conjunction' }).formatToParts(['5', '5']);
  return clean(parts.find(({ type }) => type === 'literal')?.value ?? '').trim() || '&';
}

/** "~5 km" and "≈ 5". */
const about: Reader = reader(
  () => /(?<![\p{N}\p{L}%])[≈~]\s?(?=[$€£¥₹]?\p{N})/gu,
  ([sign], { language }) => {
    const name = ABOUT[language];
    return name === undefined ? (sign.startsWith('~') ? ' ' : undefined) : `${name} `;
  },
);

/** "$20/hr", "60 miles/hour". */
const per: Reader = reader(
  ({ language }) =>
    language === 'en'
      ? /(?<=[\p{N}\p{L}])\s?\/\s?(hr|hrs|hour|h|mo|month|yr|year|day|wk|week|night|min|minute|person|lb|kg|sq ft)(?!\p{L})/gu
      : undefined,
  ([, unit = '']) => ` per ${PER[unit] ?? unit}`,
);
const PER: Readonly<Record<string, string>> = {
  hr: 'hour',
  hrs: 'hour',
  h: 'hour',
  mo: 'month',
  yr: 'year',
  wk: 'week',
  min: 'minute',
  lb: 'pound',
  kg: 'kilogram',
  'sq ft': 'square foot',
};

/** What has a name only beside numbers or between words: "5 + 3 = 8", "a → b". */
const named: Reader = reader(
  () => /(?<=\p{N}\s?|\p{L}\s)[+=≈→](?=\s?\p{N}|\s\p{L})/gu,
  ([sign], { language }) => {
    const name = SIGN_NAMES[language]?.[sign];
    return name === undefined ? undefined : ` ${name} `;
  },
);

const EMOJI =
  /(?:\p{Regional_Indicator}{2}|[0-9#*]\ufe0f?\u20e3|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic})[\ufe0f\u{1f3fb}-\u{1f3ff}]*(?:\u200d\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]*)*[\u{e0020}-\u{e007f}]*)+/gu;

/** Emoji in a row. "3️⃣" is a number all the same, and © and ™ are no pictures. */
export function emojiIn(
  text: string,
): { readonly start: number; readonly end: number; readonly written: string }[] {
  return [...text.matchAll(EMOJI)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    written: match[0],
  }));
}

const keycaps: Reader = reader(
  () => /([0-9])\ufe0f?\u20e3/gu,
  ([, digit]) => ` ${digit} `,
);

/** Markup and typography that a voice would name: "asterisk", "underscore", "vertical bar". */
const silent: Reader = reader(
  () =>
    /<\/|[\p{Cc}\p{Cs}*_~^|\\<>[\]{}#`•·■□●○◆▪►▶→←↑↓⇒©®™§¶†★☆✓✔✗✘➤➜♪♫]+|\$(?!\s?\p{N})(?<!\p{N}\s?\$)|(?<=\s|^)[-–—=+/]+(?=\s|$)/gu,
  ([signs]) => (/^[–—-]+$/u.test(signs) ? signs : ' '),
);

/** Invisible marks inside words, and Hebrew's points, each of which espeak-ng reads by its name. */
const invisible: Reader = reader(
  () =>
    /[\u00ad\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]+/gu,
  () => '',
);

export const readLove: readonly Reader[] = [love, keycaps];
export const readPer: readonly Reader[] = [per];
export const readSigns: readonly Reader[] = [about, comparisons, named, ampersand, silent, invisible];
