import { CAPTION_LOOK, FRAME_PX, directionOf } from '@shortfactory/core';
import type { Aspect, CaptionCue, Direction } from '@shortfactory/core';
import bidiFactory from 'bidi-js';

/** Sizes of a caption in pixels of the frame, by aspect. */
export interface CaptionStyle {
  readonly fontPx: number;
  readonly strokePx: number;
  /** Widest line. */
  readonly maxWidthPx: number;
  /** Where the block of the last line ends, from the top. */
  readonly bottomPx: number;
}

/** Vertical sizes as fractions of the font size; scripts with marks above and below need more than Latin. */
export interface LineMetrics {
  readonly lineHeight: number;
  readonly ascent: number;
  readonly descent: number;
}

export interface PlacedWord {
  readonly index: number;
  /** Left edge and baseline in the frame. */
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
}

export interface CaptionLayout {
  readonly fontPx: number;
  readonly strokePx: number;
  readonly direction: Direction;
  readonly metrics: LineMetrics;
  readonly words: readonly PlacedWord[];
}

const bidi = bidiFactory();

/** The caption of the design (see CAPTION_LOOK) in pixels of a frame. */
export function captionStyle(aspect: Aspect): CaptionStyle {
  const { widthPx, heightPx } = FRAME_PX[aspect];
  const { font, line, below } = CAPTION_LOOK.sizes[aspect];
  const fontPx = Math.round(widthPx * font);
  return {
    fontPx,
    strokePx: Math.round(fontPx * CAPTION_LOOK.outlineEm),
    maxWidthPx: widthPx * line,
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

/**
 * Places a cue's words: the fewest lines that hold them, as equal in width as they can be, each centred, words in
 * visual order for either direction. Shrinks the type when a word is wider than a line or the words need a fourth.
 * `measure` returns a word's width and the width of a space at the style's font size.
 */
export function layoutCue(
  cue: CaptionCue,
  aspect: Aspect,
  measure: { word(index: number): number; space: number },
): CaptionLayout {
  const style = captionStyle(aspect);
  const widths = cue.words.map((_, i) => measure.word(i));
  const gaps = cue.words.map((word, i) => (i > 0 && word.spaced ? measure.space : 0));
  const scale = fittingScale(widths, gaps, style.maxWidthPx);
  const lines = balance(widths, gaps, style.maxWidthPx / scale);
  const text = cue.words.map((word) => word.text).join(' ');
  const direction = directionOf(text);
  const metrics = lineMetrics(text);
  const fontPx = style.fontPx * scale;
  const centre = FRAME_PX[aspect].widthPx / 2;
  const words = lines.flatMap(([from, to], line) => {
    const indices = Array.from({ length: to - from }, (_, i) => from + i);
    const total = lineWidth(widths, gaps, from, to) * scale;
    const lastBaseline = style.bottomPx - metrics.descent * fontPx;
    const baseline = lastBaseline - (lines.length - 1 - line) * metrics.lineHeight * fontPx;
    let x = centre - total / 2;
    const order = visualOrder(indices, (i) => cue.words[i]?.text ?? '', direction);
    return order.map((index, place): PlacedWord => {
      // Between two neighbours on screen stands the gap of the one that is read later, whichever side it is on.
      if (place > 0) x += (gaps[Math.max(index, order[place - 1] as number)] ?? 0) * scale;
      const placed = { index, x, baseline, width: (widths[index] ?? 0) * scale };
      x += placed.width;
      return placed;
    });
  });
  return { fontPx, strokePx: style.strokePx * scale, direction, metrics, words };
}

function lineWidth(widths: readonly number[], gaps: readonly number[], from: number, to: number): number {
  let width = 0;
  for (let i = from; i < to; i++) width += (widths[i] ?? 0) + (i > from ? (gaps[i] ?? 0) : 0);
  return width;
}

/** 1, or how much smaller the type must be for every word to fit a line and all words to fit three. */
function fittingScale(widths: readonly number[], gaps: readonly number[], maxWidth: number): number {
  const widest = Math.max(...widths);
  let scale = Math.min(1, maxWidth / widest);
  while (scale > 0.3 && balance(widths, gaps, maxWidth / scale).length > CAPTION_LOOK.maxLines) scale *= 0.94;
  return scale;
}

/** Line breaks as [from, to) word ranges: as few lines as possible, and of those the split whose widest line is narrowest. */
export function balance(
  widths: readonly number[],
  gaps: readonly number[],
  maxWidth: number,
): [number, number][] {
  const count = widths.length;
  // best[l][n]: narrowest possible widest line when the first n words stand on l lines.
  const best: number[][] = [[0, ...Array<number>(count).fill(Infinity)]];
  const cut: number[][] = [[]];
  for (let lines = 1; lines <= count; lines++) {
    const row = Array<number>(count + 1).fill(Infinity);
    const cuts = Array<number>(count + 1).fill(0);
    for (let to = lines; to <= count; to++) {
      for (let from = lines - 1; from < to; from++) {
        const width = lineWidth(widths, gaps, from, to);
        const worst = Math.max(best[lines - 1]?.[from] ?? Infinity, width);
        if (worst < (row[to] ?? Infinity)) [row[to], cuts[to]] = [worst, from];
      }
    }
    best.push(row);
    cut.push(cuts);
    if ((row[count] ?? Infinity) <= maxWidth + 0.01 || lines === count) {
      const ranges: [number, number][] = [];
      for (let to = count, l = lines; l > 0; l--) {
        const from = cut[l]?.[to] ?? 0;
        ranges.unshift([from, to]);
        to = from;
      }
      return ranges;
    }
  }
  return [];
}

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
