import { TRANSITION_FRAMES, shotsOf } from '@shortfactory/core';
import type {
  Aspect,
  CaptionCue,
  CaptionStyle,
  ClipFit,
  SceneShot,
  Timeline,
  TransitionChoice,
} from '@shortfactory/core';
import { cameraPath, chooseMove } from './camera.ts';
import type { CameraPath, Focus } from './camera.ts';

/** A picture as the renderer needs it: content-addressed, so that a plan says exactly what its frames are made from. */
export interface PictureRef {
  /** Object name of the image. */
  readonly image: string;
  readonly focus: Focus;
  /** Without it the frame is full where that keeps half of the picture or more. */
  readonly fit?: ClipFit;
  /** Shown as if of one film with the others that are (see grade.ts); a clip in its place was made anew so. */
  readonly graded?: true;
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
  /** Frame of the scene with which it begins; the scene's first without it. */
  readonly fromFrame?: number;
  readonly loops?: true;
}

export interface Shot {
  readonly picture: PictureRef;
  /** Is shown in place of the picture; `wanted` frames of it, at the pace that paceOf says. */
  readonly clip?: ShownClip;
  readonly path: CameraPath;
  /** Frames of the scene up to where the shot ends, and the path with it. */
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

/** What of a look decides a clip. */
export interface ClipLook {
  /** Of captions; Block without it. */
  readonly style?: CaptionStyle;
  readonly transition?: TransitionChoice;
}

/** No clip is longer (and none has a second keyframe): 3 s, so that two cores share even a one-scene edit. */
export const MAX_CLIP_FRAMES = 90;

/**
 * Cuts a timeline into clips, in order of time; with `only`, those of one scene, which show nothing of the video but it
 * and the scene before. One visual for each of its shots, and `seeds`, numbers that depend on each one's picture alone. A
 * style is in the plans of those that show captions.
 */
export function planClips(
  timeline: Timeline,
  visuals: readonly SceneVisual[],
  seeds: readonly number[],
  aspect: Aspect,
  { style, transition: wanted = 'mixed' }: ClipLook = {},
  only?: number,
): ClipPlan[] {
  const places = shotsOf(timeline);
  const shots = places.map((place, i) => shotOf(place, visuals[i] as SceneVisual, seeds[i] ?? 0, aspect));
  return places.flatMap(({ scene, fromFrame: from, toFrame: to }, i) => {
    if (scene !== (only ?? scene)) return [];
    const shot = shots[i] as Shot;
    // Within a scene pictures are cut hard, at the word.
    const previous = from === 0 ? shots[i - 1] : undefined;
    const count = Math.ceil((to - from) / MAX_CLIP_FRAMES);
    const transition = transitionOf(wanted, seeds[i] ?? 0);
    const cues = timeline.scenes[scene]?.cues ?? [];
    return Array.from({ length: count }, (_, part): ClipPlan => {
      const fromFrame = from + Math.round(((to - from) * part) / count);
      const toFrame = from + Math.round(((to - from) * (part + 1)) / count);
      const overlaps = previous && wanted !== 'cut' && fromFrame < TRANSITION_FRAMES;
      const captions =
        style?.shows === 'nothing'
          ? []
          : cues.filter((cue) => cue.endMs * 3 > fromFrame * 100 && cue.startMs * 3 < toFrame * 100);
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

function transitionOf(wanted: TransitionChoice, seed: number): Transition {
  if (wanted === 'mixed') return seed % 3 === 0 ? 'push' : 'fade';
  return wanted === 'slide' ? 'push' : 'fade';
}

function shotOf(
  { scene, nth, fromFrame, toFrame, wantedFrames }: SceneShot,
  visual: SceneVisual,
  seed: number,
  aspect: Aspect,
): Shot {
  // Counted from the scene: another cut leaves the pictures of other scenes as they are.
  const path = cameraPath(chooseMove(seed, scene + nth), visual.focus, toFrame - fromFrame, aspect);
  const { clip, ...picture } = visual;
  const object = clip?.objects[aspect];
  if (!clip || object === undefined) return { picture: visual, path, sceneFrames: toFrame };
  const shown: ShownClip = {
    object,
    frames: clip.frames,
    wanted: wantedFrames,
    ...(fromFrame > 0 ? { fromFrame } : {}),
    ...(clip.loops ? { loops: true } : {}),
  };
  return { picture, clip: shown, path, sceneFrames: toFrame };
}

/**
 * A shot as its successor sees it: counted from its end, whatever its length, so that length is not part of the plan. What
 * is seen of a clip depends on the length.
 */
function anchored(shot: Shot): Shot {
  return shot.clip ? shot : { ...shot, sceneFrames: 0 };
}
