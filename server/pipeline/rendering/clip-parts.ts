import { createHash } from 'node:crypto';
import { CAPTION_SETTING } from '@shortfactory/core';
import type { Aspect, Timeline } from '@shortfactory/core';
import { GRADE, planClips } from '@shortfactory/renderer';
import type { ClipLook, ClipPlan, Renderer, SceneVisual, Skipping } from '@shortfactory/renderer';
import { address } from '../artifacts/artifacts.ts';
import type { Picture } from '../uploads.ts';

/** Raised when this stage makes something else from the same in a way that no ingredient of its addresses shows. */
export const VERSION = 3;

/**
 * SHA-256 of the frames that three fixed plans are painted as, by aspect. A test paints them again: who changes what is
 * painted writes the new hashes here, and as they are part of every clip's address, no older clip is taken for a new one.
 */
export const GOLDEN_FRAMES = {
  '9:16': 'd2bea5bf46713301d758eb0ae0409e09a36c601d81fc06555f1e8723a3b94ca6',
  '1:1': '686dfc0d26922c18f32eb9489f65edbcc03329248e9db13923b1efb9dff42f67',
  '16:9': '18ae6717bc07b3e99fe532f744f34789b04c4ca185c1b8a535bf4393cebccd31',
} as const;

/** SHA-256 of one caption as every style but Block paints it: in the same way part of the address of clips in a style. */
export const GOLDEN_STYLES = 'd56587097eef7a9fe26660b4dfd02556e877837f65d5ff636b4250b6ae1157b7';

/** What decides the clips of a video, besides its timeline and pictures. */
export interface ClipWork extends ClipLook {
  readonly language: string;
  readonly aspects: readonly Aspect[];
}

/** A clip of one aspect, and where it is kept. */
export interface Part {
  readonly plan: ClipPlan;
  readonly object: string;
}

/**
 * The clips of a video, aspect by aspect in order of time; with `only`, those of one scene. One picture for each shot of
 * the timeline.
 */
export async function clipParts(
  renderer: Pick<Renderer, 'painter'>,
  timeline: Timeline,
  pictures: readonly Picture[],
  work: ClipWork,
  skipping: Skipping | undefined,
  only?: number,
): Promise<Part[]> {
  const seeds = pictures.map(({ image }) => createHash('sha256').update(image).digest().readUInt32BE());
  // A picture's name says its size, too.
  const refs = pictures.map(({ widthPx: _width, heightPx: _height, ...visual }): SceneVisual => visual);
  const plans = work.aspects.flatMap((aspect) => planClips(timeline, refs, seeds, aspect, work, only));
  const painter = await renderer.painter();
  return plans.map((plan) => {
    const styled = plan.style ? { setting: CAPTION_SETTING, styles: GOLDEN_STYLES } : {};
    const grade = isGraded(plan) ? { grade: GRADE } : {};
    const every = { plan, language: work.language, painter, golden: GOLDEN_FRAMES, ...styled, ...grade };
    return { plan, object: address('compose', VERSION, skipping ? { ...every, skipping } : every) };
  });
}

function isGraded({ shot, before }: ClipPlan): boolean {
  return (shot.picture.graded ?? before?.shot.picture.graded) === true;
}
