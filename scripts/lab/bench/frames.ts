import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assembled } from '@shortfactory/app';
import { FPS, FRAME_PX, SpendAccount, layTimeline } from '@shortfactory/core';
import type { Script, Short, ShortRequest } from '@shortfactory/core';
import {
  Artifacts,
  RunNotes,
  caption,
  castFor,
  illustrate,
  makeScratch,
  narrate,
  takeUploads,
} from '@shortfactory/pipeline';
import type { RenderContext } from '@shortfactory/pipeline';
import { VIDEO_ENCODER, inspectImage, planClips } from '@shortfactory/renderer';
import type { FfmpegPlan } from '@shortfactory/renderer';

const { widthPx, heightPx } = FRAME_PX['9:16'];
const RAW = ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-r', String(FPS), '-s', `${widthPx}x${heightPx}`];

/** Writes every finished frame of a rendered short, before the encoder, to one file of raw yuv420p. */
export async function writeRawFrames(
  { parts }: Assembled,
  request: ShortRequest,
  short: Short,
  scratch: string,
  file: string,
): Promise<void> {
  const { signal } = new AbortController();
  const context: RenderContext = {
    ...parts,
    artifacts: new Artifacts(parts.store),
    notes: new RunNotes(),
    account: new SpendAccount(),
    scratch: await makeScratch(scratch),
    signal,
    report: () => {},
    beforeStep: async () => {},
  };
  const { script } = request.source as { script: Script };
  const pictures = await illustrate(
    context,
    script.scenes,
    { imageStyle: 'flat', characters: [] },
    await takeUploads(context, script),
  );
  const narrations = await narrate(context, script, castFor(parts, script.language, short.voice));
  const cues = caption(context, script, narrations);
  const timeline = layTimeline(narrations.map(({ audioMs }, i) => ({ audioMs, cues: cues[i] ?? [] })));
  const seeds = pictures.map((picture) => createHash('sha256').update(picture.image).digest().readUInt32BE());
  const images = await Promise.all(
    pictures.map(async (picture, i) => {
      const path = join(scratch, `frame-source-${i}`);
      await parts.store.download(picture.image, path);
      return [picture.image, await inspectImage(path, picture)] as const;
    }),
  );
  const byName = new Map(images);
  const handle = await open(file, 'w');
  let written = Promise.resolve();
  for (const plan of planClips(timeline, pictures, seeds, '9:16')) {
    const image = byName.get(plan.shot.picture.image);
    const before = plan.before && byName.get(plan.before.shot.picture.image);
    if (!image) throw new Error('a picture of the storyboard is missing');
    const job = { plan, language: script.language, image, ...(before ? { before } : {}) };
    await parts.renderer.drawFrames(job, scratch, signal, (frame) => {
      // One after the other: two frames are on their way at a time.
      written = written.then(() => handle.writeFile(frame));
      return written;
    });
  }
  await handle.close();
}

/** The same frames, the same encoder settings, one process with as many threads as it likes, nothing else. */
export function bareEncodePlan(frames: string, file: string): FfmpegPlan {
  return {
    doing: 'encode the bare frames',
    inputs: [{ options: RAW, source: `file:${frames}` }],
    outputs: [{ options: ['-an', ...VIDEO_ENCODER, '-f', 'mp4'], file: `file:${file}` }],
  };
}

/** Compares a finished video with the frames that it was made from. */
export function ssimPlan(frames: string, video: string): FfmpegPlan {
  return {
    doing: 'compare the video with its frames',
    inputs: [
      { options: RAW, source: `file:${frames}` },
      { options: ['-f', 'mov'], source: `file:${video}` },
    ],
    filter: '[0:v][1:v]ssim',
    outputs: [{ options: ['-f', 'null'], file: '-' }],
  };
}

/** The mean over all planes as ffmpeg's ssim filter reports it. */
export function ssimFrom(report: string): number {
  return Number(/SSIM.*All:([\d.]+)/.exec(report)?.[1] ?? NaN);
}
