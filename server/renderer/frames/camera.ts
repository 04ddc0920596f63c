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

/** What a pan shows of a picture: as much as leaves a way of a pixel a frame in a scene of up to six seconds. */
const PAN = 0.84;
/** Of a motion vector, in a pixel (ITU-T H.264, 8.4.2.2). */
const VECTOR_STEPS = 4;
/** No pan goes faster than a pixel a frame: its pictures are drawn and predicted without any interpolation. */
const MOST_STEPS = VECTOR_STEPS;

function within(centre: number, size: number): number {
  return Math.min(1 - size, Math.max(0, centre - size / 2));
}

/**
 * The path of a move over `frames` frames of this shape that keeps the focus in view. It goes whole quarters of a pixel a
 * frame, the step of H.264's motion vectors: what an encoder or a decoder predicts of it is exact.
 */
export function cameraPath(move: Move, focus: Focus, frames: number, aspect: Aspect): CameraPath {
  // Whole steps of two seconds: see CameraPath.
  const paceSeconds = Math.max(6, 2 * Math.ceil(frames / FPS / 2));
  const paceFrames = paceSeconds * FPS;
  const { widthPx, heightPx } = FRAME_PX[aspect];
  const side = move === 'up' || move === 'down' ? 'y' : 'x';
  // What is left for the overhang after the scene's end, in which the picture still moves.
  const most = (1 - PAN) * (1 - TRANSITION_FRAMES / paceFrames);
  const steps = (most / PAN / paceFrames) * (side === 'y' ? heightPx : widthPx) * VECTOR_STEPS;
  const wanted = Math.min(MOST_STEPS, Math.floor(steps));
  // Slower than one step a frame in scenes of over 20 seconds.
  const way = steps < 1 ? most : (most * wanted) / steps;
  const overhang = (way * TRANSITION_FRAMES) / paceFrames;
  // As near to the focus as the way leaves room for.
  const first = Math.min(1 - PAN - way - overhang, Math.max(0, focus[side] - (PAN + way) / 2));
  const still = { x: within(focus.x, PAN), y: within(focus.y, PAN), size: PAN };
  const forwards = move === 'right' || move === 'down';
  const [begin, end] = forwards ? [first, first + way] : [first + overhang + way, first + overhang];
  return { from: { ...still, [side]: begin }, to: { ...still, [side]: end }, paceFrames };
}

/** What the camera sees `frame` frames after the scene's start; frames past its end lie in the transition. */
export function viewAt(path: CameraPath, frame: number, sceneFrames: number): View {
  return between(path.from, path.to, 1 + (frame - sceneFrames) / path.paceFrames);
}

/** Whether every point of the picture goes the same whole number of a vector's steps in each frame of this size. */
export function movesByVectors(
  { from, to, paceFrames }: CameraPath,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): boolean {
  const steps = [(to.x - from.x) * widthPx, (to.y - from.y) * heightPx].map(
    (distance) => (distance / from.size / paceFrames) * VECTOR_STEPS,
  );
  return from.size === to.size && steps.every((step) => Math.abs(step - Math.round(step)) < 1e-6);
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
