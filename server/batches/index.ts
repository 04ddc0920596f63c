export { MOST_ROWS, readBatch } from './read/read-batch.ts';
export type { Batch, BatchRow } from './read/read-batch.ts';
export { csvOf } from './write/csv.ts';
