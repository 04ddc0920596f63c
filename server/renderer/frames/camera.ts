import { FPS, FRAME_PX, TRANSITION_FRAMES } from '@shortfactory/core';
import type { Aspect } from '@shortfactory/core';

/** Ken Burns moves, all of them pans (docs/decisions/0119); neighbours go along different sides. */
export const MOVES = ['up', 'left', 'down', 'right'] as const;
export type Move = (typeof MOVES)[number];

/** A part of a picture as fractions of its sides. Width and height are the same fraction: it keeps the aspect. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface Focus {
  readonly x: number;
  readonly y: number;
}

/**
 * A camera's path over a picture. It is anchored where the scene ends, and its pace comes in steps, so the last view
 * does not depend on how long the narration is: editing one scene's words leaves the transition into the next as it was.
 */
export interface CameraPath {
  readonly from: View;
  readonly to: View;
  readonly paceFrames: number;
}

/** What of a picture is seen at a time: a scaled picture is as much larger than the frame, so that its pixels are the frame's. */
export const PAN = 5 / 6;
/** Of a motion vector, in a pixel (ITU-T H.264, 8.4.2.2). */
const VECTOR_STEPS = 4;
/** No pan goes faster than a pixel a frame: its pictures are drawn and predicted without any interpolation. */
const MOST_STEPS = VECTOR_STEPS;

/** Where a view that is `wantedPx` from the picture's edge begins: on a pixel of both luma and chroma, `roomPx` at the most. */
function onPixel(wantedPx: number, roomPx: number): number {
  return 2 * Math.max(0, Math.min(Math.floor(roomPx / 2), Math.round(wantedPx / 2)));
}

/**
 * The path of a move over `frames` frames of this shape that keeps the focus in view. It goes whole quarters of a pixel a
 * frame, the step of H.264's motion vectors: what an encoder or a decoder predicts of it is exact. It begins on a whole
 * pixel of the scaled picture, so that a move of a pixel a frame shows that picture's own pixels.
 */
export function cameraPath(move: Move, focus: Focus, frames: number, aspect: Aspect): CameraPath {
  // Whole steps of two seconds: see CameraPath.
  const paceSeconds = Math.max(6, 2 * Math.ceil(frames / FPS / 2));
  const paceFrames = paceSeconds * FPS;
  const { widthPx, heightPx } = FRAME_PX[aspect];
  const seenPx = { x: widthPx, y: heightPx };
  const allPx = (side: 'x' | 'y'): number => seenPx[side] / PAN;
  const roomPx = (side: 'x' | 'y'): number => allPx(side) - seenPx[side];
  const side = move === 'up' || move === 'down' ? 'y' : 'x';
  // What is left for the overhang after the scene's end, in which the picture still moves.
  const mostPx = roomPx(side) / (paceFrames + TRANSITION_FRAMES);
  const steps = Math.min(MOST_STEPS, Math.floor(mostPx * VECTOR_STEPS));
  // Slower than one step a frame in scenes of over a minute.
  const pacePx = steps === 0 ? mostPx : steps / VECTOR_STEPS;
  const wayPx = pacePx * paceFrames;
  const overhangPx = pacePx * TRANSITION_FRAMES;
  const view = (at: Readonly<Record<'x' | 'y', number>>): View => ({
    x: at.x / allPx('x'),
    y: at.y / allPx('y'),
    size: PAN,
  });
  const still = {
    x: onPixel(focus.x * allPx('x') - seenPx.x / 2, roomPx('x')),
    y: onPixel(focus.y * allPx('y') - seenPx.y / 2, roomPx('y')),
  };
  // As near to the focus as the way leaves room for.
  const nearPx = focus[side] * allPx(side) - (seenPx[side] + wayPx) / 2;
  const firstPx = onPixel(nearPx, roomPx(side) - wayPx - overhangPx);
  const forwards = move === 'right' || move === 'down';
  const [begin, end] = forwards
    ? [firstPx, firstPx + wayPx]
    : [firstPx + overhangPx + wayPx, firstPx + overhangPx];
  return { from: view({ ...still, [side]: begin }), to: view({ ...still, [side]: end }), paceFrames };
}

/** What the camera sees `frame` frames after the scene's start; frames past its end lie in the transition. */
export function viewAt(path: CameraPath, frame: number, sceneFrames: number): View {
  return between(path.from, path.to, 1 + (frame - sceneFrames) / path.paceFrames);
}

/** What every point of the picture goes in each frame of this size: whole pixels, whole steps of a vector, or neither. */
export function movesBy(
  { from, to, paceFrames }: CameraPath,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): 'pixels' | 'vectors' | 'fractions' {
  if (from.size !== to.size) return 'fractions';
  const pacesPx = [(to.x - from.x) * widthPx, (to.y - from.y) * heightPx].map(
    (distance) => distance / from.size / paceFrames,
  );
  const all = (wholeOf: number): boolean =>
    pacesPx.every((pace) => Math.abs(pace * wholeOf - Math.round(pace * wholeOf)) < 1e-6);
  if (all(1)) return 'pixels';
  return all(VECTOR_STEPS) ? 'vectors' : 'fractions';
}

/** On the straight way from one view to another, and beyond when t is over 1. */
function between(from: View, to: View, t: number): View {
  const mix = (a: number, b: number): number => a + (b - a) * t;
  return { x: mix(from.x, to.x), y: mix(from.y, to.y), size: mix(from.size, to.size) };
}

/**
 * A picture's move, by `seed` (any number that depends on the picture) and by whether its place is odd or even: never
 * that of a place beside it, and never another one because the picture there has changed.
 */
export function chooseMove(seed: number, place: number): Move {
  const half = MOVES.length / 2;
  return MOVES[2 * (Math.floor(seed / 2) % half) + (place % 2)] as Move;
}
