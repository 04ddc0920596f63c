import type { Job } from '../domain/job/job.ts';
import type { SpendLine } from '../domain/money/spend.ts';

/** A job that is about to begin, or to begin again. */
export interface Admission {
  readonly id: string;
  readonly ownerHash: string;
  /** What its earlier rounds have cost. */
  readonly costUsd: number;
}

/** Counts what owners make in a day. All throw StorageFailed or StorageUnknown. */
export interface UsageMeter {
  /**
   * Counts a job as being made, before there is one: a process that dies in between has counted one too much. The same job
   * twice is one. Throws QuotaReached, and nothing is counted.
   */
  admit(owner: string, job: Admission): Promise<void>;
  /** Counts how a job has ended: once or more for each round, before its marker goes, so never too little. */
  ended(job: Job, spend?: readonly SpendLine[]): Promise<void>;
  /** The job's files are gone. */
  removed(job: Job): Promise<void>;
}

/** Nothing is counted. */
export const NO_USAGE: UsageMeter = {
  admit: () => Promise.resolve(),
  ended: () => Promise.resolve(),
  removed: () => Promise.resolve(),
};
