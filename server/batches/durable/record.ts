import { RecordUnreadable } from '@shortfactory/core';
import type { ShortRequest } from '@shortfactory/core';
import { z } from 'zod';

/**
 * Waiting for its place; taken, so that it is about to be a job; a job under way; how that ended; the same as an earlier
 * row, which is made once.
 */
const ROW_STATES = ['waiting', 'taken', 'making', 'done', 'failed', 'cancelled', 'repeated'] as const;

/** Under way; held by its owner; held by its cap; at its end; stopped for good. */
const BATCH_STATUSES = ['running', 'paused', 'capped', 'done', 'cancelled'] as const;

const time = z.number().nonnegative().max(8.64e15);
const rowRecord = z.strictObject({
  state: z.enum(ROW_STATES),
  job: z.string().exactOptional(),
  /** What its job has spent so far. */
  costUsd: z.number().nonnegative().exactOptional(),
  /** Why there is no job. */
  problem: z.string().exactOptional(),
});
const batchRecord = z.strictObject({
  id: z.string(),
  owner: z.string(),
  ownerHash: z.string(),
  /** Who had sent it, where that is somebody else: in that name its rows become jobs, so that none is made twice. */
  madeAs: z.string().exactOptional(),
  name: z.string().exactOptional(),
  /** Of its rows and cap: an idempotency key belongs to one content. */
  contentHash: z.string(),
  status: z.enum(BATCH_STATUSES),
  capUsd: z.number().nonnegative().exactOptional(),
  estimateUsd: z.number().nonnegative(),
  createdMs: time,
  updatedMs: time,
  finishedMs: time.exactOptional(),
  /** The marker of this round: another one after each "try again". */
  marker: z.string(),
  rows: z.array(rowRecord),
});

export type RowState = (typeof ROW_STATES)[number];
/** What became of a row so far. */
export type RowRecord = Readonly<z.output<typeof rowRecord>>;
/** A batch as it is stored, without what its rows ask for. */
export type BatchRecord = Readonly<Omit<z.output<typeof batchRecord>, 'rows'>> & {
  readonly rows: readonly RowRecord[];
};

/** What one row asks for: written once, never changed. */
export interface RowPlan {
  /** Its first line in the table, from 1. */
  readonly line: number;
  readonly id?: string;
  /** Of its content: the same row is the same video. */
  readonly key: string;
  readonly title: string;
  readonly seconds: number;
  /** About what it costs. */
  readonly usd: number;
  readonly request: ShortRequest;
}

export function encodeBatch(record: BatchRecord): Uint8Array {
  return Buffer.from(JSON.stringify({ ...batchRecord.parse(record), format: 1 }));
}

/** Throws RecordUnreadable. */
export function decodeBatch(bytes: Uint8Array): BatchRecord {
  return batchRecord.parse(contentOf(bytes, 'The record of a batch'));
}

export function encodePlans(plans: readonly RowPlan[]): Uint8Array {
  return Buffer.from(JSON.stringify({ plans, format: 1 }));
}

/** Throws RecordUnreadable. */
export function decodePlans(bytes: Uint8Array): readonly RowPlan[] {
  return contentOf(bytes, 'The list of a batch’s rows')['plans'] as readonly RowPlan[];
}

function contentOf(bytes: Uint8Array, what: string): Readonly<Record<string, unknown>> {
  try {
    const { format, ...content } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { format?: unknown };
    if (format === 1) return content;
  } catch (cause) {
    throw new RecordUnreadable(`${what} cannot be read.`, { cause });
  }
  throw new RecordUnreadable(`${what} is of a version that this release does not read.`);
}
