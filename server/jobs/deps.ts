import type {
  Clock,
  Job,
  JobEnds,
  JobQueue,
  EvictableObjects,
  Log,
  ObjectStore,
  ShortRequest,
  Telemetry,
  Traces,
  UsageMeter,
} from '@shortfactory/core';
import type { RunOptions, RunReport } from '@shortfactory/pipeline';
import type { FinishDeps } from './run/finish.ts';
import type { Signer } from './store/job-names.ts';
import type { JobStore } from './store/job-store.ts';
import type { Timing } from './timing.ts';
import type { OwnerTurns } from './accept/under-way.ts';

export type MakeShort = (request: ShortRequest, options: RunOptions) => Promise<RunReport>;

/** What everything in this folder works with, made once by `createJobs`. */
export interface JobsDeps extends FinishDeps {
  readonly jobs: JobStore;
  readonly store: ObjectStore;
  /** Without it nothing is cleared away. */
  readonly evictable?: EvictableObjects;
  readonly queue: JobQueue;
  /** Told of every end before its marker goes. */
  readonly ends: JobEnds;
  /** Counts what owners make. */
  readonly usage: UsageMeter;
  /** Whether this process, when it starts, offers again what its queue forgot. */
  readonly accepts: boolean;
  readonly make: MakeShort;
  readonly clock: Clock;
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly traces: Traces;
  readonly signer: Signer;
  readonly timing: Timing;
  readonly newId: () => string;
  /** 0 … 1: spreads retries of many workers. */
  readonly random: () => number;
  readonly maxJobsPerOwner: number;
  readonly turns: OwnerTurns;
  /** Owner of everything in the store on a single-user machine. */
  readonly machineOwner?: string;
  /** Jobs that run in this process side by side. */
  readonly maxRunning: number;
  /** Told of every change of a job that runs here. */
  readonly onChange: (job: Job) => void;
}
