import type { CaptionCue, CaptionTrack } from './captions.ts';
import { shiftCues } from './captions.ts';
import { placeCuts } from './cuts.ts';
import type { TimelineCut } from './cuts.ts';

export const FPS = 30;

export const ASPECTS = ['9:16', '1:1', '16:9'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** Frame size of each aspect: the shorter side is always 1080. */
export const FRAME_PX: Record<Aspect, { readonly widthPx: number; readonly heightPx: number }> = {
  '9:16': { widthPx: 1080, heightPx: 1920 },
  '1:1': { widthPx: 1080, heightPx: 1080 },
  '16:9': { widthPx: 1920, heightPx: 1080 },
};

/** Silence before and after a scene's speech, the tail in the mean: see SCENE_STEP_FRAMES. The lead covers the transition, so words are never spoken over it. */
export const LEAD_MS = 300;
export const FIRST_LEAD_MS = 150;
export const TAIL_MS = 250;
export const LAST_TAIL_MS = 900;
/**
 * A scene is a whole number of these long, the nearest one: a word that is said a little slower moves nothing behind its
 * scene, so that what was drawn and encoded of the rest stands. It is a fifth of a second.
 */
export const SCENE_STEP_FRAMES = 6;

/** Frames at the start of every scene but the first in which the previous picture is still seen. */
export const TRANSITION_FRAMES = 9;

export interface SceneSpeech {
  readonly audioMs: number;
  /** From the start of the scene's own audio. */
  readonly cues: readonly CaptionCue[];
  /** Words at which it cuts to its next visual, as their places in the cues. */
  readonly cutWords?: readonly number[];
}

/** What is on screen and heard, when: scenes without gaps, in whole frames. */
export interface TimelineScene {
  readonly startFrame: number;
  readonly frames: number;
  /** When the speech begins, from the scene's start. */
  readonly speechMs: number;
  /** From the scene's start. */
  readonly cues: readonly CaptionCue[];
  /** Absent where it shows one visual. */
  readonly cuts?: readonly TimelineCut[];
}

export interface Timeline {
  readonly scenes: readonly TimelineScene[];
  readonly frames: number;
  readonly seconds: number;
  /** From the video's start. */
  readonly captions: CaptionTrack;
}

export function msToFrame(ms: number): number {
  return Math.round((ms * FPS) / 1000);
}

export function frameToMs(frame: number): number {
  return (frame * 1000) / FPS;
}

/** Lays scenes one after the other; each lasts as long as its speech with a breath before and after, to a step. */
export function layTimeline(speeches: readonly SceneSpeech[]): Timeline {
  let startFrame = 0;
  const scenes = speeches.map((speech, index): TimelineScene => {
    const speechMs = index === 0 ? FIRST_LEAD_MS : LEAD_MS;
    const tailMs = index === speeches.length - 1 ? LAST_TAIL_MS : TAIL_MS;
    const wantedFrames = ((speechMs + speech.audioMs + tailMs) * FPS) / 1000;
    const frames = SCENE_STEP_FRAMES * Math.max(1, Math.round(wantedFrames / SCENE_STEP_FRAMES));
    const cues = clip(shiftCues(speech.cues, speechMs), frameToMs(frames));
    const cuts = placeCuts(wordFrames(cues, speech.cutWords ?? []), frames);
    const scene = { startFrame, frames, speechMs, cues, ...(cuts.length > 0 ? { cuts } : {}) };
    startFrame += frames;
    return scene;
  });
  return {
    scenes,
    frames: startFrame,
    seconds: startFrame / FPS,
    captions: scenes.flatMap((scene) => shiftCues(scene.cues, frameToMs(scene.startFrame))),
  };
}

function wordFrames(cues: readonly CaptionCue[], places: readonly number[]): number[] {
  const words = cues.flatMap((cue) => cue.words);
  return places.map((place) => msToFrame(words[place]?.startMs ?? 0));
}

/** A run of a scene's frames, counted from the scene's start, in which one visual is seen. */
export interface SceneShot {
  readonly scene: number;
  /** Of its scene, from 0. */
  readonly nth: number;
  readonly fromFrame: number;
  readonly toFrame: number;
  /** Frames of the visual that are seen: over the last of them the next scene may come in. */
  readonly wantedFrames: number;
}

/** What is seen, in order: one shot for each scene, and one for each cut. */
export function shotsOf({ scenes }: Timeline): SceneShot[] {
  return scenes.flatMap(({ frames, cuts = [] }, scene) => {
    const starts = [0, ...cuts.map(({ frame }) => frame)];
    return starts.map((fromFrame, nth): SceneShot => {
      const toFrame = starts[nth + 1] ?? frames;
      const isSeenOn = toFrame === frames && scene < scenes.length - 1;
      const wantedFrames = toFrame - fromFrame + (isSeenOn ? TRANSITION_FRAMES : 0);
      return { scene, nth, fromFrame, toFrame, wantedFrames };
    });
  });
}

function clip(cues: readonly CaptionCue[], endMs: number): CaptionCue[] {
  return cues.map((cue) => ({ ...cue, endMs: Math.min(cue.endMs, endMs) }));
}
