import { createHash } from 'node:crypto';

/** The object that holds an owner's standing webhooks. */
export function webhooksName(ownerHash: string): string {
  return `webhooks/${ownerHash}`;
}

export const DELIVERIES = 'deliveries/';

/** The deliveries of one job. */
export function deliveryPrefix(jobId: string): string {
  return `${DELIVERIES}${jobId}/`;
}

export function deliveryName(jobId: string, deliveryId: string): string {
  return `${deliveryPrefix(jobId)}${deliveryId}`;
}

export const DUE = 'due/';

/** An empty object that stands while a delivery is to be made. The nonce makes it one round of tries alone. */
export function dueMarker(ownerHash: string, jobId: string, deliveryId: string, nonce: string): string {
  return `${DUE}${ownerHash}/${jobId}.${deliveryId}.${nonce}`;
}

export interface Due {
  readonly marker: string;
  readonly ownerHash: string;
  readonly jobId: string;
  readonly deliveryId: string;
}

export function readDueMarker(marker: string): Due | undefined {
  const [, ownerHash, jobId, deliveryId] =
    /^due\/([0-9a-z]+)\/([0-9A-Za-z_-]+)\.([0-9a-f]{32})\./.exec(marker) ?? [];
  return ownerHash !== undefined && jobId !== undefined && deliveryId !== undefined
    ? { marker, ownerHash, jobId, deliveryId }
    : undefined;
}

/** Names the message of one end: the same for every receiver and every try. */
export function messageId(round: string): string {
  return `msg_${hashOf(round)}`;
}

/** One receiver's delivery of one end. */
export function deliveryIdOf(round: string, receiver: string): string {
  return hashOf(round, receiver);
}

function hashOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
