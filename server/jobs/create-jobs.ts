import { randomBytes } from 'node:crypto';
import { NO_JOB_ENDS, NO_TRACES, NO_USAGE } from '@shortfactory/core';
import type {
  Clock,
  Delivery,
  JobEnds,
  JobQueue,
  EvictableObjects,
  Log,
  ObjectStore,
  Telemetry,
  Traces,
  UsageMeter,
  VersionedObjects,
} from '@shortfactory/core';
import type { Inspect } from './run/inspect.ts';
import { Signer } from './store/job-names.ts';
import { JobService } from './job-service.ts';
import { JobStore } from './store/job-store.ts';
import type { MakeShort } from './deps.ts';
import type { Jobs } from './service.ts';
import { TIMING } from './timing.ts';
import type { Timing } from './timing.ts';

export interface JobsOptions {
  readonly pipeline: PipelineClient;
  readonly objects: VersionedObjects;
  readonly delivery: Delivery;
  /** Enables garbage collection of objects unused for two days. */
  readonly evictable?: EvictableObjects;
  readonly queue: JobQueue;
  /** Who is told that jobs have ended; nobody without it. */
  readonly ends?: JobEnds;
  /** Counts what owners make, and refuses what is too much; without it nothing is counted. */
  readonly usage?: UsageMeter;
  /**
   * Whether requests for videos reach this process: by default they do. When it starts it then offers again what a queue
   * that is not durable forgot. A worker alone must not: the delivery of a job is what starts it from zero, and the same
   * job offered once more would start a second one.
   */
  readonly accepts?: boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly traces?: Traces;
  /** Job ids and owner hashes are made with it; every process of one service has the same. */
  readonly signingKey: string;
  readonly maxJobsPerOwner: number;
  /** Sees and may change everything in the store; see `Jobs.owns`. */
  readonly machineOwner?: string;
  /** Jobs that run in this process side by side; other deliveries wait for one of them to end. */
  readonly maxRunning: number;
  /** Other times than the product's, for tests. */
  readonly timing?: Partial<Timing>;
}

/** The pipeline, in another process or in this one (`pipelineHere`). */
export interface PipelineClient {
  /** Where artifacts and outputs are. */
  readonly store: ObjectStore;
  readonly make: MakeShort;
  readonly inspect: Inspect;
}

/** Durable jobs over a store, a queue and the pipeline. Nothing begins before `start` or a call. */
export function createJobs({ pipeline, objects, signingKey, timing, ...deps }: JobsOptions): Jobs {
  const newId = (): string => randomBytes(16).toString('hex');
  return new JobService({
    accepts: true,
    ends: NO_JOB_ENDS,
    usage: NO_USAGE,
    traces: NO_TRACES,
    ...deps,
    jobs: new JobStore({ objects, clock: deps.clock, newId }),
    ...pipeline,
    signer: new Signer(signingKey),
    timing: { ...TIMING, ...timing },
    newId,
    random: Math.random,
  });
}
