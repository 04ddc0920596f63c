import { CAPTION_LOOK } from '@shortfactory/core';
import type { WordBoundary } from '@shortfactory/core';

/** What is set in lines: a word, or a piece of one that is too long for a line. Widths in pixels. */
export interface LinePart {
  readonly width: number;
  /** Before it, where it does not begin a line. */
  readonly gap: number;
  readonly boundary: WordBoundary;
  /** A line ends after it in any case: it is a piece with a hyphen. */
  readonly endsLine: boolean;
}

/** Part ranges [from, to), one a line, and how much smaller than the design's the type must be for them. */
export interface Lines {
  readonly ranges: readonly (readonly [number, number])[];
  readonly scale: number;
}

/** Two lines of type so much smaller read better than three lines of large type. */
const TWO_LINES_SCALE = 0.88;
/** What a line's end costs after a part, against the square of what lines are off their mean, in tenths of the widest. */
const END_COST: Readonly<Record<WordBoundary, number>> = { sentence: 0, clause: 0, word: 3, bound: 24 };

/**
 * Lines of a caption: as few as hold its parts; of those the division that is even and ends lines where phrases end.
 * So many lines at most, unless pieces that end their lines ask for more; what fits none gets smaller type.
 */
export function breakLines(
  parts: readonly LinePart[],
  maxWidth: number,
  maxLines: number = CAPTION_LOOK.maxLines,
): Lines {
  const forced = parts.slice(0, -1).filter(({ endsLine }) => endsLine).length;
  const most = Math.max(maxLines, forced + 1);
  const divisions = Array.from({ length: most }, (_, i) => i + 1).map((lines) =>
    everyDivision(parts.length, lines)
      .filter((ranges) => ranges.every((range) => isWhole(parts, range)))
      .map((ranges) => ({ ranges, widest: Math.max(...ranges.map((range) => lineWidth(parts, range))) })),
  );
  let fewest = divisions.findIndex((some) => some.some(({ widest }) => widest <= maxWidth));
  let limit = maxWidth;
  if (fewest === 2 && divisions[1]?.some(({ widest }) => widest <= maxWidth / TWO_LINES_SCALE))
    [fewest, limit] = [1, maxWidth / TWO_LINES_SCALE];
  if (fewest < 0) {
    fewest = divisions.findLastIndex((some) => some.length > 0);
    limit = Math.min(...(divisions[fewest] ?? []).map(({ widest }) => widest));
  }
  let best: Lines = { ranges: [], scale: 1 };
  let least = Infinity;
  for (const { ranges, widest } of divisions[fewest] ?? []) {
    const cost = widest > limit ? Infinity : costOf(parts, ranges, maxWidth);
    if (cost < least) [best, least] = [{ ranges, scale: Math.min(1, maxWidth / widest) }, cost];
  }
  return best;
}

function lineWidth(parts: readonly LinePart[], [from, to]: readonly [number, number]): number {
  let width = 0;
  for (let i = from; i < to; i++) width += (parts[i]?.width ?? 0) + (i > from ? (parts[i]?.gap ?? 0) : 0);
  return width;
}

function isWhole(parts: readonly LinePart[], [from, to]: readonly [number, number]): boolean {
  return parts.slice(from, to - 1).every(({ endsLine }) => !endsLine);
}

function costOf(parts: readonly LinePart[], ranges: Lines['ranges'], maxWidth: number): number {
  const widths = ranges.map((range) => lineWidth(parts, range));
  const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length;
  const uneven = widths.reduce((sum, width) => sum + ((10 * (width - mean)) / maxWidth) ** 2, 0);
  const ends = ranges.slice(0, -1).map(([, to]) => END_COST[parts[to - 1]?.boundary ?? 'word']);
  return ends.reduce((sum, cost) => sum + cost, uneven);
}

/** Every way to divide `count` parts into so many lines. */
function everyDivision(count: number, lines: number): [number, number][][] {
  if (lines > count) return [];
  if (lines === 1) return [[[0, count]]];
  return Array.from({ length: count - lines + 1 }, (_, i) => i + lines - 1).flatMap((last) =>
    everyDivision(last, lines - 1).map((before): [number, number][] => [...before, [last, count]]),
  );
}
