import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { assemble } from '@shortfactory/app';
import { loadConfig } from '@shortfactory/config';
import type { Delivery, Log, LogFields, Stage, VersionedObjects } from '@shortfactory/core';
import { systemClock } from '@shortfactory/core/clock';
import { createJobs } from '@shortfactory/jobs';
import type { Jobs, PipelineClient, Timing } from '@shortfactory/jobs';
import { pipelineHere } from '@shortfactory/jobs/pipeline-here';
import type { PipelineDeps } from '@shortfactory/pipeline';
import { InlineQueue } from '@shortfactory/queue';
import { FsDelivery, FsVersionedObjects } from '@shortfactory/storage';
import { recorded } from '../linearizability/recorded.ts';

/** Where a process kills itself, as hard as `kill -9` does. */
export type Death =
  | { readonly stage: Stage; readonly percent: number }
  | { readonly moment: 'first-published' | 'before-commit' | 'after-commit' | 'first-word' | 'comparing' };

export interface WorkerOptions {
  /** What the process is called in the logs. */
  readonly name: string;
  /** Holds data, scratch, calls.log and the ffmpeg to use. */
  readonly folder: string;
  readonly timing: Partial<Timing>;
  readonly death?: Death;
  /** Where calls of the store that keeps jobs are recorded. */
  readonly history?: string;
  /** False: only what it is told on standard input is run. */
  readonly sweeps: boolean;
}

/**
 * A worker as a process of its own, with the whole pipeline in it, for tests that kill, freeze and stop it. It notes
 * every call to a provider in calls.log, prints a JSON line for whatever it logs, and takes `run ID` on standard input.
 */
async function main(options: WorkerOptions): Promise<void> {
  const { name, folder, timing, death, history } = options;
  const data = join(folder, 'data');
  const assembled = await assemble(
    loadConfig({
      DATA_DIR: data,
      SCRATCH_DIR: join(folder, 'scratch'),
      FFMPEG_PATH: join(folder, 'ffmpeg'),
      PATH: process.env['PATH'],
      RENDER_CONCURRENCY: '2',
    }),
  );
  const say = (event: object): void => void process.stdout.write(`${JSON.stringify(event)}\n`);
  const stored = new FsVersionedObjects(data);
  const queue = new InlineQueue({ clock: systemClock, concurrency: 4, run: (id) => jobs.run(id) });
  const jobs: Jobs = createJobs({
    pipeline: telling(
      say,
      mortal(pipelineHere(counted(assembled.parts, join(folder, 'calls.log'), name, death)), death),
    ),
    objects: dyingAtCommit(history === undefined ? stored : recorded(stored, history, name), death),
    delivery: dyingOncePublished(new FsDelivery(data), death),
    queue,
    clock: systemClock,
    log: logTo(say),
    telemetry: { record: () => undefined },
    signingKey: 'a key for tests, and for nothing else',
    maxJobsPerOwner: 20,
    maxRunning: 1,
    timing,
  });
  process.on('SIGTERM', () => {
    void jobs.drain().then(async () => {
      await assembled.close();
      process.exit(0);
    });
  });
  createInterface({ input: process.stdin }).on('line', (line) => {
    const id = line.replace(/^run /, '');
    void jobs.run(id).then((outcome) => say({ event: 'outcome', id, outcome }));
  });
  if (options.sweeps) jobs.start();
  say({ event: 'ready' });
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way; nothing of ours may go on until it is there.
  for (;;);
}

function counted(parts: PipelineDeps, log: string, by: string, death: Death | undefined): PipelineDeps {
  const note = (stage: Stage, of: unknown): void =>
    appendFileSync(log, `${JSON.stringify({ by, stage, of })}\n`);
  const { storyWriter, illustrator, narrator, reference } = parts;
  return {
    ...parts,
    ...(reference && {
      reference: {
        ...{ id: reference.id, voices: reference.voices },
        narrate: (request, signal, account) => {
          note('narrate', `compared with: ${request.text}`);
          if (death && 'moment' in death && death.moment === 'comparing') die();
          return reference.narrate(request, signal, account);
        },
      },
    }),
    storyWriter: {
      id: storyWriter.id,
      writeStory: (request, signal, account) => {
        note('story', request.topic);
        if (death && 'moment' in death && death.moment === 'first-word') die();
        return storyWriter.writeStory(request, signal, account);
      },
      writeScript: (request, signal, account) => {
        note('script', request.topic);
        return storyWriter.writeScript(request, signal, account);
      },
    },
    illustrator: {
      id: illustrator.id,
      illustrate: (request, signal, account) => {
        note('illustrate', request.visual);
        return illustrator.illustrate(request, signal, account);
      },
    },
    narrator: {
      id: narrator.id,
      voices: narrator.voices,
      narrate: (request, signal, account) => {
        note('narrate', request.text);
        return narrator.narrate(request, signal, account);
      },
    },
  };
}

/** Says when frames begin to be rendered: sooner than the job's record does. */
function telling(say: (event: object) => void, pipeline: PipelineClient): PipelineClient {
  return {
    ...pipeline,
    make: (request, options) => {
      let told = false;
      return pipeline.make(request, {
        ...options,
        onProgress: (said) => {
          if (!told && (said.frames?.done ?? 0) > 0) say({ event: 'rendering' });
          told ||= (said.frames?.done ?? 0) > 0;
          options.onProgress?.(said);
        },
      });
    },
  };
}

function mortal(pipeline: PipelineClient, death: Death | undefined): PipelineClient {
  if (!death || !('stage' in death)) return pipeline;
  return {
    ...pipeline,
    make: (request, options) =>
      pipeline.make(request, {
        ...options,
        onProgress: (said) => {
          options.onProgress?.(said);
          if (said.stage === death.stage && said.percent >= death.percent) die();
        },
      }),
  };
}

function dyingOncePublished(delivery: Delivery, death: Death | undefined): Delivery {
  if (!death || !('moment' in death) || death.moment !== 'first-published') return delivery;
  const publish = delivery.publish.bind(delivery);
  return Object.assign(delivery, {
    publish: async (from: string, to: string, type: string) => {
      await publish(from, to, type);
      die();
    },
  });
}

function dyingAtCommit(objects: VersionedObjects, death: Death | undefined): VersionedObjects {
  if (!death || !('moment' in death)) return objects;
  const swap = objects.swap.bind(objects);
  return Object.assign(objects, {
    swap: async (name: string, expected: string | null, bytes: Uint8Array) => {
      const commits = Buffer.from(bytes).includes('"status":"done"');
      if (commits && death.moment === 'before-commit') die();
      const result = await swap(name, expected, bytes);
      if (commits && death.moment === 'after-commit') die();
      return result;
    },
  });
}

function logTo(say: (event: object) => void): Log {
  const write = (message: string, { error, ...fields }: LogFields = {}): void =>
    say({
      event: 'log',
      message,
      ...fields,
      ...(error instanceof Error ? { error: `${error.name}: ${error.message}` } : {}),
    });
  const log: Log = { debug: write, info: write, warn: write, error: write, with: () => log };
  return log;
}

await main(JSON.parse(process.argv[2] ?? '') as WorkerOptions);
