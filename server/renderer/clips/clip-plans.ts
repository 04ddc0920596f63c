import { FPS, FRAME_PX, MAX_CLIP_PIXELS } from '@shortfactory/core';
import type { Aspect, ClipUse, MediaKind } from '@shortfactory/core';
import { BT709, ours, untrusted } from '../ffmpeg/arguments.ts';
import type { FfmpegPlan } from '../ffmpeg/arguments.ts';
import { STEREO } from '../sound/audio.ts';
import { SAMPLE_RATE } from '../sound/pcm.ts';
import type { ClipFacts } from './clip-facts.ts';
import { clipFilter } from './clip-filter.ts';
import type { ShownUse } from './clip-filter.ts';

/** A stranger's clip on disk. */
export interface ClipFile {
  readonly file: string;
  readonly kind: MediaKind;
}

function reading({ file, kind }: ClipFile, before: readonly string[]): FfmpegPlan['inputs'][number] {
  // Frames are decoded by two threads: each holds frames of its own, which a 4K clip has few of.
  const limits = ['-threads', '2', '-max_pixels', String(MAX_CLIP_PIXELS)];
  return { options: [...before, ...limits, ...untrusted(kind)], source: `file:${file}` };
}

/** The first picture of a clip as a JPEG, upright, and in the report what the clip is. */
export function lookPlan(clip: ClipFile, fromSeconds: number, file: string): FfmpegPlan {
  return {
    doing: 'look at the clip',
    inputs: [reading(clip, fromSeconds > 0 ? ['-ss', fromSeconds.toFixed(3)] : [])],
    // In the range and matrix of JPEG, whatever it had.
    filter:
      "[0:v:0]scale=w='trunc(iw*sar/2)*2':h='trunc(ih/2)*2':out_color_matrix=bt601:out_range=pc,setsar=1,format=yuvj420p[still]",
    outputs: [
      {
        options: ['-map', '[still]', '-frames:v', '1', '-c:v', 'mjpeg', '-q:v', '3', '-f', 'image2'],
        file: `file:${file}`,
      },
    ],
    skipsDamage: true,
  };
}

/** Passes a clip's pictures to their end without decoding them; in the report, when the last one begins. */
export function reachPlan(clip: ClipFile): FfmpegPlan {
  return {
    doing: 'find the end of the clip',
    inputs: [reading(clip, [])],
    outputs: [{ options: ['-map', '0:v:0', '-c:v', 'copy', '-stats', '-f', 'null'], file: '-' }],
    skipsDamage: true,
  };
}

/**
 * What a scene can show of a clip as H.264 of our own: frames of the aspect's size at our rate, a picture that stands
 * alone each half second, each decoded without those after it. Its number of frames is in the report.
 */
export function takePlan(
  clip: ClipFile,
  facts: ClipFacts,
  use: ShownUse,
  aspect: Aspect,
  seconds: number,
  file: string,
): FfmpegPlan {
  const { fromSeconds = 0, speed = 1 } = use;
  const before = [
    ...(fromSeconds > 0 ? ['-ss', fromSeconds.toFixed(3)] : []),
    ...['-t', (seconds * speed).toFixed(3)],
  ];
  return {
    doing: 'read the clip',
    inputs: [reading(clip, before)],
    filter: `[0:v:0]${clipFilter(facts, use, aspect)}[frames]`,
    outputs: [
      {
        options: [
          ...['-map', '[frames]', '-frames:v', String(Math.round(seconds * FPS)), '-an'],
          ...['-c:v', 'libx264', '-preset', 'superfast', '-tune', 'fastdecode', '-crf', '17'],
          ...['-g', '15', '-bf', '0', '-pix_fmt', 'yuv420p', ...BT709, '-threads', '2', '-f', 'mp4'],
        ],
        file: `file:${file}`,
      },
    ],
    skipsDamage: true,
  };
}

/** The sound of what a scene can show of a clip, as stereo WAV at the rate of the mix and at the speed of the pictures. */
export function clipSoundPlan(clip: ClipFile, use: ClipUse, seconds: number, file: string): FfmpegPlan {
  const { fromSeconds = 0, speed = 1 } = use;
  const before = [
    ...(fromSeconds > 0 ? ['-ss', fromSeconds.toFixed(3)] : []),
    ...['-t', (seconds * speed).toFixed(3)],
  ];
  const tempo = speed === 1 ? '' : `,atempo=${speed}`;
  return {
    doing: 'read the sound of the clip',
    inputs: [reading(clip, before)],
    filter: `[0:a:0]aresample=${SAMPLE_RATE},${STEREO}${tempo}[sound]`,
    outputs: [
      { options: ['-map', '[sound]', '-vn', '-c:a', 'pcm_s16le', '-f', 'wav'], file: `file:${file}` },
    ],
    skipsDamage: true,
  };
}

/** Frames of what `takePlan` made, from this one on, as raw yuv420p to standard output. */
export function framesPlan(file: string, aspect: Aspect, fromFrame: number): FfmpegPlan {
  const { widthPx, heightPx } = FRAME_PX[aspect];
  // Half a frame before its time, so that rounding shows neither the one before nor the one after.
  const seek = fromFrame > 0 ? ['-ss', ((fromFrame - 0.5) / FPS).toFixed(6)] : [];
  return {
    doing: 'read frames of a clip',
    inputs: [{ options: [...seek, '-threads', '1', ...ours('mov', 'h264')], source: `file:${file}` }],
    // Numbered anew, so that none is doubled or left out to fit the time at which the first one stands.
    filter: `[0:v:0]setpts=N/${FPS}/TB,scale=${widthPx}:${heightPx}[frames]`,
    outputs: [
      {
        options: [
          ...['-map', '[frames]', '-r', String(FPS), '-c:v', 'rawvideo', '-pix_fmt', 'yuv420p'],
          ...['-f', 'rawvideo'],
        ],
        file: 'pipe:1',
      },
    ],
  };
}
