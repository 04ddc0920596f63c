import { randomBytes } from 'node:crypto';

const LATEST_MS = 9_999_999_999_999;
/** What a cursor of a list of these is: the end of the last name. */
export const TIMED_ENTRY = /^[0-9]{13}-[A-Za-z0-9._-]{1,120}$/;

/** Names that sort newest first. Anything from this moment on, and what was before it, lie on two sides of it. */
export function timedEntry(ms: number, rest: string): string {
  return `${String(LATEST_MS - ms).padStart(13, '0')}-${rest}`;
}

export function msOfEntry(entry: string): number {
  return LATEST_MS - Number(entry.slice(0, 13));
}

export function newNonce(): string {
  return randomBytes(8).toString('hex');
}
