import { RecordUnreadable } from '@shortfactory/core';
import { z } from 'zod';

const time = z.number().min(-8.64e15).max(8.64e15);
const deletion = z.strictObject({
  format: z.literal(1),
  /** As jobs know the owner. */
  owner: z.string(),
  askedMs: time,
  /** From then on it is done. */
  dueMs: time,
  /** It has begun, and cannot be taken back. */
  begunMs: time.exactOptional(),
});
export type DeletionRecord = Omit<z.infer<typeof deletion>, 'format'>;

export const DELETIONS = 'deletions/';

export function deletionName(ownerHash: string): string {
  return `${DELETIONS}${ownerHash}`;
}

export function encodeDeletion(record: DeletionRecord): Uint8Array {
  return Buffer.from(JSON.stringify({ format: 1, ...record }));
}

/** Throws RecordUnreadable. */
export function decodeDeletion(bytes: Uint8Array): DeletionRecord {
  try {
    const { format: _, ...record } = deletion.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return record;
  } catch (cause) {
    throw new RecordUnreadable('What was asked to be deleted cannot be read.', { cause });
  }
}
