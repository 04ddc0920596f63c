import { TRANSITION_FRAMES } from '@shortfactory/core';
import type { Aspect, CaptionCue, CaptionStyle, ClipFit, Timeline } from '@shortfactory/core';
import { cameraPath, chooseMoves } from './camera.ts';
import type { CameraPath, Focus } from './camera.ts';

/** A picture as the renderer needs it: content-addressed, so that a plan says exactly what its frames are made from. */
export interface PictureRef {
  /** Object name of the image. */
  readonly image: string;
  readonly focus: Focus;
  /** Without it the frame is full where that keeps half of the picture or more. */
  readonly fit?: ClipFit;
}

/** A clip of one's own, made anew for each aspect: object names of H.264 at the frame's size and rate. */
export interface ClipRef {
  readonly objects: Readonly<Partial<Record<Aspect, string>>>;
  readonly frames: number;
  /** It is made to be repeated, as a GIF is. */
  readonly loops?: true;
  /** Object name of its sound as WAV, where that is heard. */
  readonly sound?: string;
}

/** What a scene shows. */
export interface SceneVisual extends PictureRef {
  /** Is shown in place of the picture, which is its first frame. */
  readonly clip?: ClipRef;
}

/** A clip as a scene shows it. */
export interface ShownClip {
  readonly object: string;
  readonly frames: number;
  readonly wanted: number;
  readonly loops?: true;
}

export interface Shot {
  readonly picture: PictureRef;
  /** Is shown in place of the picture; `wanted` frames of it, at the pace that paceOf says. */
  readonly clip?: ShownClip;
  readonly path: CameraPath;
  /** Length of the scene that the path belongs to. */
  readonly sceneFrames: number;
}

export type Transition = 'fade' | 'push';

/**
 * Everything that decides a clip's pixels: plain data, so its hash is the clip's address. A clip is a run of frames of
 * one scene, encoded on its own; frame numbers count from the scene's start.
 */
export interface ClipPlan {
  readonly aspect: Aspect;
  readonly fromFrame: number;
  readonly toFrame: number;
  readonly shot: Shot;
  /** The shot before this scene, still seen in its first frames. */
  readonly before?: { readonly shot: Shot; readonly transition: Transition };
  /** Cues with times from the scene's start. */
  readonly cues: readonly CaptionCue[];
  /** What they are painted in; Block without it. */
  readonly style?: CaptionStyle;
}

/** No clip is longer (and none has a second keyframe): 3 s, so that two cores share even a one-scene edit. */
export const MAX_CLIP_FRAMES = 90;

/**
 * Cuts a timeline into clips, in order of time. `seeds` are numbers that depend on each scene's picture alone. A style is
 * in the plans of those that show captions.
 */
export function planClips(
  timeline: Timeline,
  visuals: readonly SceneVisual[],
  seeds: readonly number[],
  aspect: Aspect,
  style?: CaptionStyle,
): ClipPlan[] {
  const moves = chooseMoves(seeds);
  const shots = timeline.scenes.map((scene, i): Shot => {
    const visual = visuals[i] as SceneVisual;
    const path = cameraPath(moves[i] ?? 'in', visual.focus, scene.frames);
    const { clip, ...picture } = visual;
    const object = clip?.objects[aspect];
    if (!clip || object === undefined) return { picture: visual, path, sceneFrames: scene.frames };
    const { frames, loops } = clip;
    const shown = { object, frames, wanted: wantedFrames(timeline, i), ...(loops ? { loops } : {}) };
    return { picture, clip: shown, path, sceneFrames: scene.frames };
  });
  return timeline.scenes.flatMap((scene, i) => {
    const shot = shots[i] as Shot;
    const previous = shots[i - 1];
    const count = Math.ceil(scene.frames / MAX_CLIP_FRAMES);
    return Array.from({ length: count }, (_, part): ClipPlan => {
      const fromFrame = Math.round((scene.frames * part) / count);
      const toFrame = Math.round((scene.frames * (part + 1)) / count);
      const overlaps = previous && fromFrame < TRANSITION_FRAMES;
      const cues = scene.cues.filter(
        (cue) => cue.endMs * 3 > fromFrame * 100 && cue.startMs * 3 < toFrame * 100,
      );
      const captions = style?.shows === 'nothing' ? [] : cues;
      const transition: Transition = (seeds[i] ?? 0) % 3 === 0 ? 'push' : 'fade';
      return {
        aspect,
        fromFrame,
        toFrame,
        shot,
        ...(overlaps ? { before: { shot: anchored(previous), transition } } : {}),
        cues: captions,
        ...(style && captions.length > 0 ? { style } : {}),
      };
    });
  });
}

/** How many frames of its visual a scene shows: the next one comes in over the last of them. */
export function wantedFrames({ scenes }: Timeline, scene: number): number {
  return (scenes[scene]?.frames ?? 0) + (scene < scenes.length - 1 ? TRANSITION_FRAMES : 0);
}

/**
 * A shot as its successor sees it: counted from its end, whatever its length, so that length is not part of the plan. What
 * is seen of a clip depends on the length.
 */
function anchored(shot: Shot): Shot {
  return shot.clip ? shot : { ...shot, sceneFrames: 0 };
}
