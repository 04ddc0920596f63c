import { createCanvas } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { CAPTION_LOOK, CAPTION_SETTING, rgbOf } from '@shortfactory/core';
import type { Aspect, CaptionStyle } from '@shortfactory/core';
import type { CaptionLayout, CaptionPart, PlacedPart } from './caption-layout.ts';
import { evenBox, toPlanes } from './caption-planes.ts';
import type { Box } from './caption-planes.ts';
import { emojiImage } from './emoji.ts';
import type { Run } from './fonts.ts';

const { block: BLOCK, emoji: EMOJI } = CAPTION_LOOK;
const { plate: PLATE, underline: UNDERLINE } = CAPTION_SETTING;
/** A fully painted rectangle of the frame. */
export type Painted = Box & { readonly planes: Uint8Array };

export type PaintedPart = CaptionPart & { readonly runs: readonly Run[] };

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a part is drawn: its outline, or its letters in a colour. */
type Drawn = { readonly stroke: string } | { readonly fill: string; readonly onBlock?: boolean };

/** Paints the parts of one laid-out cue in a style. */
export class CuePainter {
  readonly #layout: CaptionLayout;
  readonly #parts: readonly PaintedPart[];
  readonly #aspect: Aspect;
  readonly #style: CaptionStyle;

  constructor(layout: CaptionLayout, parts: readonly PaintedPart[], aspect: Aspect, style: CaptionStyle) {
    this.#layout = layout;
    this.#parts = parts;
    this.#aspect = aspect;
    this.#style = style;
  }

