import { createCanvas } from '@napi-rs/canvas';
import { CAPTION_SETTING, CAPTION_STYLES, asWritten, msToFrame } from '@shortfactory/core';
import type { Aspect, CaptionCue, CaptionStyle } from '@shortfactory/core';
import { captionSizes, layoutCue } from './caption-layout.ts';
import { faded } from './caption-planes.ts';
import type { Box } from './caption-planes.ts';
import { CuePainter, runsWidth } from './cue-painter.ts';
import type { Painted, PaintedPart } from './cue-painter.ts';
import type { Fonts, Run } from './fonts.ts';
import { piecesOf } from './long-words.ts';

/** A painted part of a caption: where it lies in the frame, when it is seen, and its planes (see kernel's Layer). */
export interface CaptionLayer extends Box {
  readonly fromFrame: number;
  readonly toFrame: number;
  readonly planes: Uint8Array;
}

/**
 * Paints cues in a style as layers in the order in which they are laid over a frame: for each cue all its words, then for
 * each word what marks it while it is spoken; or, where a style shows the spoken word alone, each word. Frames count from
 * where the cues' times count from.
 */
export async function paintCaptions(
  cues: readonly CaptionCue[],
  language: string,
  aspect: Aspect,
  fonts: Fonts,
  style: CaptionStyle = CAPTION_STYLES.block,
): Promise<CaptionLayer[]> {
  if (style.shows === 'nothing') return [];
  const layers: CaptionLayer[] = [];
  for (const cue of cues) {
    const parts = await partsOf(cue, language, aspect, fonts, style);
    // Of a cue of emoji without pictures nothing is seen.
    if (parts.length === 0) continue;
    const paint = style.shows === 'word' ? wordByWord : wholeCue;
    layers.push(...(await paint(cue, parts, aspect, style)));
  }
  return layers;
}

/** A cue's words as they are set; one of which nothing can be drawn has no part. */
async function partsOf(
  cue: CaptionCue,
  language: string,
  aspect: Aspect,
  fonts: Fonts,
  style: CaptionStyle,
): Promise<PaintedPart[]> {
  const context = createCanvas(8, 8).getContext('2d');
  const { fontPx, maxWidthPx } = captionSizes(aspect, style);
  const runsOf = (text: string): readonly Run[] =>
    fonts.itemize(asWritten(text, style, language), language, style.typeface).runs;
  const widthOf = (text: string): number => runsWidth(context, runsOf(text), fontPx, style);
  const parts: PaintedPart[] = [];
  for (const [index, word] of cue.words.entries()) {
    const pieces = await piecesOf(word.text, language, maxWidthPx, widthOf);
    pieces.forEach((text, piece) => {
      const runs = runsOf(text);
      if (runs.length === 0) return;
      const endsLine = piece + 1 < pieces.length;
      const spaced = piece === 0 && word.spaced;
      const boundary = endsLine ? 'clause' : (word.boundary ?? 'word');
      const widthPx = runsWidth(context, runs, fontPx, style);
      parts.push({ index, text, runs, widthPx, spaced, boundary, endsLine });
    });
  }
  return parts;
}

async function wholeCue(
  cue: CaptionCue,
  parts: readonly PaintedPart[],
  aspect: Aspect,
  style: CaptionStyle,
): Promise<CaptionLayer[]> {
  const painter = new CuePainter(layoutCue(parts, aspect, style), parts, aspect, style);
  const [fromFrame, toFrame] = [msToFrame(cue.startMs), msToFrame(cue.endMs)];
  const layers = await entering(fromFrame, toFrame, style, (scale) => painter.words(scale));
  if (style.spoken.as === 'plain') return layers;
  const entrance = CAPTION_SETTING.entrances[style.entrance].length;
  for (const [index, word] of cue.words.entries()) {
    if (!parts.some((part) => part.index === index)) continue;
    // At least one frame, and never before the word's own frame.
    const start = msToFrame(word.startMs);
    const end = Math.max(start + 1, msToFrame(word.endMs));
    // What comes in is not marked before it stands.
    const from = entrance === 0 ? start : Math.max(start, fromFrame + entrance);
    if (from < end) layers.push({ fromFrame: from, toFrame: end, ...(await painter.spoken(index)) });
  }
  return layers;
}

/** Each word in the middle, from where it is spoken until the next one is. */
async function wordByWord(
  cue: CaptionCue,
  parts: readonly PaintedPart[],
  aspect: Aspect,
  style: CaptionStyle,
): Promise<CaptionLayer[]> {
  const layers: CaptionLayer[] = [];
  const shown = cue.words.flatMap((word, index) => {
    const own = parts.filter((part) => part.index === index);
    return own.length === 0 ? [] : [{ own, index, from: msToFrame(word.startMs) }];
  });
  for (const [place, { own, index, from }] of shown.entries()) {
    const painter = new CuePainter(layoutCue(own, aspect, style), own, aspect, style);
    const to = Math.max(from + 1, shown[place + 1]?.from ?? msToFrame(cue.endMs));
    layers.push(...(await entering(from, to, style, (scale) => painter.alone(index, scale))));
  }
  return layers;
}

/** What stands from one frame up to another, with the steps in which it comes in. */
async function entering(
  fromFrame: number,
  toFrame: number,
  { entrance }: CaptionStyle,
  paint: (scale: number) => Promise<Painted>,
): Promise<CaptionLayer[]> {
  // What stands for a moment is seen whole.
  const steps = CAPTION_SETTING.entrances[entrance].slice(0, Math.max(0, toFrame - fromFrame - 1));
  const whole = await paint(1);
  const layers: CaptionLayer[] = [];
  for (const [frame, { scale, opacity }] of steps.entries()) {
    const { planes, ...box } = scale === 1 ? whole : await paint(scale);
    const at = fromFrame + frame;
    layers.push({
      ...box,
      fromFrame: at,
      toFrame: at + 1,
      planes: opacity === 1 ? planes : faded(planes, box, opacity),
    });
  }
  return [...layers, { fromFrame: fromFrame + steps.length, toFrame, ...whole }];
}
