import type { SceneClip } from '../../../shared/drafts/draft.ts';

/** No part of a clip is shorter than this, in seconds. */
export const LEAST_PART = 0.5;
export const MIDDLE = { x: 0.5, y: 0.5 };
/** A photo of which a frame would keep less is shown as a square before its own blur. */
const LEAST_KEPT = 0.5;

/** The use with a change in it; what is as without it is left out, so that a script says only what was chosen. */
export function clipWith(clip: SceneClip, change: SceneClip, length: number | undefined): SceneClip {
  const { fromSeconds, toSeconds, fit, focus, sound, speed } = { ...clip, ...change };
  return {
    ...(fromSeconds !== undefined && fromSeconds > 0 && { fromSeconds }),
    ...(toSeconds !== undefined && toSeconds !== length && { toSeconds }),
    ...(fit === 'fit' && { fit }),
    ...(focus && (focus.x !== MIDDLE.x || focus.y !== MIDDLE.y) && { focus }),
    ...(sound === 'under' && { sound }),
    ...(speed !== undefined && speed !== 1 && { speed }),
  };
}

/** Which seconds of a clip of this length are shown. */
export function partOf({ fromSeconds = 0, toSeconds }: SceneClip, length: number): readonly [number, number] {
  const to = Math.min(toSeconds ?? length, length);
  return [Math.max(0, Math.min(fromSeconds, to - LEAST_PART)), to];
}

/** The part after one of its ends was moved: neither end passes the other, nor the clip's. In tenths of a second. */
export function movedEnd(
  [from, to]: readonly [number, number],
  end: 'from' | 'to',
  at: number,
  length: number,
): Pick<SceneClip, 'fromSeconds' | 'toSeconds'> {
  const tenths = Math.round(at * 10) / 10;
  if (end === 'from') return { fromSeconds: Math.max(0, Math.min(tenths, to - LEAST_PART)), toSeconds: to };
  return { fromSeconds: from, toSeconds: Math.min(length, Math.max(tenths, from + LEAST_PART)) };
}

/** A rectangle in parts of a picture's width and height. */
export interface Window {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * What a frame shows of a picture, both by width ÷ height: as the renderer cuts it around the focus. A photo of a very
 * different shape keeps a square.
 */
export function windowOf(picture: number, frame: number, focus: typeof MIDDLE, isPhoto: boolean): Window {
  const kept = Math.min(picture / frame, frame / picture);
  const shown = isPhoto && kept < LEAST_KEPT ? 1 : frame;
  const width = Math.min(1, shown / picture);
  const height = Math.min(1, picture / shown);
  const within = (at: number, size: number): number => Math.max(0, Math.min(1 - size, at - size / 2));
  return { left: within(focus.x, width), top: within(focus.y, height), width, height };
}

/** A focus inside the picture, in hundredths. */
export function focusAt(x: number, y: number): typeof MIDDLE {
  const within = (value: number): number => Math.round(Math.max(0, Math.min(1, value)) * 100) / 100;
  return { x: within(x), y: within(y) };
}

/** Width ÷ height of an aspect such as `9:16`. */
export function ratioOf(aspect: string): number {
  const [width = 9, height = 16] = aspect.split(':').map(Number);
  return width / height;
}
