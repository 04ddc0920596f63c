import { Batches } from '@shortfactory/batches';
import type { Config } from '@shortfactory/config';

type BatchesConfig = Pick<Config, 'QUEUE' | 'JOB_CONCURRENCY' | 'MAX_JOBS_PER_OWNER'>;

/** Where the queue has workers of its own, whose number is not known here. */
const ROWS_FOR_WORKERS = 4;

/**
 * Batches that leave room for others: of one owner as many rows are in the queue as run side by side here, or a few
 * where workers scale; and never more than half of what an owner may have under way, so that a single video has a place.
 */
export function batchesOf(
  { QUEUE, JOB_CONCURRENCY, MAX_JOBS_PER_OWNER }: BatchesConfig,
  deps: Omit<ConstructorParameters<typeof Batches>[0], 'rowsAtATime'>,
): Batches {
  const most = QUEUE === 'inline' ? JOB_CONCURRENCY : ROWS_FOR_WORKERS;
  const rowsAtATime = Math.max(1, Math.min(most, Math.floor(MAX_JOBS_PER_OWNER / 2)));
  return new Batches({ ...deps, rowsAtATime });
}
