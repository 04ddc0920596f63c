import { ASPECTS } from '@shortfactory/core';
import type { AnchorRules } from './anchors.ts';
import { anchorPlan } from '../ffmpeg/arguments.ts';

/**
 * What decides how clips are encoded whose pictures are partly skipped (see bitstream/), as plain data: part of such a
 * clip's address. `version` is raised when the bitstream would be another from the same anchors.
 */
export interface Skipping extends AnchorRules {
  readonly version: number;
  readonly encoder: readonly unknown[];
}

export const SKIPPING: Skipping = {
  version: 1,
  gap: 4,
  tail: 2,
  encoder: ASPECTS.map((aspect) => anchorPlan(aspect, 'a-file')),
};
