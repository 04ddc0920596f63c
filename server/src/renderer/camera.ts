import { FPS, TRANSITION_FRAMES } from '../domain/timeline.ts';

/** Ken Burns moves, in the order in which a neighbour that would repeat one takes the next. */
export const MOVES = ['in', 'left', 'out', 'right'] as const;
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

const WIDE = 0.985;
const CLOSE = 0.865;
const PAN = 0.86;

function within(centre: number, size: number): number {
  return Math.min(1 - size, Math.max(0, centre - size / 2));
}

function view(size: number, focus: Focus): View {
  return { x: within(focus.x, size), y: within(focus.y, size), size };
}

/** The path of a move over `frames` frames that keeps the focus in view. */
export function cameraPath(move: Move, focus: Focus, frames: number): CameraPath {
  // Whole steps of two seconds: see CameraPath.
  const paceSeconds = Math.max(6, 2 * Math.ceil(frames / FPS / 2));
  const paceFrames = paceSeconds * FPS;
  const pan = view(PAN, focus);
  // What is left for the overhang after the scene's end, in which the picture still moves.
  const slack = (1 - PAN) * (1 - TRANSITION_FRAMES / paceFrames);
  switch (move) {
    case 'in':
      return { from: view(WIDE, focus), to: view(CLOSE, focus), paceFrames };
    case 'out':
      return { from: view(CLOSE, focus), to: view(WIDE - 0.01, focus), paceFrames };
    case 'left':
      return { from: { ...pan, x: 1 - PAN }, to: { ...pan, x: 1 - PAN - slack }, paceFrames };
    case 'right':
      return { from: { ...pan, x: 0 }, to: { ...pan, x: slack }, paceFrames };
  }
}

/** What the camera sees `frame` frames after the scene's start; frames past its end lie in the transition. */
export function viewAt(path: CameraPath, frame: number, sceneFrames: number): View {
  const t = 1 + (frame - sceneFrames) / path.paceFrames;
  const mix = (a: number, b: number): number => a + (b - a) * t;
  return {
    x: mix(path.from.x, path.to.x),
    y: mix(path.from.y, path.to.y),
    size: mix(path.from.size, path.to.size),
  };
}

/** Each scene's move: its own by `seed` (any number that depends on the picture), never that of the scene before it. */
export function chooseMoves(seeds: readonly number[]): Move[] {
  const moves: Move[] = [];
  for (const seed of seeds) {
    const own = seed % MOVES.length;
    const move = MOVES[own] as Move;
    moves.push(move === moves.at(-1) ? (MOVES[(own + 1) % MOVES.length] as Move) : move);
  }
  return moves;
}
