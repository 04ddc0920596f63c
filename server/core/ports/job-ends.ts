import type { JobEnd } from '../domain/job/job-end.ts';

/** Who is told that jobs have ended. */
export interface JobEnds {
  /**
   * Called for every end, once or more: what has to be told is stored when it resolves, and a call for a known round
   * changes nothing. Until then the job's marker stands, so that another process calls again when this one dies. Throws
   * StorageFailed or StorageUnknown.
   */
  ended(end: JobEnd): Promise<void>;
  /** Resolves when everybody was told of the job's end for the first time, or some seconds have passed. Never throws. */
  told(jobId: string): Promise<void>;
}

/** Nobody is told. */
export const NO_JOB_ENDS: JobEnds = {
  ended: () => Promise.resolve(),
  told: () => Promise.resolve(),
};
