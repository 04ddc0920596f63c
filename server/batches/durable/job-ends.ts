import type { JobEnds } from '@shortfactory/core';
import type { Batches } from './batches.ts';

/** The end of a job is told as before, and makes room for the next row of its owner's batches. */
export function wakingBatches(ends: JobEnds, batches: () => Pick<Batches, 'wake' | 'settled'>): JobEnds {
  return {
    ended: async (end) => {
      await ends.ended(end);
      batches().wake(end.job.ownerHash);
    },
    told: async (jobId) => {
      await Promise.all([ends.told(jobId), batches().settled()]);
    },
  };
}
