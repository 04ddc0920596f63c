import { FRAME_PX, msToFrame } from '../captions/timeline.ts';
import type { Aspect } from '../captions/timeline.ts';
import type { EditParts } from './edit-parts.ts';

/** A run of frames of the video. */
export interface EditSpan {
  readonly startFrame: number;
  readonly frames: number;
}

export interface EditCaption extends EditSpan {
  readonly text: string;
}

/** Media by their paths beside the project file, all as long as the video and in step with it. */
export interface EditMedia {
  readonly video: string;
  /** One channel, all scenes. */
  readonly voice: string;
  /** What is heard besides the voice, as loud as in the video. */
  readonly music?: string;
}

/** A finished short as an editing program sees it, at FPS frames a second: tracks of scenes, voice, music and captions. */
export interface EditProject {
  readonly title: string;
  /** BCP 47, of the captions. */
  readonly language: string;
  readonly frames: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly media: EditMedia;
  /** Without gaps. */
  readonly scenes: readonly EditSpan[];
  /** In order, never two at a time. */
  readonly captions: readonly EditCaption[];
}

export function editProjectOf(
  { title, language, aspect }: { readonly title: string; readonly language: string; readonly aspect: Aspect },
  { scenes, captions }: Pick<EditParts, 'scenes' | 'captions'>,
  media: EditMedia,
): EditProject {
  const frames = scenes.reduce((sum, scene) => sum + scene.frames, 0);
  let startFrame = 0;
  return {
    ...{ title, language, frames, ...FRAME_PX[aspect], media },
    scenes: scenes.map((scene) => {
      const span = { startFrame, frames: scene.frames };
      startFrame += scene.frames;
      return span;
    }),
    captions: onFrames(captions, frames),
  };
}

/** Captions on whole frames: each lasts one at least, and ends where the next one begins. */
function onFrames(captions: EditParts['captions'], frames: number): EditCaption[] {
  let free = 0;
  return captions.flatMap(({ startMs, endMs, text }) => {
    const startFrame = Math.max(free, msToFrame(startMs));
    if (startFrame >= frames) return [];
    const endFrame = Math.min(frames, Math.max(startFrame + 1, msToFrame(endMs)));
    free = endFrame;
    return [{ startFrame, frames: endFrame - startFrame, text }];
  });
}

/** Frames and what lies between them: every frame of the video, in order. */
export function withGaps<T extends EditSpan>(spans: readonly T[], frames: number): (T | EditSpan)[] {
  const filled: (T | EditSpan)[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.startFrame > at) filled.push({ startFrame: at, frames: span.startFrame - at });
    filled.push(span);
    at = span.startFrame + span.frames;
  }
  if (at < frames) filled.push({ startFrame: at, frames: frames - at });
  return filled;
}
