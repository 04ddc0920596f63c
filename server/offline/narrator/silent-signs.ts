import { SIGN_NAMES } from './sign-names.ts';
import type { Replacement } from './spoken-text.ts';

/** Signs with nothing between them: espeak-ng gives one event for several emoji in a row. */
export interface SignRun {
  readonly start: number;
  readonly end: number;
  readonly graphemes: readonly string[];
}

/** What captions show as a word of its own though it has no letters: emoji, and the signs of `isSpeakable`. */
const SIGN = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3%&+=@€$£¥₹°]/u;

const ENGLISH: Readonly<Record<string, string>> = {
  ...SIGN_NAMES['en'],
  '%': 'percent',
  '&': 'and',
  '+': 'plus',
  '=': 'equals',
  '@': 'at',
  '¥': 'yen',
  '°': 'degrees',
};

/** The signs of a text in order. */
export function signRuns(text: string): SignRun[] {
  if (!SIGN.test(text)) return [];
  const runs: { start: number; end: number; graphemes: string[] }[] = [];
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (!SIGN.test(segment)) continue;
    const previous = runs.at(-1);
    if (previous?.end === index) {
      previous.end += segment.length;
      previous.graphemes.push(segment);
    } else {
      runs.push({ start: index, end: index + segment.length, graphemes: [segment] });
    }
  }
  return runs;
}

/** The run's English names, as a reader would say them; undefined when none of its signs has one. */
export async function namedInEnglish(run: SignRun): Promise<Replacement | undefined> {
  // 120 KB that most texts never need.
  const { default: emojiNames } = await import('@iconify-json/fluent-emoji-flat/chars.json', {
    with: { type: 'json' },
  });
  const names = run.graphemes.map((sign) => ENGLISH[sign] ?? emojiName(sign, emojiNames));
  const spoken = names.filter((name) => name !== undefined).join(' ');
  return spoken === '' ? undefined : { start: run.start, end: run.end, spoken };
}

function emojiName(emoji: string, names: Readonly<Record<string, string>>): string | undefined {
  const codes = [...emoji].map((char) => char.codePointAt(0)?.toString(16) ?? '');
  const plain = codes.filter((code) => code !== 'fe0f');
  const name = names[codes.join('-')] ?? names[plain.join('-')] ?? names[codes[0] ?? ''];
  return name?.replaceAll('-', ' ');
}
