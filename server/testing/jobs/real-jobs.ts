import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assemble } from '@shortfactory/app';
import type { Assembled } from '@shortfactory/app';
import { loadConfig } from '@shortfactory/config';
import type { Aspect, Log, Quota, ShortRequest } from '@shortfactory/core';
import { systemClock } from '@shortfactory/core/clock';
import { createJobs } from '@shortfactory/jobs';
import type { Jobs, Timing } from '@shortfactory/jobs';
import { pipelineHere } from '@shortfactory/jobs/pipeline-here';
import type { PipelineDeps } from '@shortfactory/pipeline';
import { InlineQueue } from '@shortfactory/queue';
import { FsDelivery, FsVersionedObjects } from '@shortfactory/storage';
import { Usage } from '@shortfactory/usage';
import { silentLog } from '../silent-log.ts';

export interface RealJobs {
  readonly jobs: Jobs;
  readonly assembled: Assembled;
  readonly folder: string;
  readonly usage: Usage;
  close(): Promise<void>;
}

export interface RealJobsOptions {
  readonly folder?: string;
  readonly timing?: Partial<Timing>;
  readonly parts?: (parts: PipelineDeps) => Partial<PipelineDeps>;
  readonly log?: Log;
  readonly maxJobsPerOwner?: number;
  /** What an owner may make in a day. */
  readonly quotaOf?: (owner: string) => Quota;
}

/** Jobs as a laptop runs them: a folder, the inline queue, the whole pipeline offline. */
export async function realJobs(options: RealJobsOptions = {}): Promise<RealJobs> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'jobs-')));
  const scratch = join(folder, 'scratch');
  await mkdir(scratch, { recursive: true });
  const data = join(folder, 'data');
  const assembled = await assemble(
    loadConfig({ DATA_DIR: data, SCRATCH_DIR: scratch, PATH: process.env['PATH'] }),
  );
  const objects = new FsVersionedObjects(data);
  const usage = new Usage({
    ...{ objects, store: assembled.parts.store, clock: systemClock },
    quotaOf: options.quotaOf ?? (() => ({})),
  });
  const queue = new InlineQueue({ clock: systemClock, concurrency: 1, run: (id) => jobs.run(id) });
  const jobs: Jobs = createJobs({
    pipeline: pipelineHere({ ...assembled.parts, ...options.parts?.(assembled.parts) }),
    objects,
    usage,
    delivery: new FsDelivery(data),
    queue,
    clock: systemClock,
    log: options.log ?? silentLog,
    telemetry: { record: () => undefined },
    signingKey: 'a key for tests, and for nothing else',
    maxJobsPerOwner: options.maxJobsPerOwner ?? 20,
    maxRunning: 1,
    ...(options.timing ? { timing: options.timing } : {}),
  });
  return { jobs, assembled, folder, usage, close: () => assembled.close() };
}

/** A short of two scenes that renders quickly, the quickest as a square. */
export function smallRequest({
  title = 'Two small scenes',
  aspect = '1:1',
}: { readonly title?: string; readonly aspect?: Aspect } = {}): ShortRequest {
  return {
    source: {
      script: {
        title,
        language: 'en',
        scenes: [
          { narration: 'A fox sleeps.', visual: 'a fox asleep in the grass' },
          { narration: 'It wakes up.', visual: 'a fox looking at the moon' },
        ],
      },
    },
    seconds: 10,
    aspects: [aspect],
  };
}

/** The least that can be rendered. */
export function tinyRequest(title: string): ShortRequest {
  const scenes = [{ narration: 'Hello.', visual: 'a red balloon' }];
  return { source: { script: { title, language: 'en', scenes } }, seconds: 10, aspects: ['1:1'] };
}
