import { InputInvalid } from '@shortfactory/core';
import type { Clock, Log, ObjectStore } from '@shortfactory/core';
import pLimit from 'p-limit';
import { removeBefore } from '../old-entries.ts';
import { TIMED_ENTRY, newNonce, timedEntry } from '../timed-entry.ts';
import { decodeEntry, encodeEntry } from './audit-entry.ts';
import type { AuditEntry } from './audit-entry.ts';

const PREFIX = 'audit/';
const MOST_LISTED = 100;
const READS_AT_A_TIME = 8;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface AuditLogOptions {
  readonly store: Pick<ObjectStore, 'create' | 'list' | 'read' | 'remove'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Entries that are older are removed. */
  readonly days: number;
}

/** Who did what, as objects that are only ever added: one each, under a name of its own, newest first. */
export class AuditLog {
  readonly #options: AuditLogOptions;

  constructor(options: AuditLogOptions) {
    this.#options = options;
  }

  /** Enters it: it stands when this resolves. Throws StorageFailed. */
  async enter(entry: Omit<AuditEntry, 'atMs'>): Promise<void> {
    const { store, clock } = this.#options;
    const atMs = clock.nowMs();
    await store.create(`${PREFIX}${timedEntry(atMs, newNonce())}`, {
      bytes: encodeEntry({ atMs, ...entry }),
    });
  }

  /** Enters what was done; where that fails, the process's log has it. Never throws. */
  async note(entry: Omit<AuditEntry, 'atMs'>): Promise<void> {
    await this.enter(entry).catch((error: unknown) => {
      this.#options.log.warn('Something that was done could not be entered in the audit log.', {
        ...{ as: entry.as, who: entry.who, did: entry.did },
        ...(entry.of === undefined ? {} : { of: entry.of }),
        error,
      });
    });
  }

  /** Newest first; `next` is the cursor of the page that follows. Throws InputInvalid for another cursor, StorageFailed. */
  async list(
    { limit, cursor }: { readonly limit: number; readonly cursor?: string },
    signal: AbortSignal,
  ): Promise<{ readonly entries: readonly AuditEntry[]; readonly next?: string }> {
    const { store } = this.#options;
    if (cursor !== undefined && !TIMED_ENTRY.test(cursor))
      throw new InputInvalid('cursor', 'is none that a listing gave (expected `next` of the page before)');
    const most = Math.min(limit, MOST_LISTED);
    const names = await store.list(PREFIX, {
      limit: most + 1,
      signal,
      ...(cursor === undefined ? {} : { after: `${PREFIX}${cursor}` }),
    });
    const atATime = pLimit(READS_AT_A_TIME);
    const shown = names.slice(0, most);
    const read = await Promise.all(shown.map((name) => atATime(() => store.read(name))));
    const entries = read.flatMap((bytes) => (bytes ? [decodeEntry(bytes)] : []));
    const next = names.length > most ? shown.at(-1)?.slice(PREFIX.length) : undefined;
    return { entries, ...(next === undefined ? {} : { next }) };
  }

  /** Removes what is too old. Throws StorageFailed. */
  async sweep(signal: AbortSignal): Promise<void> {
    const { store, clock, days } = this.#options;
    await removeBefore(store, PREFIX, clock.nowMs() - days * DAY_MS, signal);
  }
}