  /** All words as they stand while another one is spoken. */
  words(scale = 1): Promise<Painted> {
    const { parts } = this.#layout;
    return this.#paint(parts, this.#margin(), scale, async (context) => {
      this.#drawPlate(context, parts);
      await this.#drawWords(context, parts, this.#style.fill);
    });
  }

  /** What is laid over a word while it is spoken: of each piece, where it is parted. */
  spoken(word: number): Promise<Painted> {
    const parts = this.#partsOf(word);
    const { spoken } = this.#style;
    const margin = spoken.as === 'block' ? 2 : this.#layout.strokePx + 2;
    return this.#paint(parts, margin, 1, async (context) => {
      if (spoken.as === 'block') return this.#drawMarked(context, parts, spoken.colour, spoken.letters);
      if (spoken.as === 'underline') this.#drawLines(context, parts, spoken.colour);
      // Painted anew, outline and all, so that no edge of the colour below shows; a neighbour's letters stay as they are.
      clipTo(
        context,
        parts.map((part) => this.#block(part)),
      );
      await this.#drawLetters(context, parts, spoken.as === 'colour' ? spoken.colour : this.#style.fill);
    });
  }

  /** A word that stands by itself, as it is while it is spoken. */
  alone(word: number, scale = 1): Promise<Painted> {
    const parts = this.#partsOf(word);
    const { spoken, fill } = this.#style;
    return this.#paint(parts, this.#margin(), scale, async (context) => {
      this.#drawPlate(context, parts);
      if (spoken.as === 'block') return this.#drawMarked(context, parts, spoken.colour, spoken.letters);
      if (spoken.as === 'underline') this.#drawLines(context, parts, spoken.colour);
      await this.#drawWords(context, parts, spoken.as === 'colour' ? spoken.colour : fill);
    });
  }

  #partsOf(word: number): readonly PlacedPart[] {
    return this.#layout.parts.filter(({ part }) => this.#parts[part]?.index === word);
  }

  /** How far beyond the blocks of words something is painted. */
  #margin(): number {
    const { fontPx, strokePx } = this.#layout;
    const { shadow, plate } = this.#style;
    const cast = shadow ? 2 * shadow.blurEm + Math.max(Math.abs(shadow.xEm), Math.abs(shadow.yEm)) : 0;
    return strokePx + fontPx * Math.max(cast, plate ? PLATE.sidesEm : 0);
  }

  async #drawWords(context: SKRSContext2D, parts: readonly PlacedPart[], fill: string): Promise<void> {
    const { shadow } = this.#style;
    if (shadow) {
      // In a pass of its own: no word's shadow lies over its neighbour's letters.
      const { fontPx } = this.#layout;
      context.save();
      context.shadowColor = withOpacity(shadow.colour, shadow.opacity);
      context.shadowBlur = shadow.blurEm * fontPx;
      context.shadowOffsetX = shadow.xEm * fontPx;
      context.shadowOffsetY = shadow.yEm * fontPx;
      const drawn = this.#outline() ?? { fill };
      for (const part of parts) await this.#drawPart(context, part, drawn);
      context.restore();
    }
    await this.#drawLetters(context, parts, fill);
  }

  async #drawLetters(context: SKRSContext2D, parts: readonly PlacedPart[], fill: string): Promise<void> {
    const outline = this.#outline();
    // All outlines first: one word's outline never lies over its neighbour's letters.
    if (outline) for (const part of parts) await this.#drawPart(context, part, outline);
    for (const part of parts) await this.#drawPart(context, part, { fill });
  }

  #outline(): { stroke: string } | undefined {
    const { outline } = this.#style;
    return outline && { stroke: outline.colour };
  }

  async #drawMarked(
    context: SKRSContext2D,
    parts: readonly PlacedPart[],
    colour: string,
    letters: string,
  ): Promise<void> {
    for (const part of parts) {
      const { x, y, width, height } = this.#block(part);
      context.fillStyle = colour;
      context.beginPath();
      context.roundRect(x, y, width, height, this.#layout.fontPx * BLOCK.radiusEm);
      context.fill();
    }
    for (const part of parts) await this.#drawPart(context, part, { fill: letters, onBlock: true });
  }

  /** Lines under parts, each with the outline of the letters. */
  #drawLines(context: SKRSContext2D, parts: readonly PlacedPart[], colour: string): void {
    const { fontPx, strokePx, metrics } = this.#layout;
    const height = UNDERLINE.em * fontPx;
    for (const { x, width, baseline, sides } of parts) {
      const [left, right] = sides.map((side) => Math.min(side, UNDERLINE.sidesEm * fontPx)) as [
        number,
        number,
      ];
      const below = Math.max(UNDERLINE.leastEm, metrics.descent - UNDERLINE.riseEm);
      const top = baseline + below * fontPx - height;
      context.beginPath();
      context.roundRect(x - left, top, left + width + right, height, height / 4);
      const outline = this.#outline();
      if (outline) {
        context.strokeStyle = outline.stroke;
        context.lineJoin = 'round';
        context.lineWidth = strokePx;
        context.stroke();
      }
      context.fillStyle = colour;
      context.fill();
    }
  }

  /** A ground behind each line; where two touch, they are one. */
  #drawPlate(context: SKRSContext2D, parts: readonly PlacedPart[]): void {
    const { plate } = this.#style;
    if (!plate) return;
    const { fontPx, metrics } = this.#layout;
    const [sides, radius] = [PLATE.sidesEm * fontPx, PLATE.radiusEm * fontPx];
    const gap = metrics.lineHeight - metrics.ascent - metrics.descent;
    const pad = Math.max(PLATE.padEm, gap / 2 + 0.02) * fontPx;
    context.beginPath();
    for (const baseline of new Set(parts.map((part) => part.baseline))) {
      const line = parts.filter((part) => part.baseline === baseline);
      const left = Math.min(...line.map(({ x }) => x)) - sides;
      const right = Math.max(...line.map(({ x, width }) => x + width)) + sides;
      const top = baseline - metrics.ascent * fontPx - pad;
      const height = (metrics.ascent + metrics.descent) * fontPx + 2 * pad;
      context.roundRect(left, top, right - left, height, radius);
    }
    context.fillStyle = withOpacity(plate.colour, plate.opacity);
    context.fill();
  }

  #block(part: PlacedPart): Rect {
    const { fontPx, metrics } = this.#layout;
    const [left, right] = part.sides;
    return {
      x: part.x - left,
      y: part.baseline - metrics.ascent * fontPx,
      width: left + part.width + right,
      height: (metrics.ascent + metrics.descent) * fontPx,
    };
  }

  async #drawPart(context: SKRSContext2D, part: PlacedPart, how: Drawn): Promise<void> {
    const { fontPx, strokePx, direction } = this.#layout;
    let x = part.x;
    const runs = this.#parts[part.part]?.runs ?? [];
    for (const run of direction === 'rtl' && runs.length > 1 ? [...runs].reverse() : runs) {
      const width = runWidth(context, run, fontPx, this.#style);
      if ('emoji' in run) {
        if ('fill' in how) await drawEmoji(context, run.emoji, x, width, part.baseline, fontPx, how);
      } else {
        setFont(context, run.family, fontPx, this.#style);
        context.direction = direction;
        context.textAlign = 'left';
        if ('stroke' in how) {
          context.strokeStyle = how.stroke;
          context.lineJoin = 'round';
          context.lineWidth = strokePx;
          context.strokeText(run.text, x, part.baseline);
        } else {
          context.fillStyle = how.fill;
          context.fillText(run.text, x, part.baseline);
        }
      }
      x += width;
    }
  }

  async #paint(
    parts: readonly PlacedPart[],
    margin: number,
    scale: number,
    draw: (context: SKRSContext2D) => Promise<void>,
  ): Promise<Painted> {
    const turn = this.#turn(scale);
    const { left, top, right, bottom } = turn.around(
      edgesOf(
        parts.map((part) => this.#block(part)),
        margin,
      ),
    );
    const box = evenBox(left, top, right, bottom, this.#aspect);
    const canvas = createCanvas(box.widthPx, box.heightPx);
    const context = canvas.getContext('2d');
    context.translate(-box.x, -box.y);
    turn.apply(context);
    await draw(context);
    const { data } = context.getImageData(0, 0, box.widthPx, box.heightPx);
    return { ...box, planes: toPlanes(data, box.widthPx, box.heightPx) };
  }

  /** What tilts and scales around the middle of the cue, and how far that reaches. */
  #turn(scale: number): { apply(context: SKRSContext2D): void; around(edges: Edges): Edges } {
    const angle = (this.#style.tiltDegrees * Math.PI) / 180;
    if (angle === 0 && scale === 1) return { apply: () => undefined, around: (edges) => edges };
    const { left, top, right, bottom } = edgesOf(
      this.#layout.parts.map((part) => this.#block(part)),
      0,
    );
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return {
      apply(context) {
        context.translate(x, y);
        context.rotate(angle);
        context.scale(scale, scale);
        context.translate(-x, -y);
      },
      around: (edges) => turned(edges, x, y, angle, scale),
    };
  }
}

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function edgesOf(rects: readonly Rect[], margin: number): Edges {
  return {
    left: Math.min(...rects.map((rect) => rect.x)) - margin,
    top: Math.min(...rects.map((rect) => rect.y)) - margin,
    right: Math.max(...rects.map((rect) => rect.x + rect.width)) + margin,
    bottom: Math.max(...rects.map((rect) => rect.y + rect.height)) + margin,
  };
}

/** The edges around a rectangle that is turned and scaled around a point. */
function turned(
  { left, top, right, bottom }: Edges,
  x: number,
  y: number,
  angle: number,
  scale: number,
): Edges {
  const corners = [left, right].flatMap((cornerX) =>
    [top, bottom].map((cornerY) => {
      const [dx, dy] = [(cornerX - x) * scale, (cornerY - y) * scale];
      return {
        x: x + dx * Math.cos(angle) - dy * Math.sin(angle),
        y: y + dx * Math.sin(angle) + dy * Math.cos(angle),
      };
    }),
  );
  return {
    left: Math.min(...corners.map((corner) => corner.x)),
    top: Math.min(...corners.map((corner) => corner.y)),
    right: Math.max(...corners.map((corner) => corner.x)),
    bottom: Math.max(...corners.map((corner) => corner.y)),
  };
}

async function drawEmoji(
  context: SKRSContext2D,
  emoji: string,
  x: number,
  width: number,
  baseline: number,
  fontPx: number,
  { fill, onBlock }: { readonly fill: string; readonly onBlock?: boolean },
): Promise<void> {
  const size = fontPx * EMOJI.sizeEm;
  const image = await emojiImage(emoji);
  context.save();
  // A yellow hand or face shows against the block by its shadow only.
  if (onBlock) {
    context.shadowColor = fill;
    context.shadowBlur = fontPx * EMOJI.shadowEm;
  }
  context.drawImage(image, x + (width - size) / 2, baseline - size * EMOJI.rise, size, size);
  context.restore();
}

function clipTo(context: SKRSContext2D, rects: readonly Rect[]): void {
  context.beginPath();
  for (const { x, y, width, height } of rects) context.rect(x, y, width, height);
  context.clip();
}

function withOpacity(colour: string, opacity: number): string {
  return `rgba(${rgbOf(colour).join(', ')}, ${opacity})`;
}

function setFont(
  context: SKRSContext2D,
  family: string,
  fontPx: number,
  { weight, widthPercent }: CaptionStyle,
): void {
  context.font = `${fontPx}px "${family}"`;
  context.fontVariationSettings = `'wght' ${weight}, 'wdth' ${widthPercent}`;
}

function runWidth(context: SKRSContext2D, run: Run, fontPx: number, style: CaptionStyle): number {
  if ('emoji' in run) return fontPx * EMOJI.advanceEm;
  setFont(context, run.family, fontPx, style);
  return context.measureText(run.text).width;
}

/** How wide runs are together, at a size in a style. */
export function runsWidth(
  context: SKRSContext2D,
  runs: readonly Run[],
  fontPx: number,
  style: CaptionStyle,
): number {
  return runs.reduce((sum, run) => sum + runWidth(context, run, fontPx, style), 0);
}
