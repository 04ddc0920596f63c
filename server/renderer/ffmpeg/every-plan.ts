import { AUDIO_KINDS, CLIP_KINDS, layTimeline } from '@shortfactory/core';
import { anchorPlan, clipPlan, scalePlan, posterPlan, probePlan } from './arguments.ts';
import type { FfmpegPlan } from './arguments.ts';
import { clipSoundPlan, framesPlan, lookPlan, reachPlan, takePlan } from '../clips/clip-plans.ts';
import {
  musicLoudnessPlan,
  musicPlan,
  recordingPlan,
  soundPlan,
  speechPlan,
  tempoPlan,
} from '../sound/audio.ts';

/**
 * One of each plan that the renderer makes, for every kind of file that may be read: what ffmpeg must be able to do is
 * read from these (see ffmpeg-needs.ts). A test compares the functions that make plans with the ones used here.
 */
export function everyPlan(): FfmpegPlan[] {
  const file = 'a-file';
  const focus = { x: 0.5, y: 0.5 };
  const timeline = layTimeline([
    { audioMs: 1000, cues: [] },
    { audioMs: 1000, cues: [] },
  ]);
  const pictures = (['image/png', 'image/jpeg'] as const).flatMap((mediaType) => [
    scalePlan({ file, mediaType, widthPx: 900, heightPx: 1600 }, focus, '9:16', file),
    // Stands before its own blur.
    scalePlan({ file, mediaType, widthPx: 3000, heightPx: 300 }, focus, '9:16', file, { graded: true }),
  ]);
  const music = AUDIO_KINDS.flatMap((kind) => [
    musicLoudnessPlan({ file, kind }, 5),
    musicPlan({ file, kind }, 5, file),
    recordingPlan({ file, kind }, 5, file),
  ]);
  const facts = { codec: 'h264', widthPx: 1920, heightPx: 1080, transfer: 'sdr', hasSound: true } as const;
  const clips = CLIP_KINDS.flatMap((kind) => [
    lookPlan({ file, kind }, 1, file),
    reachPlan({ file, kind }),
    clipSoundPlan({ file, kind }, { speed: 1.5 }, 5, file),
    takePlan({ file, kind }, facts, { speed: 1.5 }, '9:16', 5, file),
    takePlan({ file, kind }, { ...facts, transfer: 'pq' }, { fit: 'fit', graded: true }, '9:16', 5, file),
  ]);
  return [
    clipPlan('9:16', file),
    ...clips,
    framesPlan(file, '9:16', 30),
    anchorPlan('9:16', file, 'sparse'),
    ...pictures,
    speechPlan([file, file], timeline, file),
    speechPlan([file, file], timeline, file, 1.2),
    tempoPlan(file, file, 1.2),
    ...music,
    soundPlan(file, [{ fromSample: 0, toSample: 1, file }]),
    posterPlan('9:16', file),
    probePlan(file),
  ];
}
