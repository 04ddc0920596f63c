import type { BatchEnd } from '../domain/job/batch-end.ts';

/** Who is told that batches have ended. */
export interface BatchEnds {
  /**
   * Called for every end, once or more: what has to be told is stored when it resolves, and a call for a known round
   * changes nothing. Until then the batch's marker stands, so that another process calls again when this one dies. Throws
   * StorageFailed or StorageUnknown.
   */
  batchEnded(end: BatchEnd): Promise<void>;
}
