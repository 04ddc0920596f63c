import { RecordUnreadable, WEBHOOK_EVENTS } from '@shortfactory/core';
import { z } from 'zod';

/** Waiting for its next try; taken by the receiver; given up; its webhook was removed before it was taken. */
export const DELIVERY_STATES = ['pending', 'delivered', 'failed', 'dropped'] as const;

const time = z.number().nonnegative().max(8.64e15);
const attempt = z.strictObject({
  atMs: time,
  seconds: z.number().nonnegative(),
  status: z.int().exactOptional(),
  problem: z.string().exactOptional(),
});
const record = z.strictObject({
  id: z.string(),
  jobId: z.string(),
  ownerHash: z.string(),
  event: z.enum(WEBHOOK_EVENTS),
  messageId: z.string(),
  url: z.string(),
  /** A standing webhook, whose secrets sign; else the sealed secret of the job's own. */
  by: z.union([z.strictObject({ webhook: z.string() }), z.strictObject({ sealed: z.string() })]),
  /** What is sent, to the byte. */
  body: z.string(),
  createdMs: time,
  state: z.enum(DELIVERY_STATES),
  marker: z.string(),
  /** Of this round. */
  tries: z.int().nonnegative(),
  /** By the store's clock: not before. */
  dueMs: time,
  /** The last ones, oldest first. */
  attempts: z.array(attempt),
});

/** One receiver's delivery of one end, as it is stored. */
export type DeliveryRecord = Readonly<z.output<typeof record>>;
export type Attempt = Readonly<z.output<typeof attempt>>;

export const MOST_ATTEMPTS_KEPT = 20;

export function encodeDelivery(delivery: DeliveryRecord): Uint8Array {
  return Buffer.from(JSON.stringify({ ...record.parse(delivery), format: 1 }));
}

/** Throws RecordUnreadable. */
export function decodeDelivery(bytes: Uint8Array): DeliveryRecord {
  try {
    const { format, ...fields } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { format?: unknown };
    if (format === 1) return record.parse(fields);
  } catch (cause) {
    throw new RecordUnreadable('The record of a delivery cannot be read.', { cause });
  }
  throw new RecordUnreadable('The record of a delivery is of a version that this release does not read.');
}
