import type { FootageLicence, FootageLicenceId, FootageSource } from '../../ports/footage.ts';

/** What scenes show that bring nothing of their own. */
export const VISUALS = ['drawn', 'photos', 'clips', 'mixed'] as const;
export type Visuals = (typeof VISUALS)[number];

/** A photo or clip of others that a scene shows. */
export interface SceneFootage {
  readonly source: FootageSource;
  /** As the search gave it: `photo-2014422`. */
  readonly id: string;
  /** As the search gave it; under another one it is not taken. */
  readonly licence?: FootageLicenceId;
}

/** Whose photo or clip a scene shows, and under which licence. */
export interface FootageCredit extends Omit<SceneFootage, 'licence'> {
  /** From 0. */
  readonly scene: number;
  /** Index of the scene's cut that brings it; absent for the scene's own. */
  readonly cut?: number;
  readonly title: string;
  readonly author: string;
  readonly authorUrl?: string;
  readonly pageUrl: string;
  readonly licence: FootageLicence;
  /** The line that goes with the video. */
  readonly attribution: string;
}
