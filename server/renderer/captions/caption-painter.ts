import { createCanvas } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { CAPTION_LOOK, FRAME_PX, msToFrame } from '@shortfactory/core';
import type { Aspect, CaptionCue } from '@shortfactory/core';
import { captionStyle, layoutCue } from './caption-layout.ts';
import type { CaptionLayout, CaptionPart, PlacedPart } from './caption-layout.ts';
import { emojiImage } from './emoji.ts';
import type { Fonts, Run } from './fonts.ts';
import { piecesOf } from './long-words.ts';

const { colours: COLOUR, block: BLOCK, emoji: EMOJI, axes: AXES } = CAPTION_LOOK;

/** A painted part of a caption: where it lies in the frame, when it is seen, and its planes (see kernel's Layer). */
export interface CaptionLayer {
  readonly fromFrame: number;
  readonly toFrame: number;
  readonly x: number;
  readonly y: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly planes: Uint8Array;
}

/**
 * Paints cues as layers in the order in which they are laid over a frame: for each cue all its words, then for each
 * word the block that covers it while it is spoken. Frames count from where the cues' times count from.
 */
export async function paintCaptions(
  cues: readonly CaptionCue[],
  language: string,
  aspect: Aspect,
  fonts: Fonts,
): Promise<CaptionLayer[]> {
  const layers: CaptionLayer[] = [];
  for (const cue of cues) {
    const parts = await partsOf(cue, language, aspect, fonts);
    // Of a cue of emoji without pictures nothing is seen.
    if (parts.length === 0) continue;
    const painter = new CuePainter(layoutCue(parts, aspect), parts, aspect);
    const [fromFrame, toFrame] = [msToFrame(cue.startMs), msToFrame(cue.endMs)];
    layers.push({ fromFrame, toFrame, ...(await painter.words()) });
    for (const [index, word] of cue.words.entries()) {
      if (!parts.some((part) => part.index === index)) continue;
      // At least one frame, and never before the word's own frame.
      const start = msToFrame(word.startMs);
      const end = Math.max(start + 1, msToFrame(word.endMs));
      layers.push({ fromFrame: start, toFrame: end, ...(await painter.marked(index)) });
    }
  }
  return layers;
}

type PaintedPart = CaptionPart & { readonly runs: readonly Run[] };

/** A cue's words as they are set; one of which nothing can be drawn has no part. */
async function partsOf(
  cue: CaptionCue,
  language: string,
  aspect: Aspect,
  fonts: Fonts,
): Promise<PaintedPart[]> {
  const context = createCanvas(8, 8).getContext('2d');
  const { fontPx, maxWidthPx } = captionStyle(aspect);
  const runsOf = (text: string): readonly Run[] => fonts.itemize(text, language).runs;
  const widthOf = (text: string): number => runsWidth(context, runsOf(text), fontPx);
  const parts: PaintedPart[] = [];
  for (const [index, word] of cue.words.entries()) {
    const pieces = await piecesOf(word.text, language, maxWidthPx, widthOf);
    pieces.forEach((text, piece) => {
      const runs = runsOf(text);
      if (runs.length === 0) return;
      const endsLine = piece + 1 < pieces.length;
      const spaced = piece === 0 && word.spaced;
      const boundary = endsLine ? 'clause' : (word.boundary ?? 'word');
      parts.push({
        index,
        text,
        runs,
        widthPx: runsWidth(context, runs, fontPx),
        spaced,
        boundary,
        endsLine,
      });
    });
  }
  return parts;
}

type Box = Pick<CaptionLayer, 'x' | 'y' | 'widthPx' | 'heightPx'>;

/** Paints the parts of one laid-out cue. */
class CuePainter {
  readonly #layout: CaptionLayout;
  readonly #parts: readonly PaintedPart[];
  readonly #aspect: Aspect;

  constructor(layout: CaptionLayout, parts: readonly PaintedPart[], aspect: Aspect) {
    this.#layout = layout;
    this.#parts = parts;
    this.#aspect = aspect;
  }

