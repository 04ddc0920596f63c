import { randomBytes } from 'node:crypto';
import { makeShort } from '../pipeline/run.ts';
import type { PipelineParts } from '../pipeline/stage.ts';
import type { Clock } from '../ports/clock.ts';
import type { Delivery } from '../ports/delivery.ts';
import type { JobQueue } from '../ports/job-queue.ts';
import type { Log } from '../ports/log.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import type { VersionedObjects } from '../ports/versioned-objects.ts';
import { inspector } from './inspect.ts';
import { Signer } from './job-names.ts';
import { JobService } from './job-service.ts';
import { JobStore } from './job-store.ts';
import type { Jobs } from './service.ts';
import { TIMING } from './timing.ts';
import type { Timing } from './timing.ts';

export interface JobsDeps {
  /** The pipeline; its store is where artifacts and outputs are. */
  readonly pipeline: PipelineParts;
  readonly objects: VersionedObjects;
  readonly delivery: Delivery;
  readonly queue: JobQueue;
  readonly clock: Clock;
  readonly log: Log;
  readonly telemetry: Telemetry;
  /** Job ids and owner hashes are made with it; every process of one service has the same. */
  readonly signingKey: string;
  readonly maxJobsPerOwner: number;
  /** Other times than the product's, for tests. */
  readonly timing?: Partial<Timing>;
}

/** Durable jobs over a store, a queue and the pipeline. Nothing begins before `start` or a call. */
export function createJobs({ pipeline, objects, signingKey, timing, ...deps }: JobsDeps): Jobs {
  const newId = (): string => randomBytes(16).toString('hex');
  return new JobService({
    ...deps,
    jobs: new JobStore({ objects, clock: deps.clock, newId }),
    store: pipeline.store,
    make: (request, options) => makeShort(pipeline, request, options),
    inspect: inspector(pipeline),
    signer: new Signer(signingKey),
    timing: { ...TIMING, ...timing },
    newId,
    random: Math.random,
  });
}
