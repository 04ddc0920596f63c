import { createHash } from 'node:crypto';
import type { BatchRecord } from './record.ts';

/** The object that holds a batch's record. */
export function batchName(id: string): string {
  return `batches/${id}`;
}

/** The object that holds what the rows of a batch ask for: named by it, so that two tables never write one object. */
export function plansName({ id, contentHash }: Pick<BatchRecord, 'id' | 'contentHash'>): string {
  return `batch-rows/${id}-${contentHash}`;
}

/** Empty objects that list an owner's batches, newest first. */
export function ownerBatches(ownerHash: string): string {
  return `owner-batches/${ownerHash}/`;
}

export const ACTIVE_BATCHES = 'active-batches/';

export function activeBatches(ownerHash: string): string {
  return `${ACTIVE_BATCHES}${ownerHash}/`;
}

/** An empty object that stands while a batch has not ended, or its end is not told. The nonce makes it one round's alone. */
export function batchMarker(ownerHash: string, id: string, nonce: string): string {
  return `${activeBatches(ownerHash)}${id}.${nonce}`;
}

export interface ActiveBatch {
  readonly marker: string;
  readonly ownerHash: string;
  readonly id: string;
}

export function readBatchMarker(marker: string): ActiveBatch | undefined {
  const [, ownerHash, id] = /^active-batches\/([0-9a-z]+)\/([0-9A-Z]{26})\./.exec(marker) ?? [];
  return ownerHash !== undefined && id !== undefined ? { marker, ownerHash, id } : undefined;
}

export function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
