import { CAPTION_LOOK, CAPTION_SETTING, CAPTION_STYLES, FRAME_PX, directionOf } from '@shortfactory/core';
import type { Aspect, CaptionStyle, Direction, WordBoundary } from '@shortfactory/core';
import bidiFactory from 'bidi-js';
import { breakLines } from './caption-lines.ts';
import type { LinePart } from './caption-lines.ts';

/** Sizes of a caption in pixels of the frame, by style and aspect. */
export interface CaptionSizes {
  readonly fontPx: number;
  readonly strokePx: number;
  /** Widest line. */
  readonly maxWidthPx: number;
  /** Where the block of the first line may begin and that of the last one end, from the top. */
  readonly topPx: number;
  readonly bottomPx: number;
}

/** Vertical sizes as fractions of the font size; scripts with marks above and below need more than Latin. */
export interface LineMetrics {
  readonly lineHeight: number;
  readonly ascent: number;
  readonly descent: number;
}

/** A word of a cue as it is set, or a piece of one that is too long for a line. */
export interface CaptionPart {
  /** Of its word in the cue. */
  readonly index: number;
  readonly text: string;
  /** At the style's size. */
  readonly widthPx: number;
  readonly spaced: boolean;
  readonly boundary: WordBoundary;
  /** Its word goes on in the next line. */
  readonly endsLine: boolean;
}

export interface PlacedPart {
  /** Of the part, in the order in which the parts are read. */
  readonly part: number;
  /** Left edge and baseline in the frame. */
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  /** How far the block goes beyond its left and right edge: less where a neighbour stands close. */
  readonly sides: readonly [number, number];
}

export interface CaptionLayout {
  readonly fontPx: number;
  readonly strokePx: number;
  readonly direction: Direction;
  readonly metrics: LineMetrics;
  readonly parts: readonly PlacedPart[];
}

const bidi = bidiFactory();

/** A style's captions in pixels of a frame. */
export function captionSizes(aspect: Aspect, style: CaptionStyle = CAPTION_STYLES.block): CaptionSizes {
  const { widthPx, heightPx } = FRAME_PX[aspect];
  const { font, line, below } = CAPTION_LOOK.sizes[aspect];
  const fontPx = Math.round(widthPx * font * style.size);
  const beside = style.plate ? 2 * CAPTION_SETTING.plate.sidesEm * fontPx : 0;
  return {
    fontPx,
    strokePx: Math.round(fontPx * (style.outline?.em ?? 0)),
    maxWidthPx: widthPx * line - beside,
    topPx: Math.round(heightPx * CAPTION_SETTING.above[aspect]),
    bottomPx: Math.round(heightPx * (1 - below)),
  };
}

export function lineMetrics(text: string): LineMetrics {
  if (/[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Thai}\p{Script=Arabic}]/u.test(text)) {
    return CAPTION_LOOK.lines.marked;
  }
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)) {
    return CAPTION_LOOK.lines.ideographic;
  }
  return CAPTION_LOOK.lines.latin;
}

