import { createHmac, createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** Crockford's alphabet, as in a ULID: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
/** An entry of an owner's list; the cursor of a page is one. */
export const OWNER_ENTRY = /^[0-9]{13}-[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const LATEST_MS = 9_999_999_999_999;

export function isJobId(text: string): boolean {
  return ID.test(text);
}

/** 128 bits as 26 characters that can be read out, in the shape of a ULID. */
export function jobIdFrom(bytes: Uint8Array): string {
  let rest = BigInt(`0x${Buffer.from(bytes.subarray(0, 16)).toString('hex')}`);
  let id = '';
  for (let i = 0; i < 26; i++) {
    id = `${ALPHABET[Number(rest & 31n)]}${id}`;
    rest >>= 5n;
  }
  return id;
}

/** Names derived with the signing key: deterministic for an owner and key, and unguessable without it. */
export class Signer {
  readonly #key: KeyObject;

  constructor(key: string) {
    this.#key = createSecretKey(key, 'utf8');
  }

  jobId(ownerHash: string, idempotencyKey: string): string {
    return jobIdFrom(this.#sign('job', ownerHash, idempotencyKey));
  }

  ownerHash(owner: string): string {
    return this.#sign('owner', owner).toString('hex').slice(0, 40);
  }

  requestHash(request: string): string {
    return this.#sign('request', request).toString('hex');
  }

  #sign(...parts: string[]): Buffer {
    return createHmac('sha256', this.#key).update(JSON.stringify(parts)).digest();
  }
}

/** The object that holds a job's record. */
export function recordName(id: string): string {
  return `jobs/${id}`;
}

export const OWNERS = 'owners/';

/** Empty objects that list an owner's jobs, newest first. */
export function ownerPrefix(ownerHash: string): string {
  return `${OWNERS}${ownerHash}/`;
}

export function ownerEntry(createdMs: number, id: string): string {
  return `${String(LATEST_MS - createdMs).padStart(13, '0')}-${id}`;
}

export function isOwnerEntry(text: string): boolean {
  return OWNER_ENTRY.test(text);
}

/** The job that an entry lists, and when it was made. */
export function readOwnerEntry(name: string): { id: string; createdMs: number } | undefined {
  const entry = name.slice(name.lastIndexOf('/') + 1);
  if (!isOwnerEntry(entry)) return undefined;
  return { id: entry.slice(14), createdMs: LATEST_MS - Number(entry.slice(0, 13)) };
}

export const ACTIVE = 'active/';

export function activePrefix(ownerHash: string): string {
  return `${ACTIVE}${ownerHash}/`;
}

/** An empty object that stands while a job is under way. The nonce makes it one round's alone. */
export function markerName(ownerHash: string, id: string, nonce: string): string {
  return `${activePrefix(ownerHash)}${id}.${nonce}`;
}

export function jobOfMarker(name: string): string | undefined {
  const id = name.slice(name.lastIndexOf('/') + 1).split('.')[0] ?? '';
  return isJobId(id) ? id : undefined;
}

/** Where a job's outputs are published: named by epoch and content, so that two runs never write one object. */
export function outputPrefix(id: string): string {
  return `videos/${id}/`;
}

export function outputName(id: string, epoch: number, sha256: string, extension: string): string {
  return `${outputPrefix(id)}${epoch}-${sha256}.${extension}`;
}

/** The epoch of the run that an output is of. */
export function epochOf(output: string): number | undefined {
  const epoch = /^videos\/[^/]+\/(\d+)-/.exec(output)?.[1];
  return epoch === undefined ? undefined : Number(epoch);
}

/** Where it is noted what a job's videos were put together from, by epoch. */
export function partsPrefix(id: string): string {
  return `parts/${id}/`;
}

export function partsName(id: string, epoch: number): string {
  return `${partsPrefix(id)}${epoch}`;
}
