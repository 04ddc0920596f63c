import type { JobRecord, SpendLine } from '@shortfactory/core';
import type { JobsDeps } from '../deps.ts';

/**
 * The last steps of a round that has ended: its end is counted and told, and then its marker goes. A process that dies in
 * between leaves the marker, by which a sweep finds the round and does it again; a marker that is gone says that all is
 * done. What throws leaves the marker as well.
 * @param spend of the round, where this process ran it.
 */
export async function closeRound(
  { store, ends, usage }: JobsDeps,
  record: JobRecord,
  spend?: readonly SpendLine[],
): Promise<void> {
  const { job, marker: round, webhook } = record;
  if (!(await store.head(round))) return;
  // A removed job was counted and told of before it was removed.
  if (!record.removed) {
    await usage.ended(job, spend);
    await ends.ended({ job, round, ...(webhook && { webhook }) });
  }
  await store.remove(round);
}

/** The same where a sweep does it when this does not. */
export async function closeRoundNow(
  deps: JobsDeps,
  record: JobRecord,
  spend?: readonly SpendLine[],
): Promise<void> {
  await closeRound(deps, record, spend).catch((error: unknown) => {
    deps.log.warn('The end of a job is told later.', { jobId: record.job.id, error });
  });
}
