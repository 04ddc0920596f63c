import type { ObjectStore } from '@shortfactory/core';
import { timedEntry } from './timed-entry.ts';

/** Removed in one pass; the next goes on. */
const MOST_REMOVED = 1000;

/** Removes what was entered before a time. Names are newest first, so nothing younger is listed. Throws StorageFailed. */
export async function removeBefore(
  store: Pick<ObjectStore, 'list' | 'remove'>,
  prefix: string,
  beforeMs: number,
  signal: AbortSignal,
): Promise<void> {
  // Behind every name of that moment.
  const after = `${prefix}${timedEntry(beforeMs, '~')}`;
  for (const name of await store.list(prefix, { after, limit: MOST_REMOVED, signal })) {
    signal.throwIfAborted();
    await store.remove(name);
  }
}
