import { lazily, primaryLanguage } from '@shortfactory/core';

/** Hyphenation patterns (those of TeX) by language, read when a word is first too long for a line. */
const PATTERNS: Readonly<
  Record<string, () => Promise<{ default: { hyphenateSync(text: string): string } }>>
> = {
  cs: () => import('hyphen/cs'),
  da: () => import('hyphen/da'),
  de: () => import('hyphen/de'),
  el: () => import('hyphen/el'),
  en: () => import('hyphen/en'),
  es: () => import('hyphen/es'),
  fi: () => import('hyphen/fi'),
  fr: () => import('hyphen/fr'),
  hu: () => import('hyphen/hu'),
  it: () => import('hyphen/it'),
  nb: () => import('hyphen/nb'),
  nl: () => import('hyphen/nl'),
  pl: () => import('hyphen/pl'),
  pt: () => import('hyphen/pt'),
  ro: () => import('hyphen/ro'),
  ru: () => import('hyphen/ru'),
  sv: () => import('hyphen/sv'),
  tr: () => import('hyphen/tr'),
  uk: () => import('hyphen/uk'),
};

/** A word is parted when it would need type smaller than this share of the design's. */
const READABLE = 0.8;
/** Lines that one word may take; over that the type gets smaller. */
const MOST_PIECES = 4;

const HYPHENATED =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}]/u;
/** Letters of these change their shape where a word is parted. */
const JOINED = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}]/u;
const ADDRESS = /:\/\/|^www\.|@|\p{L}\.\p{L}.*\/|^\S+\.\p{L}{2,}(?:\/|$)/u;
const SEPARATOR = /^[/.\-_@?&=:,;–—]$/u;
const GRAPHEMES = lazily(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));

/** A place at which a word may be parted: after so many graphemes, with this sign, at this cost. */
interface Place {
  readonly after: number;
  readonly sign: string;
  readonly cost: number;
}

/**
 * A word as the pieces that stand on lines of their own: itself where it fits a line of `widest`; else parted between
 * syllables with a hyphen, after the separators of an address without one, and where there is neither anywhere but
 * next to its ends. `width` measures a text at the design's size.
 */
export async function piecesOf(
  word: string,
  language: string,
  widest: number,
  width: (text: string) => number,
): Promise<string[]> {
  if (JOINED.test(word) || width(word) <= widest / READABLE) return [word];
  const graphemes = [...GRAPHEMES().segment(word)].map(({ segment }) => segment);
  const places = await placesIn(graphemes, word, language);
  let [limit, pieces] = [widest / READABLE, partedAt(places, graphemes, widest / READABLE, width)];
  while (pieces.length > MOST_PIECES) {
    limit *= 1.1;
    pieces = partedAt(places, graphemes, limit, width);
  }
  return pieces;
}

/** The pieces of least cost that are no wider than the limit, where places allow that. */
function partedAt(
  places: readonly Place[],
  graphemes: readonly string[],
  limit: number,
  width: (text: string) => number,
): string[] {
  const ends = [{ after: 0, sign: '', cost: 0 }, ...places, { after: graphemes.length, sign: '', cost: 0 }];
  const piece = (from: number, to: number): string =>
    graphemes.slice(ends[from]?.after, ends[to]?.after).join('') + (ends[to]?.sign ?? '');
  // best[n]: least cost of parting at the n-th place, the last of which is the word's end.
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let to = 1; to < ends.length; to++) {
    let least = { cost: Infinity, from: 0 };
    for (let from = to - 1; from >= 0; from--) {
      const filled = width(piece(from, to)) / limit;
      if (filled > 1 && from < to - 1) break;
      const cost = (best[from]?.cost ?? 0) + 10 + (1 - filled) ** 2 * 4 + (ends[to]?.cost ?? 0);
      if (cost < least.cost) least = { cost, from };
    }
    best.push(least);
  }
  const pieces: string[] = [];
  for (let to = ends.length - 1; to > 0; to = best[to]?.from ?? 0)
    pieces.unshift(piece(best[to]?.from ?? 0, to));
  return pieces;
}

async function placesIn(graphemes: readonly string[], word: string, language: string): Promise<Place[]> {
  const address = ADDRESS.test(word);
  const syllables = address ? new Set<number>() : await syllableEnds(word, language);
  const places: Place[] = [];
  for (let after = 1; after < graphemes.length; after++) {
    const [before, next] = [graphemes[after - 1] ?? '', graphemes[after] ?? ''];
    const nearEnd = after < 3 || graphemes.length - after < 3;
    if (before === '\u00ad') places.push({ after, sign: '-', cost: 0 });
    else if (SEPARATOR.test(before) && !SEPARATOR.test(next) && !nearEnd)
      places.push({ after, sign: '', cost: 0 });
    else if (syllables.has(after)) places.push({ after, sign: '-', cost: 0 });
    else if (!nearEnd && !SEPARATOR.test(next)) {
      const hyphen = !address && HYPHENATED.test(before) && HYPHENATED.test(next);
      places.push({ after, sign: hyphen ? '-' : '', cost: 30 });
    }
  }
  return places;
}

/** After how many graphemes a syllable ends at which a word may be parted. */
async function syllableEnds(word: string, language: string): Promise<Set<number>> {
  const patterns = await PATTERNS[primaryLanguage(language)]?.();
  const ends = new Set<number>();
  if (!patterns || word.includes('\u00ad')) return ends;
  let after = 0;
  for (const { segment } of GRAPHEMES().segment(patterns.default.hyphenateSync(word))) {
    if (segment === '\u00ad') ends.add(after);
    else after++;
  }
  return ends;
}
