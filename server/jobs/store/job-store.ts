import { RecordUnreadable, StorageFailed, StorageUnknown } from '@shortfactory/core';
import type { Clock, JobRecord, VersionedObjects } from '@shortfactory/core';
import { recordName } from './job-names.ts';
import { decodeRecord, encodeRecord } from './record-json.ts';
import type { Written } from './record-json.ts';

/** How many write names a record keeps: more than can pass between a write and the look whether it was applied. */
const RECENT_WRITES = 16;
/** Records kept as they were last read or written: a few KB each. */
const MOST_KNOWN = 200;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 4000;

/** A record as it stood at one moment. */
export interface Stored extends Written {
  readonly generation: string;
  /** How long ago it was written, by the store's own clock. */
  readonly silentMs: number;
}

/** The next record, or undefined when the change does not apply to what stands there. Called again after a conflict. */
export type Change = (stored: Stored) => JobRecord | undefined;

export type Updated =
  | {
      readonly changed: true;
      /** What stands now: this change, or what came after it. */
      readonly stored: Stored;
      /** Monotonic time at which the write that stands was sent. */
      readonly sentMs: number;
    }
  | { readonly changed: false; readonly stored: Stored | undefined };

export interface UpdateOptions {
  /** What the caller knows to stand; without it the record is read first. */
  readonly base?: Stored;
  /** How long to go on when the store does not answer. Then StorageUnknown: the change may yet be applied. */
  readonly patienceMs: number;
  readonly signal?: AbortSignal;
}

export interface JobStoreDeps {
  readonly objects: VersionedObjects;
  readonly clock: Clock;
  /** Returns a unique name. */
  readonly newId: () => string;
}

/**
 * Job records, changed only by compare-and-swap. A write whose answer was lost is never taken for "not applied": the
 * record is read back, and its own list of writes says whether it was.
 */
export class JobStore {
  readonly #objects: VersionedObjects;
  readonly #clock: Clock;
  readonly #newId: () => string;
  /** Watchers of a job read the same generation repeatedly, and a worker what it wrote itself. */
  readonly #known = new Map<string, { readonly generation: string; readonly written: Written }>();

  constructor({ objects, clock, newId }: JobStoreDeps) {
    this.#objects = objects;
    this.#clock = clock;
    this.#newId = newId;
  }

  /**
   * Throws StorageFailed at once when the store does not answer (the caller decides whether to wait), and
   * RecordUnreadable when the stored bytes are not a record.
   */
  async read(id: string): Promise<Stored | undefined> {
    const object = await this.#objects.get(recordName(id));
    if (!object) return undefined;
    const { bytes, generation, nowMs, updatedMs } = object;
    return { ...this.#decode(id, generation, bytes), generation, silentMs: nowMs - updatedMs };
  }

  /** Makes the record unless there is one: `changed` is false then, with the one that stands. */
  async create(record: JobRecord, options: Omit<UpdateOptions, 'base'>): Promise<Updated> {
    return this.#write(record.job.id, (stored) => (stored ? undefined : record), options, {
      stored: undefined,
    });
  }

  async update(id: string, change: Change, { base, ...options }: UpdateOptions): Promise<Updated> {
    return this.#write(
      id,
      (stored) => stored && change(stored),
      options,
      base ? { stored: base } : undefined,
    );
  }

  /** Removes a record that still is as it was read; false when it is not. */
  async discard(id: string, stored: Stored): Promise<boolean> {
    return this.#objects.discard(recordName(id), stored.generation);
  }

  #decode(id: string, generation: string, bytes: Uint8Array): Written {
    const known = this.#known.get(id);
    return known?.generation === generation
      ? known.written
      : this.#remember(id, generation, decodeRecord(id, bytes));
  }

  #remember(id: string, generation: string, written: Written): Written {
    this.#known.delete(id);
    this.#known.set(id, { generation, written });
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST_KNOWN && oldest !== undefined) this.#known.delete(oldest);
    return written;
  }

  async #write(
    id: string,
    next: (stored: Stored | undefined) => JobRecord | undefined,
    { patienceMs, signal }: Omit<UpdateOptions, 'base'>,
    known: { readonly stored: Stored | undefined } | undefined,
  ): Promise<Updated> {
    const giveUpMs = this.#clock.monotonicMs() + patienceMs;
    const sent = new Map<string, number>();
    let pauseMs = FIRST_PAUSE_MS;
    for (;;) {
      signal?.throwIfAborted();
      try {
        const stored = known ? known.stored : await this.read(id);
        const mine = stored?.writeIds.findLast((writeId) => sent.has(writeId));
        if (stored && mine !== undefined) return { changed: true, stored, sentMs: sent.get(mine) ?? 0 };
        const record = next(stored);
        if (!record) return { changed: false, stored };
        const writeId = this.#newId();
        const writeIds = [...(stored?.writeIds ?? []), writeId].slice(-RECENT_WRITES);
        const sentMs = this.#clock.monotonicMs();
        sent.set(writeId, sentMs);
        known = undefined;
        const written = { record, writeId, writeIds };
        const swap = await this.#objects.swap(
          recordName(id),
          stored?.generation ?? null,
          encodeRecord(written),
        );
        if (swap.swapped) {
          this.#remember(id, swap.generation, written);
          return { changed: true, stored: { ...written, generation: swap.generation, silentMs: 0 }, sentMs };
        }
        // Another process wrote, or our earlier try was applied: read again.
      } catch (error) {
        if (!passes(error)) throw error;
        if (this.#clock.monotonicMs() + pauseMs >= giveUpMs) throw this.#final(error, sent.size > 0);
        known = undefined;
        await this.#clock.sleep(pauseMs, signal);
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      }
    }
  }

  /** Once something was sent, it may have been applied. */
  #final(error: StorageFailed | StorageUnknown, anythingSent: boolean): Error {
    if (!anythingSent || error instanceof StorageUnknown) return error;
    return new StorageUnknown(error.message, { cause: error });
  }
}

function passes(error: unknown): error is StorageFailed | StorageUnknown {
  return (
    error instanceof StorageUnknown ||
    (error instanceof StorageFailed && !(error instanceof RecordUnreadable))
  );
}