  words(): Promise<Box & { planes: Uint8Array }> {
    const { strokePx, parts } = this.#layout;
    return this.#paint(parts, strokePx, async (context) => {
      // All outlines first: one word's outline never lies over its neighbour's letters.
      for (const part of parts) await this.#drawPart(context, part, 'outline');
      for (const part of parts) await this.#drawPart(context, part, COLOUR.text);
    });
  }

  /** The block of a word: of each piece, where it is parted. */
  marked(word: number): Promise<Box & { planes: Uint8Array }> {
    const parts = this.#layout.parts.filter(({ part }) => this.#parts[part]?.index === word);
    return this.#paint(parts, 2, async (context) => {
      for (const part of parts) {
        const { x, y, width, height } = this.#block(part);
        context.fillStyle = COLOUR.mark;
        context.beginPath();
        context.roundRect(x, y, width, height, this.#layout.fontPx * BLOCK.radiusEm);
        context.fill();
      }
      for (const part of parts) await this.#drawPart(context, part, COLOUR.onMark);
    });
  }

  #block(part: PlacedPart): { x: number; y: number; width: number; height: number } {
    const { fontPx, metrics } = this.#layout;
    const [left, right] = part.sides;
    return {
      x: part.x - left,
      y: part.baseline - metrics.ascent * fontPx,
      width: left + part.width + right,
      height: (metrics.ascent + metrics.descent) * fontPx,
    };
  }

  async #drawPart(context: SKRSContext2D, part: PlacedPart, how: string): Promise<void> {
    const { fontPx, strokePx, direction } = this.#layout;
    let x = part.x;
    const runs = this.#parts[part.part]?.runs ?? [];
    for (const run of direction === 'rtl' && runs.length > 1 ? [...runs].reverse() : runs) {
      const width = runWidth(context, run, fontPx);
      if ('emoji' in run) {
        const size = fontPx * EMOJI.sizeEm;
        const image = await emojiImage(run.emoji);
        context.save();
        // A yellow hand or face shows against the block by its shadow only.
        if (how === COLOUR.onMark) {
          context.shadowColor = COLOUR.onMark;
          context.shadowBlur = fontPx * EMOJI.shadowEm;
        }
        if (how !== 'outline')
          context.drawImage(image, x + (width - size) / 2, part.baseline - size * EMOJI.rise, size, size);
        context.restore();
      } else {
        setFont(context, run.family, fontPx);
        context.direction = direction;
        context.textAlign = 'left';
        if (how === 'outline') {
          context.strokeStyle = COLOUR.outline;
          context.lineJoin = 'round';
          context.lineWidth = strokePx;
          context.strokeText(run.text, x, part.baseline);
        } else {
          context.fillStyle = how;
          context.fillText(run.text, x, part.baseline);
        }
      }
      x += width;
    }
  }

  async #paint(
    parts: readonly PlacedPart[],
    margin: number,
    draw: (context: SKRSContext2D) => Promise<void>,
  ): Promise<Box & { planes: Uint8Array }> {
    const blocks = parts.map((part) => this.#block(part));
    const box = evenBox(
      Math.min(...blocks.map((b) => b.x)) - margin,
      Math.min(...blocks.map((b) => b.y)) - margin,
      Math.max(...blocks.map((b) => b.x + b.width)) + margin,
      Math.max(...blocks.map((b) => b.y + b.height)) + margin,
      this.#aspect,
    );
    const canvas = createCanvas(box.widthPx, box.heightPx);
    const context = canvas.getContext('2d');
    context.translate(-box.x, -box.y);
    await draw(context);
    const { data } = context.getImageData(0, 0, box.widthPx, box.heightPx);
    return { ...box, planes: toPlanes(data, box.widthPx, box.heightPx) };
  }
}

/** The smallest box around the edges that the kernel can lay: width a multiple of 32, all else even, inside the frame. */
function evenBox(left: number, top: number, right: number, bottom: number, aspect: Aspect): Box {
  const frame = FRAME_PX[aspect];
  const widest = frame.widthPx - (frame.widthPx % 32);
  const widthPx = Math.min(widest, Math.ceil((right - left + 2) / 32) * 32);
  const x = Math.max(0, Math.min(frame.widthPx - widthPx, Math.floor((left + right - widthPx) / 4) * 2));
  const y = Math.max(0, Math.floor(top / 2) * 2);
  const heightPx = Math.min(frame.heightPx - y, Math.ceil((bottom - y) / 2) * 2);
  return { x, y, widthPx, heightPx };
}

function setFont(context: SKRSContext2D, family: string, fontPx: number): void {
  context.font = `${fontPx}px "${family}"`;
  context.fontVariationSettings = `'wght' ${AXES.wght}, 'wdth' ${AXES.wdth}`;
}

function runWidth(context: SKRSContext2D, run: Run, fontPx: number): number {
  if ('emoji' in run) return fontPx * EMOJI.advanceEm;
  setFont(context, run.family, fontPx);
  return context.measureText(run.text).width;
}

function runsWidth(context: SKRSContext2D, runs: readonly Run[], fontPx: number): number {
  return runs.reduce((sum, run) => sum + runWidth(context, run, fontPx), 0);
}

/**
 * RGBA (not premultiplied) → y, u, v and alpha planes in BT.709 limited range. Chroma is the mean of four pixels
 * weighted by their alpha, so that no dark fringe grows at an edge.
 */
export function toPlanes(rgba: Uint8ClampedArray, width: number, height: number): Uint8Array {
  const full = width * height;
  const planes = new Uint8Array(full * 2.75);
  const [u, v, alpha, alphaHalf] = [full, full * 1.25, full * 1.5, full * 2.5];
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      let [red, green, blue, cover] = [0, 0, 0, 0];
      for (const at of [y * width + x, y * width + x + 1, (y + 1) * width + x, (y + 1) * width + x + 1]) {
        const a = rgba[at * 4 + 3] as number;
        if (a === 0) continue;
        const [r, g, b] = [rgba[at * 4] as number, rgba[at * 4 + 1] as number, rgba[at * 4 + 2] as number];
        planes[at] = Math.round(16 + (46.559 * r + 156.629 * g + 15.812 * b) / 255);
        planes[alpha + at] = a;
        red += r * a;
        green += g * a;
        blue += b * a;
        cover += a;
      }
      if (cover === 0) continue;
      const at = (y / 2) * (width / 2) + x / 2;
      const scale = 1 / (cover * 255);
      planes[u + at] = Math.round(128 + (-25.664 * red - 86.336 * green + 112 * blue) * scale);
      planes[v + at] = Math.round(128 + (112 * red - 101.73 * green - 10.27 * blue) * scale);
      planes[alphaHalf + at] = cover / 4;
    }
  }
  return planes;
}
