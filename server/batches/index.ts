export { MOST_ROWS, readBatch } from './read/read-batch.ts';
export type { Batch, BatchRequest, BatchRow, RowProblem } from './read/read-batch.ts';
export { csvOf } from './write/csv.ts';
