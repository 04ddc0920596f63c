import type { Path2D, SKRSContext2D } from '@napi-rs/canvas';
import type { Art } from '../art.ts';

/** A colour, or two for a soft change from the top of a shape to its bottom. */
export type Fill = string | readonly [top: string, bottom: string];

/** How a shape takes part in the picture, beyond its colour. */
export interface Look {
  /** `far` is pale and thin, `near` strong, `detail` small and without an outline of its own where lines would crowd. */
  readonly depth?: 'far' | 'mid' | 'near' | 'detail';
  /** A spot of colour that keeps its hue where the style reduces the palette: a sun, a lamp, a heart. */
  readonly accent?: boolean;
}

/** A motif's place on the page: the centre of its box, the longer side, and how it is turned and coloured. */
export interface Figure {
  readonly art: Art;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Radians, clockwise. */
  readonly turn: number;
  readonly flip: boolean;
  /** Colour asked for in the words ("a blue octopus"). */
  readonly tint?: string | undefined;
  /** 1 for the hero, less for what stands behind or beside it. */
  readonly weight: number;
}

/**
 * One image style's way to put things on the page. Settings and compositions speak only to this, so that everything
 * that can be drawn can be drawn in every style. All coordinates are page units (1080 × 1920).
 */
export interface Painter {
  /** The whole page, first of all. */
  backdrop(top: string, bottom: string): void;
  /** An opaque body that hides what is behind it. */
  shape(path: Path2D, fill: Fill, look?: Look): void;
  /** A line of its own: a thread, a wave, a trail. */
  line(path: Path2D, colour: string, widthPx: number, alpha?: number): void;
  /** Light or haze that lets through what is behind it. */
  light(path: Path2D, colour: string, alpha: number): void;
  /** A soft round shine around a point. */
  glow(x: number, y: number, radius: number, colour: string, alpha: number): void;
  /** The soft shadow under something that stands. */
  groundShadow(x: number, y: number, halfWidth: number, colour: string): void;
  figure(figure: Figure): void;
  /** Whatever lies over everything (paper grain, chalk dust); last of all. */
  finish(): void;
}

export type PainterMaker = (context: SKRSContext2D, mood: PainterMood) => Painter;

export interface PainterMood {
  readonly seed: number;
  /** True for a scary scene. */
  readonly dark: boolean;
  /** The hue that a style with few colours should use for its accent. */
  readonly accent: string;
  /** The colour that a limited palette should be built on. */
  readonly key: string;
  /** Colour of the air at night, in fog or in grey scenes; figures take on a little of it. */
  readonly air: string;
  readonly airShare: number;
}
