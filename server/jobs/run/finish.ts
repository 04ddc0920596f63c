import { StorageFailed } from '@shortfactory/core';
import type { Delivery, JobOutput, PublishedObject, Short } from '@shortfactory/core';
import type { Inspect } from './inspect.ts';
import { outputName } from '../store/job-names.ts';

export interface FinishDeps {
  readonly delivery: Pick<Delivery, 'publish'>;
  readonly inspect: Inspect;
}

export interface Finished {
  /** Names only objects of the job's own. */
  readonly short: Short;
  readonly outputs: readonly JobOutput[];
}

const IMAGE_EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
};

/**
 * Looks at everything that a run has made and publishes it under names of the job's own, compared with what was made.
 * Only then may the job be called done. `step` is called before each object; what it throws ends the work. Nothing that
 * was published is ever removed from here: a commit that is not known may have named it.
 */
export async function publishShort(
  { delivery, inspect }: FinishDeps,
  job: { readonly id: string; readonly epoch: number },
  short: Short,
  step: () => Promise<void>,
  signal: AbortSignal,
): Promise<Finished> {
  const publish = async (
    object: string,
    kind: { extension: string; type: string } | 'image',
    seconds?: number,
  ): Promise<PublishedObject> => {
    await step();
    const { sha256, imageType } = await inspect(object, seconds, signal).catch(async (error: unknown) => {
      if (error instanceof StorageFailed) await inspectAll(inspect, short, signal);
      throw error;
    });
    const type = kind === 'image' ? (imageType ?? 'application/octet-stream') : kind.type;
    const extension = kind === 'image' ? (IMAGE_EXTENSIONS[type] ?? 'bin') : kind.extension;
    return delivery.publish(object, outputName(job.id, job.epoch, sha256, extension), type);
  };
  const outputs: JobOutput[] = [];
  for (const output of short.outputs) {
    const { name, bytes, generation, crc32c } = await publish(
      output.object,
      { extension: 'mp4', type: 'video/mp4' },
      output.seconds,
    );
    outputs.push({ ...output, object: name, bytes, generation, crc32c });
  }
  const file = async (object: string, extension: string, type: string): Promise<string> =>
    (await publish(object, { extension, type })).name;
  const captions = {
    srt: await file(short.captions.srt, 'srt', 'application/x-subrip'),
    vtt: await file(short.captions.vtt, 'vtt', 'text/vtt'),
    ass: await file(short.captions.ass, 'ass', 'text/x-ssa'),
  };
  const poster = await file(short.poster, 'jpg', 'image/jpeg');
  const scenes: Short['scenes'][number][] = [];
  for (const scene of short.scenes) {
    scenes.push({ ...scene, illustration: (await publish(scene.illustration, 'image')).name });
  }
  return {
    outputs,
    short: {
      ...short,
      outputs: outputs.map(({ generation: _, crc32c: __, ...output }) => output),
      captions,
      poster,
      scenes,
    },
  };
}

/** Comes upon all that is damaged at once, so that the next run makes all of it, not one part a run. */
async function inspectAll(inspect: Inspect, short: Short, signal: AbortSignal): Promise<void> {
  const objects = [
    ...short.outputs.map(({ object }) => object),
    ...Object.values(short.captions),
    short.poster,
    ...short.scenes.map(({ illustration }) => illustration),
  ];
  await Promise.allSettled(objects.map((object) => inspect(object, undefined, signal)));
}
