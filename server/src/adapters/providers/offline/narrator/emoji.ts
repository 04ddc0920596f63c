import type { Replacement } from './spoken-text.ts';

/** A run of emoji without anything between them: espeak-ng gives one event for several. */
export interface EmojiRun {
  readonly start: number;
  readonly end: number;
  readonly clusters: readonly string[];
}

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

/** The emoji of a text in order. */
export function emojiRuns(text: string): EmojiRun[] {
  if (!EMOJI.test(text)) return [];
  const runs: { start: number; end: number; clusters: string[] }[] = [];
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (!EMOJI.test(segment)) continue;
    const previous = runs.at(-1);
    if (previous?.end === index) {
      previous.end += segment.length;
      previous.clusters.push(segment);
    } else {
      runs.push({ start: index, end: index + segment.length, clusters: [segment] });
    }
  }
  return runs;
}

/** The run's English names, as a reader would say them; undefined when none of its emoji has one. */
export async function namedInEnglish(run: EmojiRun): Promise<Replacement | undefined> {
  // 120 KB that most texts never need.
  const { default: names } = await import('@iconify-json/fluent-emoji-flat/chars.json', {
    with: { type: 'json' },
  });
  const spoken = run.clusters.map((cluster) => nameOf(cluster, names)).filter((name) => name !== undefined);
  return spoken.length === 0 ? undefined : { start: run.start, end: run.end, spoken: spoken.join(' ') };
}

function nameOf(cluster: string, names: Readonly<Record<string, string>>): string | undefined {
  const codes = [...cluster].map((char) => char.codePointAt(0)?.toString(16) ?? '');
  const plain = codes.filter((code) => code !== 'fe0f');
  const name = names[codes.join('-')] ?? names[plain.join('-')] ?? names[codes[0] ?? ''];
  return name?.replaceAll('-', ' ');
}
