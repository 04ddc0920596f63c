import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assembled } from '@shortfactory/app';
import { SpendAccount, layTimeline, visualsOf } from '@shortfactory/core';
import type { Script, Short, ShortRequest } from '@shortfactory/core';
import {
  Places,
  RunNotes,
  caption,
  castOf,
  illustrate,
  makeScratch,
  narrate,
  takeUploads,
} from '@shortfactory/pipeline';
import type { RenderContext } from '@shortfactory/pipeline';
import { Artifacts } from '@shortfactory/pipeline/artifacts';
import { inspectImage, planClips } from '@shortfactory/renderer';
import { performanceOf } from '@shortfactory/text';
import { BENCH_ASPECT } from './reference.ts';

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
    places: new Places(1),
    beforeStep: async () => {},
  };
  const { script } = request.source as { script: Script };
  const said = performanceOf(script);
  const pictures = await illustrate(
    context,
    visualsOf(script),
    { imageStyle: 'flat', characters: [] },
    await takeUploads(context, visualsOf(script), ['9:16']),
  );
  const narrations = await narrate(context, said, castOf(parts, said, short.voice));
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
  const clips = new Map<string, string>();
  for (const object of pictures.flatMap(({ clip }) => clip?.objects[BENCH_ASPECT] ?? [])) {
    clips.set(object, join(scratch, `frame-clip-${clips.size}`));
    await parts.store.download(object, clips.get(object) ?? '');
  }
  const handle = await open(file, 'w');
  let written = Promise.resolve();
  for (const plan of planClips(timeline, pictures, seeds, BENCH_ASPECT)) {
    const image = byName.get(plan.shot.picture.image);
    const before = plan.before && byName.get(plan.before.shot.picture.image);
    if (!image) throw new Error('a picture of the storyboard is missing');
    const [clip, clipBefore] = [plan.shot, plan.before?.shot].map((shot) =>
      clips.get(shot?.clip?.object ?? ''),
    );
    const job = {
      ...{ plan, language: script.language, image },
      ...(before ? { before } : {}),
      ...(clip === undefined ? {} : { clip }),
      ...(clipBefore === undefined ? {} : { clipBefore }),
    };
    await parts.renderer.drawFrames(job, scratch, signal, (frame) => {
      // One after the other: two frames are on their way at a time.
      written = written.then(() => handle.writeFile(frame));
      return written;
    });
  }
  await handle.close();
}
