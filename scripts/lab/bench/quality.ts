import { readFile, stat } from 'node:fs/promises';
import { CAPTION_LOOK, FRAME_PX } from '@shortfactory/core';
import type { Ffmpeg, FfmpegPlan } from '@shortfactory/renderer';
import { BENCH_ASPECT, RAW_FRAMES } from './reference.ts';

/** How near a video comes to the frames that it was made from; SSIM is ffmpeg's mean over all planes, 1 is equal. */
export interface Quality {
  readonly frames: number;
  readonly ssim: number;
  readonly worstFrameSsim: number;
  /** The worst frame within the rows where captions stand. */
  readonly worstCaptionSsim: number;
  /** Of the video's stream alone, in an MP4 of its own. */
  readonly bytes: number;
}

/** Every how many frames VMAF is computed. */
const VMAF_STEP = 7;

/** Compares a video with its raw frames, whole and where captions stand. `scratch` takes two small files. */
export async function qualityOf(
  ffmpeg: Ffmpeg,
  frames: string,
  video: string,
  scratch: string,
  signal: AbortSignal,
): Promise<Quality> {
  const [whole, captions, alone] = [
    `${scratch}/whole.ssim`,
    `${scratch}/captions.ssim`,
    `${scratch}/alone.mp4`,
  ];
  await ffmpeg.run(comparison(frames, video, ssimFilter(whole, captions)), { signal });
  await ffmpeg.run(alonePlan(video, alone), { signal });
  const all = ssimRows(await readFile(whole, 'utf8'));
  const captioned = ssimRows(await readFile(captions, 'utf8'));
  return {
    frames: all.length,
    ssim: round(all.reduce((sum, value) => sum + value, 0) / all.length),
    worstFrameSsim: round(Math.min(...all)),
    worstCaptionSsim: round(Math.min(...captioned)),
    bytes: (await stat(alone)).size,
  };
}

/** VMAF of a video by the first ffmpeg that has libvmaf and its model; undefined where none has. */
export async function vmafOf(
  found: readonly Ffmpeg[],
  frames: string,
  video: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  for (const ffmpeg of found) {
    const plan = comparison(frames, video, `[1:v][0:v]libvmaf=n_subsample=${VMAF_STEP}`);
    const report = await ffmpeg.run(plan, { signal }).catch(() => '');
    signal.throwIfAborted();
    const score = /VMAF score\D*([\d.]+)/.exec(report)?.[1];
    if (score !== undefined) return round(Number(score), 2);
  }
  return undefined;
}

/** SSIM of every frame, in order, from the ssim filter's file: rows of `n:1 Y:0.99 U:… V:… All:0.99 (…)`. */
export function ssimRows(stats: string): number[] {
  return [...stats.matchAll(/^n:\d+ .*\bAll:([\d.]+)/gm)].map(([, all]) => Number(all));
}

/** Where captions of up to `maxLines` lines stand: the rows above what stays free below. Even numbers of pixels. */
export function captionRows(): { readonly y: number; readonly heightPx: number } {
  const { widthPx, heightPx } = FRAME_PX[BENCH_ASPECT];
  const { font, below } = CAPTION_LOOK.sizes[BENCH_ASPECT];
  // Lines are about one and a half times as high as their type.
  const tall = 2 * Math.round((CAPTION_LOOK.maxLines * 1.5 * font * widthPx) / 2);
  return { y: 2 * Math.round((heightPx * (1 - below) - tall) / 2), heightPx: tall };
}

function ssimFilter(whole: string, captions: string): string {
  const { y, heightPx } = captionRows();
  const crop = `crop=iw:${heightPx}:0:${y}`;
  return [
    '[0:v]split[a][b];[1:v]split[c][d]',
    `[a][c]ssim=stats_file=${escaped(whole)}[whole]`,
    `[b]${crop}[e];[d]${crop}[f]`,
    `[e][f]ssim=stats_file=${escaped(captions)}[captions]`,
    '[whole][captions]vstack',
  ].join(';');
}

/** A path as a value in a filter graph: escaped for the option, then for the graph. */
function escaped(path: string): string {
  return path.replace(/[\\':]/g, '\\$&').replace(/[\\'[\],;]/g, '\\$&');
}

function comparison(frames: string, video: string, filter: string): FfmpegPlan {
  return {
    doing: 'compare the video with its frames',
    inputs: [
      { options: RAW_FRAMES, source: `file:${frames}` },
      { options: ['-f', 'mov'], source: `file:${video}` },
    ],
    filter,
    outputs: [{ options: ['-f', 'null'], file: '-' }],
  };
}

function alonePlan(video: string, file: string): FfmpegPlan {
  return {
    doing: 'copy the video without its sound',
    inputs: [{ options: ['-f', 'mov'], source: `file:${video}` }],
    outputs: [{ options: ['-map', '0:v:0', '-c', 'copy', '-f', 'mp4'], file: `file:${file}` }],
  };
}

function round(value: number, digits = 5): number {
  return Number(value.toFixed(digits));
}
