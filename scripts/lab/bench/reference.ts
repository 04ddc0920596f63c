import { FPS, FRAME_PX } from '@shortfactory/core';
import type { FfmpegPlan } from '@shortfactory/renderer';

/** The aspect that the benchmark renders. */
export const BENCH_ASPECT = '9:16';
const { widthPx, heightPx } = FRAME_PX[BENCH_ASPECT];

const BT709: readonly string[] = [
  ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
];

/**
 * What every render is measured against: the encoder settings of November 2026, frozen. The product's own may change;
 * these may not, or a faster setting would speed up both sides and show in no figure.
 */
export const REFERENCE_ENCODER: readonly string[] = [
  ...['-c:v', 'libx264', '-preset', 'superfast', '-crf', '20', '-x264-params', 'mbtree=1:rc-lookahead=10'],
  ...['-profile:v', 'high', '-level:v', '4.0', '-pix_fmt', 'yuv420p', '-g', '90', '-bf', '2'],
  ...BT709,
];

/** Input options of a file of the storyboard's raw frames; tagged, as an ffmpeg that has to guess converts colours. */
export const RAW_FRAMES: readonly string[] = [
  ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-r', String(FPS), '-s', `${widthPx}x${heightPx}`],
  ...BT709,
];

/** The same frames with the reference's settings: one process with as many threads as it likes, nothing else. */
export function referencePlan(frames: string, file: string): FfmpegPlan {
  return {
    doing: 'encode the reference',
    inputs: [{ options: RAW_FRAMES, source: `file:${frames}` }],
    outputs: [{ options: ['-an', ...REFERENCE_ENCODER, '-f', 'mp4'], file: `file:${file}` }],
  };
}
