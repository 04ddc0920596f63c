import { ASPECTS, FRAME_PX } from '@shortfactory/core';
import type { AnchorRules } from './anchors.ts';
import { movesBy } from './camera.ts';
import type { ClipPlan } from './clip-plan.ts';
import { anchorPlan } from '../ffmpeg/arguments.ts';
import type { AnchorKind } from '../ffmpeg/arguments.ts';

/**
 * What decides how clips are encoded whose pictures are partly skipped (see bitstream/), as plain data: part of such a
 * clip's address. `version` is raised when the bitstream would be another from the same anchors.
 */
export interface Skipping extends AnchorRules {
  readonly version: number;
  /** The most frames from one anchor to the next where vectors say the camera's move exactly. */
  readonly exactGap: number;
  readonly encoder: readonly unknown[];
}

export const SKIPPING: Skipping = {
  version: 1,
  gap: 2,
  exactGap: 5,
  tail: 2,
  encoder: ASPECTS.flatMap((aspect) =>
    (['steady', 'sparse', 'every'] as const).map((are) => anchorPlan(aspect, 'a-file', are)),
  ),
};

/**
 * Which frames of a clip are coded, and how. A decoder rounds the share of a vector that falls to a skipped picture to a
 * quarter of a pixel, so that it shows fine detail beside its place where the camera does not go whole quarters a frame.
 * Where it does, the edges of letters over a moving ground are what a longer gap would spoil.
 */
export function anchorRules(
  { gap, exactGap, tail }: Skipping,
  { shot, aspect }: ClipPlan,
): AnchorRules & { readonly kind: AnchorKind } {
  // Nothing but its own decoder knows what moves in a clip.
  if (shot.clip) return { gap: 1, tail, kind: 'every' };
  const moves = movesBy(shot.path, FRAME_PX[aspect]);
  if (moves === 'fractions') return { gap, tail, kind: 'sparse' };
  return { gap: exactGap, tail, kind: moves === 'pixels' ? 'steady' : 'sparse' };
}
