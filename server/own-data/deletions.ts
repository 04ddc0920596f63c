import { Conflict, NotFound, changeObject } from '@shortfactory/core';
import type { Clock, Log, ObjectStore, VersionedObjects } from '@shortfactory/core';
import { DELETIONS, decodeDeletion, deletionName, encodeDeletion } from './deletion-record.ts';
import type { DeletionRecord } from './deletion-record.ts';

/** An owner of whom everything goes. */
export interface Leaving {
  /** As jobs know the owner. */
  readonly owner: string;
  readonly ownerHash: string;
}

/**
 * Deletes all that an owner has of one kind, and says whether there was any; may be called again wherever it stopped.
 * Throws what stopped it.
 */
export interface DeletionStep {
  readonly what: string;
  run(who: Leaving, signal: AbortSignal): Promise<boolean>;
}

export interface DeletionsOptions {
  readonly objects: VersionedObjects;
  readonly store: Pick<ObjectStore, 'list'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly ownerHash: (owner: string) => string;
  /** In the order in which they are done: what makes new things goes before what it makes. */
  readonly steps: readonly DeletionStep[];
  readonly sweepMs?: number;
}

/** Within it what was asked for can be taken back. */
const TAKE_BACK_MS = 24 * 60 * 60 * 1000;
const SWEEP_MS = 60_000;
const PAGE = 1000;
/** How often the steps are done in a row while things come that are made meanwhile; then the next sweep goes on. */
const MOST_ROUNDS = 10;
const DRAIN_MS = 2000;

/** Everything of an owner goes, a day after they have asked for it. Nothing begins before `start` or a call. */
export class Deletions {
  readonly #options: DeletionsOptions;
  readonly #over = new AbortController();
  /** When each of those that were looked at is due: one that is not is not read again. */
  #dueMs: ReadonlyMap<string, number> = new Map();
  #working: Promise<void> = Promise.resolve();

  constructor(options: DeletionsOptions) {
    this.#options = options;
  }

  start(): void {
    this.#working = this.#sweepOn();
  }

  /** What is under way stops at its next step; another process goes on. */
  async drain(): Promise<void> {
    this.#over.abort(new Error('The process is shutting down.'));
    const ended = new AbortController();
    void this.#working.then(() => ended.abort());
    await this.#options.clock.sleep(DRAIN_MS, ended.signal).catch(() => undefined);
  }

  /** What the owner has asked for; undefined where that is nothing. Throws StorageFailed. */
  async of(owner: string): Promise<DeletionRecord | undefined> {
    const object = await this.#options.objects.get(this.#nameOf(owner));
    return object && decodeDeletion(object.bytes);
  }

  /** From here on everything of the owner goes, a day from now. Asked again, it stays as it was asked first. */
  async ask(owner: string): Promise<DeletionRecord> {
    const askedMs = this.#options.clock.nowMs();
    let standing: DeletionRecord = { owner, askedMs, dueMs: askedMs + TAKE_BACK_MS };
    await changeObject(this.#options, this.#nameOf(owner), (object) => {
      if (!object) return encodeDeletion(standing);
      standing = decodeDeletion(object.bytes);
      return undefined;
    });
    return standing;
  }

  /** Everything stays. Throws NotFound where nothing was asked for, Conflict once it has begun, StorageFailed. */
  async takeBack(owner: string): Promise<void> {
    const { objects } = this.#options;
    const name = this.#nameOf(owner);
    const object = await objects.get(name);
    if (!object) throw new NotFound('Nothing is about to be deleted.');
    if (decodeDeletion(object.bytes).begunMs !== undefined)
      throw new Conflict('It is being deleted already; that cannot be taken back.');
    if (!(await objects.discard(name, object.generation)))
      throw new Conflict('It was changed at the same moment; look again.');
  }

  /** Does what is due. Rejects with the first fault when all has been tried. */
  async sweep(signal: AbortSignal): Promise<void> {
    const { store, clock } = this.#options;
    const known = new Map<string, number>();
    let fault: { readonly error: unknown } | undefined;
    let names: readonly string[] = [];
    do {
      const after = names.at(-1);
      names = await store.list(DELETIONS, { limit: PAGE, ...(after === undefined ? {} : { after }) });
      for (const name of names) {
        signal.throwIfAborted();
        try {
          const nowMs = clock.nowMs();
          const dueMs = this.#dueMs.get(name) ?? (await this.#dueOf(name));
          if (dueMs > nowMs) known.set(name, dueMs);
          else await this.#deleteDue(name, nowMs, signal);
        } catch (error) {
          signal.throwIfAborted();
          fault ??= { error };
        }
      }
    } while (names.length === PAGE);
    this.#dueMs = known;
    if (fault) throw fault.error;
  }

  async #dueOf(name: string): Promise<number> {
    const object = await this.#options.objects.get(name);
    return object ? decodeDeletion(object.bytes).dueMs : Infinity;
  }

  async #deleteDue(name: string, nowMs: number, signal: AbortSignal): Promise<void> {
    const record = await this.#begun(name, nowMs);
    if (record) await this.#delete({ owner: record.owner, ownerHash: name.slice(DELETIONS.length) }, signal);
  }

  /** One that is due, from now on not to be taken back. */
  async #begun(name: string, nowMs: number): Promise<DeletionRecord | undefined> {
    let begun: DeletionRecord | undefined;
    await changeObject(this.#options, name, (object) => {
      const record = object && decodeDeletion(object.bytes);
      begun = record && record.dueMs <= nowMs ? { begunMs: nowMs, ...record } : undefined;
      return begun && record?.begunMs === undefined ? encodeDeletion(begun) : undefined;
    });
    return begun;
  }

  async #delete(who: Leaving, signal: AbortSignal): Promise<void> {
    const { objects, log, steps } = this.#options;
    let found = true;
    for (let round = 0; found; round++) {
      if (round === MOST_ROUNDS) return;
      found = false;
      for (const { run } of steps) {
        signal.throwIfAborted();
        if (await run(who, signal)) found = true;
      }
    }
    const name = deletionName(who.ownerHash);
    const object = await objects.get(name);
    if (object) await objects.discard(name, object.generation);
    log.info('Everything of an owner was deleted, as they had asked.', { ownerHash: who.ownerHash });
  }

  #nameOf(owner: string): string {
    return deletionName(this.#options.ownerHash(owner));
  }

  async #sweepOn(): Promise<void> {
    const { clock, log, sweepMs = SWEEP_MS } = this.#options;
    const { signal } = this.#over;
    while (!signal.aborted) {
      await this.sweep(signal).catch((error: unknown) => {
        if (!signal.aborted) log.warn('What was asked to be deleted is deleted later.', { error });
      });
      await clock.sleep(sweepMs, signal).catch(() => undefined);
    }
  }
}
