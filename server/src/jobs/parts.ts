import type { Job } from '../domain/job.ts';
import type { ShortRequest } from '../domain/short.ts';
import type { RunOptions, RunReport } from '../pipeline/run.ts';
import type { Clock } from '../ports/clock.ts';
import type { JobQueue } from '../ports/job-queue.ts';
import type { KeptObjects } from '../ports/kept-objects.ts';
import type { Log } from '../ports/log.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import type { FinishParts } from './finish.ts';
import type { Signer } from './job-names.ts';
import type { JobStore } from './job-store.ts';
import type { Timing } from './timing.ts';
import type { OwnerTurns } from './under-way.ts';

export type MakeShort = (request: ShortRequest, options: RunOptions) => Promise<RunReport>;

/** What everything in this folder works with, made once by `createJobs`. */
export interface JobsParts extends FinishParts {
  readonly jobs: JobStore;
  readonly store: ObjectStore;
  /** Without it nothing is cleared away. */
  readonly kept?: KeptObjects;
  readonly queue: JobQueue;
  readonly make: MakeShort;
  readonly clock: Clock;
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly signer: Signer;
  readonly timing: Timing;
  readonly newId: () => string;
  /** 0 … 1: spreads retries of many workers. */
  readonly random: () => number;
  readonly maxJobsPerOwner: number;
  readonly turns: OwnerTurns;
  /** Owner of everything in the store, whoever made it: the person at the machine, where there is only one. */
  readonly machineOwner?: string;
  /** Jobs that run in this process side by side. */
  readonly maxRunning: number;
  /** Told of every change of a job that runs here. */
  readonly onChange: (job: Job) => void;
}
