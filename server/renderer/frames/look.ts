import { ASPECTS, CAPTION_LOOK, FPS, FRAME_PX, TRANSITION_FRAMES } from '@shortfactory/core';
import { clipPlan, scalePlan } from '../ffmpeg/arguments.ts';
import { FACES } from '../captions/fonts.ts';

const FILE = 'a-file';
const MIDDLE = { x: 0.5, y: 0.5 };
/** A picture that fills the scaled picture in every aspect or stands before its own blur, and what each is read with. */
const PICTURES = [
  { file: FILE, mediaType: 'image/jpeg', widthPx: 1080, heightPx: 1920 },
  { file: FILE, mediaType: 'image/png', widthPx: 1920, heightPx: 1080 },
] as const;

/**
 * Everything besides a clip's plan and the installed files that decides its pixels and how they are encoded, as plain
 * data: part of every clip's address. What ffmpeg does stands here as the arguments it is given.
 */
export const LOOK = {
  fps: FPS,
  framePx: FRAME_PX,
  transitionFrames: TRANSITION_FRAMES,
  captions: CAPTION_LOOK,
  faces: FACES,
  plates: ASPECTS.flatMap((aspect) => PICTURES.map((picture) => scalePlan(picture, MIDDLE, aspect, FILE))),
  clips: ASPECTS.map((aspect) => clipPlan(aspect, FILE)),
};