/** Places a cue's parts: in lines (see breakLines), each centred, parts in visual order for either direction. */
export function layoutCue(
  parts: readonly CaptionPart[],
  aspect: Aspect,
  style: CaptionStyle = CAPTION_STYLES.block,
): CaptionLayout {
  const sizes = captionSizes(aspect, style);
  const gaps = parts.map((part, i) => gapBefore(part, parts[i - 1]) * sizes.fontPx);
  const { ranges, scale } = breakLines(
    parts.map((part, i): LinePart => ({ ...part, width: part.widthPx, gap: gaps[i] ?? 0 })),
    sizes.maxWidthPx,
    style.lines,
  );
  const text = parts.map((part) => part.text).join(' ');
  const direction = directionOf(text);
  const metrics = lineMetrics(text);
  const fontPx = sizes.fontPx * scale;
  const centre = FRAME_PX[aspect].widthPx / 2;
  const widest = fontPx * CAPTION_LOOK.block.sidesEm;
  const last = lastBaseline(style.position, sizes, metrics, fontPx, ranges.length);
  const placed = ranges.flatMap(([from, to], line) => {
    const indices = Array.from({ length: to - from }, (_, i) => from + i);
    const order = visualOrder(indices, (i) => parts[i]?.text ?? '', direction);
    // Between two neighbours on screen stands the gap of the one that is read later, whichever side it is on.
    const gapAt = (place: number): number =>
      (gaps[Math.max(order[place] as number, order[place - 1] as number)] ?? 0) * scale;
    const total = indices.reduce((sum, index) => sum + (parts[index]?.widthPx ?? 0) * scale, 0);
    const between = order.slice(1).map((_, place) => gapAt(place + 1));
    const baseline = last - (ranges.length - 1 - line) * metrics.lineHeight * fontPx;
    let x = centre - between.reduce((sum, gap) => sum + gap, total) / 2;
    return order.map((part, place): PlacedPart => {
      if (place > 0) x += between[place - 1] ?? 0;
      const side = (gap: number | undefined): number =>
        gap === undefined ? widest : Math.min(widest, gap / 2);
      const sides = [side(between[place - 1]), side(between[place])] as const;
      const here = { part, x, baseline, width: (parts[part]?.widthPx ?? 0) * scale, sides };
      x += here.width;
      return here;
    });
  });
  return { fontPx, strokePx: sizes.strokePx * scale, direction, metrics, parts: placed };
}

/** The baseline of the last of so many lines. */
function lastBaseline(
  position: CaptionStyle['position'],
  { topPx, bottomPx }: CaptionSizes,
  { lineHeight, ascent, descent }: LineMetrics,
  fontPx: number,
  lines: number,
): number {
  const lower = bottomPx - descent * fontPx;
  const upper = topPx + (ascent + (lines - 1) * lineHeight) * fontPx;
  if (position === 'lower') return lower;
  return position === 'top' ? upper : (upper + lower) / 2;
}

/** In ems. Where no space is written the block still needs room, and more of it beside another script's letters. */
function gapBefore(part: CaptionPart, before: CaptionPart | undefined): number {
  if (!before) return 0;
  if (part.spaced) return CAPTION_LOOK.spaceEm;
  const { words, scripts } = CAPTION_LOOK.unspacedEm;
  const [last, first] = [[...before.text].at(-1) ?? '', [...part.text][0] ?? ''];
  if (!LETTER_OR_DIGIT.test(last) || !LETTER_OR_DIGIT.test(first)) return words;
  return WESTERN.test(last) === WESTERN.test(first) ? words : scripts;
}

const WESTERN = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u;

/** Two units that have the direction of a character above U+FFFF. */
function unitsLike(char: string): string {
  if (!LETTER_OR_DIGIT.test(char)) return '\u2603\u2603';
  return directionOf(char) === 'rtl' ? '\u05d0\u05d0' : 'aa';
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * A line's words from left to right: rule L2 of the bidirectional algorithm over one level a word, that of its first
 * strong character.
 * @see https://www.unicode.org/reports/tr9/#L2
 */
function visualOrder(
  indices: readonly number[],
  text: (index: number) => string,
  direction: Direction,
): number[] {
  const base = direction === 'rtl' ? 1 : 0;
  // bidi-js reads UTF-16 units, and half an emoji as a Latin letter.
  const line = indices
    .map(text)
    .join(' ')
    .replace(/[\u{10000}-\u{10ffff}]/gu, unitsLike);
  const { levels } = bidi.getEmbeddingLevels(line, direction);
  let offset = 0;
  const levelled = indices.map((index) => {
    const word = text(index);
    const strong = [...word].findIndex((char) => LETTER_OR_DIGIT.test(char));
    const at = offset + [...word].slice(0, Math.max(0, strong)).join('').length;
    offset += word.length + 1;
    return { index, level: levels[at] ?? base };
  });
  const highest = Math.max(base, ...levelled.map((word) => word.level));
  let order = levelled;
  for (let level = highest; level > 0; level--) {
    const reversed: typeof order = [];
    let run: typeof order = [];
    for (const word of order) {
      if (word.level >= level) run.unshift(word);
      else {
        reversed.push(...run, word);
        run = [];
      }
    }
    order = [...reversed, ...run];
  }
  return order.map((word) => word.index);
}
