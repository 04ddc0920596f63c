import { randomBytes } from 'node:crypto';
import { Conflict, IdempotencyMismatch, InputInvalid, LimitReached, NotFound } from '@shortfactory/core';
import type {
  BatchEnd,
  BatchEnds,
  Clock,
  EvictableObjects,
  Job,
  Log,
  ObjectStore,
  VersionedObjects,
} from '@shortfactory/core';
import { OWNER_ENTRY, ownerEntry } from '@shortfactory/jobs';
import type { Jobs, Signer } from '@shortfactory/jobs';
import pLimit from 'p-limit';
import { BatchStore } from './batch-store.ts';
import {
  advanced,
  countsOf,
  spentUsd,
  hasEnded,
  paused,
  placed,
  resumed,
  stopped,
  tryingAgain,
  underWay,
} from './changes.ts';
import { handOverBatch } from './hand-over.ts';
import { KeptUploads } from './kept-uploads.ts';
import {
  ACTIVE_BATCHES,
  activeBatches,
  batchMarker,
  batchName,
  hashOf,
  ownerBatches,
  plansName,
  readBatchMarker,
} from './names.ts';
import type { ActiveBatch } from './names.ts';
import { OwnerPasses } from './owner-passes.ts';
import type { BatchRecord, RowPlan, RowRecord } from './record.ts';
import { RowJobs } from './row-jobs.ts';

export interface BatchesOptions {
  readonly jobs: Pick<Jobs, 'submit' | 'get' | 'retry' | 'cancel' | 'handOver'>;
  readonly ends: BatchEnds;
  readonly store: ObjectStore;
  readonly objects: VersionedObjects;
  /** Where uploads go that nobody names. */
  readonly evictable?: EvictableObjects;
  readonly signer: Pick<Signer, 'ownerHash' | 'jobId'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Rows of one owner that are in the queue or being made at a time: so many jobs others may wait for. */
  readonly rowsAtATime: number;
  /** Whether rows may become jobs now; always without it. Never throws. */
  readonly mayBegin?: () => Promise<boolean>;
  /** Sees and may change every batch. */
  readonly machineOwner?: string;
  /** Returns a unique name; in place of chance, for tests. */
  readonly newId?: () => string;
  readonly sweepMs?: number;
}

/** A table whose rows can all be made. */
export interface BatchWanted {
  readonly plans: readonly RowPlan[];
  readonly name?: string;
  /** Nothing is begun that would cost more in all. */
  readonly capUsd?: number;
  /** Nothing is begun before `resume`. */
  readonly isPaused: boolean;
}

const SWEEP_MS = 60_000;
const PAGE = 1000;
const OWNERS_AT_A_TIME = 4;
const READS_AT_A_TIME = 8;
/** Batches of one owner that have not ended. */
const MOST_ACTIVE = 20;
/** How often a table that was stopped can be sent again. */
const MOST_TURNS = 1000;
/** A marker that no record names may belong to a process that is about to write the record. */
const UNNAMED_MS = 60 * 60 * 1000;
const DRAIN_MS = 2000;
const TAKEN_ALONG =
  'This Idempotency-Key was used for a batch that somebody has taken along; use a new key for a new batch.';

/**
 * Batches: tables whose rows become jobs, a few at a time, whichever process dies. A record and a marker each; what is to
 * be done is found by the marker. Rows are taken in the record before they become jobs, and a row's key is of its content,
 * so two processes that do the same do it once. Nothing begins before `start` or a call.
 */
export class Batches {
  readonly #options: BatchesOptions;
  readonly #batches: BatchStore;
  readonly #rows: RowJobs;
  readonly #passes: OwnerPasses;
  readonly #uploads: KeptUploads;
  readonly #newId: () => string;
  readonly #over = new AbortController();

  constructor(options: BatchesOptions) {
    this.#options = options;
    this.#batches = new BatchStore(options);
    this.#rows = new RowJobs(options);
    this.#uploads = new KeptUploads(options);
    this.#passes = new OwnerPasses((ownerHash) => this.#pass(ownerHash), options.log);
    this.#newId = options.newId ?? (() => randomBytes(16).toString('hex'));
  }

  start(): void {
    void this.#sweepOn();
  }

  /** Begins no further rows; what was begun is gone on with by another process. */
  async drain(): Promise<void> {
    this.#over.abort();
    this.#passes.close();
    const ended = new AbortController();
    void this.#passes.settled().then(() => ended.abort());
    await this.#options.clock.sleep(DRAIN_MS, ended.signal).catch(() => undefined);
  }

  /** Looks after an owner's batches now, as one of the owner's jobs has ended. */
  wake(ownerHash: string): void {
    void this.#passes.run(ownerHash);
  }

  /** Resolves when nothing of what `wake` has begun is left. */
  settled(): Promise<void> {
    return this.#passes.settled();
  }

  /**
   * Accepts a table: from here on each of its rows reaches an end. The same table with the same cap is the same batch
   * (`created` false), unless that was stopped; with an idempotency key, the same key is. Throws IdempotencyMismatch,
   * LimitReached, StorageFailed.
   */
  async accept(
    owner: string,
    { plans, name, capUsd, isPaused }: BatchWanted,
    idempotencyKey?: string,
  ): Promise<{ readonly batch: BatchRecord; readonly created: boolean }> {
    const { signer, store, clock } = this.#options;
    const ownerHash = signer.ownerHash(owner);
    const contentHash = hashOf([plans.map(({ key, request }) => [key, request]), capUsd]);
    const id = await this.#idOf(ownerHash, contentHash, idempotencyKey);
    const known = await this.#batches.read(id);
    if (known && known.ownerHash !== ownerHash) throw new IdempotencyMismatch(TAKEN_ALONG);
    if (known) return { batch: sameContent(known, contentHash), created: false };
    const active = await store.list(activeBatches(ownerHash), { limit: MOST_ACTIVE });
    if (active.length >= MOST_ACTIVE)
      throw new LimitReached(
        `You have ${MOST_ACTIVE} batches that have not ended, which is the most; wait for one, or cancel one.`,
        SWEEP_MS / 1000,
      );
    const nowMs = clock.nowMs();
    const rows = rowsOf(plans);
    const wanted: BatchRecord = {
      ...{ id, owner, ownerHash, contentHash },
      ...(name !== undefined && { name }),
      ...(capUsd !== undefined && { capUsd }),
      status: isPaused ? 'paused' : 'running',
      estimateUsd: plans.reduce((sum, { usd }, at) => (rows[at]?.state === 'waiting' ? sum + usd : sum), 0),
      createdMs: nowMs,
      updatedMs: nowMs,
      marker: batchMarker(ownerHash, id, this.#newId()),
      rows,
    };
    await this.#batches.keepPlans(wanted, plans);
    await store.create(wanted.marker, { bytes: new Uint8Array() });
    await store.create(`${ownerBatches(ownerHash)}${ownerEntry(nowMs, id)}`, { bytes: new Uint8Array() });
    const batch = await this.#batches.create(wanted);
    const created = batch.marker === wanted.marker;
    if (!created) await store.remove(wanted.marker);
    this.wake(ownerHash);
    return { batch: sameContent(batch, contentHash), created };
  }

  /** The owner's batch. Throws NotFound, also for one of somebody else: an id is no secret that is shared. */
  async get(id: string, owner: string): Promise<BatchRecord> {
    const { signer, machineOwner } = this.#options;
    const batch = await this.#batches.read(id);
    const isOwn = batch && (owner === machineOwner || batch.ownerHash === signer.ownerHash(owner));
    if (!isOwn) throw new NotFound('You have no batch with this id.');
    return batch;
  }

  /** What the rows of a batch ask for, in their order. Throws StorageFailed. */
  plans(batch: BatchRecord): Promise<readonly RowPlan[]> {
    return this.#batches.plans(batch);
  }

  /** The jobs of a batch's rows, by their ids; without those that are gone. Throws StorageFailed. */
  async jobsOf(rows: readonly RowRecord[]): Promise<ReadonlyMap<string, Job>> {
    const atATime = pLimit(READS_AT_A_TIME);
    const ids = rows.flatMap(({ job }) => job ?? []);
    const jobs = await Promise.all(ids.map((id) => atATime(() => this.#options.jobs.get(id))));
    return new Map(jobs.flatMap((job) => (job ? [[job.id, job] as const] : [])));
  }

  /** The owner's own, newest first. Throws InputInvalid for a cursor that is none of ours, StorageFailed. */
  async list(
    owner: string,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string },
  ): Promise<{ readonly batches: readonly BatchRecord[]; readonly next?: string }> {
    if (cursor !== undefined && !OWNER_ENTRY.test(cursor))
      throw new InputInvalid('cursor', 'is none of ours');
    const ownerHash = this.#options.signer.ownerHash(owner);
    const prefix = ownerBatches(ownerHash);
    const names = await this.#options.store.list(prefix, {
      limit: limit + 1,
      ...(cursor === undefined ? {} : { after: `${prefix}${cursor}` }),
    });
    const entries = names.slice(0, limit).map((name) => name.slice(prefix.length));
    const atATime = pLimit(READS_AT_A_TIME);
    const found = await Promise.all(
      entries.map((entry) =>
        atATime(async () => {
          const batch = await this.#batches.read(entry.slice(14));
          // Of two requests at once with one content only one entry tells the truth; somebody may have taken it along.
          const isTrue = batch?.ownerHash === ownerHash && ownerEntry(batch.createdMs, batch.id) === entry;
          return isTrue ? [batch] : [];
        }),
      ),
    );
    const next = names.length > limit ? entries.at(-1) : undefined;
    return { batches: found.flat(), ...(next === undefined ? {} : { next }) };
  }

  /** Begins no further rows; those under way are finished. Throws NotFound; Conflict when it has ended. */
  async pause(id: string, owner: string): Promise<BatchRecord> {
    const { clock } = this.#options;
    return this.#change(id, owner, (batch) => {
      if (batch.status === 'paused') return batch;
      wantOpen(batch, 'paused');
      return paused(batch, clock.nowMs());
    });
  }

  /** Goes on; with a cap, that is the new one. Throws NotFound; Conflict when it has ended. */
  async resume(id: string, owner: string, capUsd?: number): Promise<BatchRecord> {
    const { clock } = this.#options;
    return this.#change(id, owner, (batch) => {
      if (batch.status === 'running' && capUsd === undefined) return batch;
      wantOpen(batch, 'resumed');
      return resumed(batch, capUsd, clock.nowMs());
    });
  }

  /** Begins nothing more and stops what is under way; what is made stays. Throws NotFound; Conflict when it is done. */
  async cancel(id: string, owner: string): Promise<BatchRecord> {
    const { clock } = this.#options;
    return this.#change(id, owner, (batch) => {
      if (batch.status === 'cancelled') return batch;
      wantOpen(batch, 'cancelled');
      return stopped(batch, clock.nowMs());
    });
  }

  /**
   * Tries rows again that have failed: all of them, or the one that begins at a line. Each resumes from what it has made.
   * Throws NotFound; Conflict where there is none, or the batch was cancelled.
   */
  async retry(id: string, owner: string, line?: number): Promise<BatchRecord> {
    const { store, clock } = this.#options;
    const before = await this.get(id, owner);
    if (before.status === 'cancelled')
      throw new Conflict('The batch is cancelled; send the table again for what was not made.');
    const plans = await this.#batches.plans(before);
    // What was not told yet of the last round would be forgotten with its marker.
    if (hasEnded(before)) await this.#close(before);
    const marker = batchMarker(before.ownerHash, id, this.#newId());
    await store.create(marker, { bytes: new Uint8Array() });
    const chosen = (index: number): boolean => line === undefined || plans[index]?.line === line;
    const batch = await this.#batches.change(id, (now) => {
      const isOpen = now.marker === before.marker && now.status !== 'cancelled';
      return isOpen ? tryingAgain(now, chosen, marker, clock.nowMs()) : undefined;
    });
    if (batch?.marker !== marker) {
      await store.remove(marker);
      throw new Conflict(
        line === undefined ? 'No row of the batch has failed.' : `The row of line ${line} has not failed.`,
      );
    }
    await store.remove(before.marker);
    this.wake(batch.ownerHash);
    return batch;
  }

  /**
   * Makes one owner's batches another's, with the videos of their rows; the ids of those that are theirs now, also where they
   * were before. May be asked again wherever it stopped. Throws StorageFailed, the signal's reason.
   */
  async handOver(
    ids: readonly string[],
    from: string,
    to: string,
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    const deps = { ...this.#options, batches: this.#batches, newId: this.#newId };
    const taken: string[] = [];
    for (const id of ids) {
      signal.throwIfAborted();
      const batch = await handOverBatch(deps, id, from, to, signal);
      if (!batch) continue;
      taken.push(id);
      this.wake(batch.ownerHash);
    }
    return taken;
  }

  /** Nothing of the batch is left, the videos of its rows apart; those under way are stopped. Throws NotFound, StorageFailed. */
  async forget(id: string, owner: string): Promise<void> {
    const { store, objects } = this.#options;
    const batch = await this.get(id, owner);
    if (!hasEnded(batch)) await this.cancel(id, owner);
    await store.remove(plansName(batch));
    await store.remove(batch.marker);
    for (let object = await objects.get(batchName(id)); object; object = await objects.get(batchName(id)))
      await objects.discard(batchName(id), object.generation);
    await store.remove(`${ownerBatches(batch.ownerHash)}${ownerEntry(batch.createdMs, id)}`);
  }

  async #change(id: string, owner: string, next: (batch: BatchRecord) => BatchRecord): Promise<BatchRecord> {
    const { ownerHash } = await this.get(id, owner);
    const batch = await this.#batches.change(id, next);
    if (!batch) throw new NotFound('You have no batch with this id.');
    this.wake(ownerHash);
    return batch;
  }

  /** A table that was stopped, or taken along, and is sent again is another batch; a key that a caller chose stays that batch's. */
  async #idOf(ownerHash: string, contentHash: string, idempotencyKey: string | undefined): Promise<string> {
    const { signer } = this.#options;
    if (idempotencyKey !== undefined) return signer.jobId(ownerHash, `batch key ${idempotencyKey}`);
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      const id = signer.jobId(ownerHash, `batch ${contentHash} ${turn}`);
      const known = await this.#batches.read(id);
      if (!known || (known.status !== 'cancelled' && known.ownerHash === ownerHash)) return id;
    }
    throw new LimitReached('This table was cancelled too often; send it with an Idempotency-Key.');
  }

  async #sweepOn(): Promise<void> {
    const { clock, log, sweepMs = SWEEP_MS } = this.#options;
    const { signal } = this.#over;
    while (!signal.aborted) {
      await this.#sweep(signal).catch((error: unknown) => {
        log.warn('Batches could not be looked for.', { error });
      });
      await clock.sleep(sweepMs, signal).catch(() => undefined);
    }
  }

  async #sweep(signal: AbortSignal): Promise<void> {
    const atATime = pLimit(OWNERS_AT_A_TIME);
    for (let after: string | undefined; !signal.aborted;) {
      const markers = await this.#options.store.list(ACTIVE_BATCHES, {
        limit: PAGE,
        ...(after === undefined ? {} : { after }),
      });
      const owners = new Set(markers.flatMap((marker) => readBatchMarker(marker)?.ownerHash ?? []));
      await Promise.all([...owners].map((owner) => atATime(() => this.#passes.run(owner))));
      after = markers.at(-1);
      if (markers.length < PAGE) return;
    }
  }

  /** The owner's batches, each with the room that those before it leave. */
  async #pass(ownerHash: string): Promise<void> {
    const { store, log, rowsAtATime } = this.#options;
    const markers = await store.list(activeBatches(ownerHash), { limit: 2 * MOST_ACTIVE });
    const mayBegin = (await this.#options.mayBegin?.()) ?? true;
    let room = mayBegin ? rowsAtATime : 0;
    for (const marker of markers) {
      const active = readBatchMarker(marker);
      if (!active || this.#over.signal.aborted) continue;
      const used = await this.#look(active, room).catch((error: unknown) => {
        log.warn('A batch could not be looked after.', { batchId: active.id, error });
        return 0;
      });
      room = Math.max(0, room - used);
    }
  }

  /** Brings a batch on as far as it can be now. Returns how many of its rows are under way then. */
  async #look({ id, marker }: ActiveBatch, room: number): Promise<number> {
    let batch = await this.#batches.read(id);
    if (batch?.marker !== marker) {
      await this.#unnamed(marker);
      return 0;
    }
    if (!hasEnded(batch)) await this.#uploads.keep(batch, await this.#batches.plans(batch));
    while (batch?.marker === marker && !hasEnded(batch) && !this.#over.signal.aborted) {
      batch = await this.#advance(batch, room);
      // A row that cannot be a job, or whose job had ended already, leaves its place to the next one.
      if (!batch || !(await this.#place(batch))) break;
      batch = await this.#batches.read(id);
    }
    if (batch?.marker === marker && hasEnded(batch)) await this.#close(batch);
    return batch ? underWay(batch) : 0;
  }

  async #advance(seen: BatchRecord, room: number): Promise<BatchRecord | undefined> {
    const plans = await this.#batches.plans(seen);
    const findings = await this.#rows.look(seen, plans);
    const nowMs = this.#options.clock.nowMs();
    return this.#batches.change(seen.id, (now) =>
      // A row that is tried again is not the one that was looked at.
      now.marker === seen.marker && !hasEnded(now)
        ? advanced(now, { plans, findings, room, nowMs })
        : undefined,
    );
  }

  /** Makes taken rows jobs. Whether there was one. */
  async #place(batch: BatchRecord): Promise<boolean> {
    const plans = await this.#batches.plans(batch);
    const found = new Map<number, RowRecord>();
    for (const [index, row] of batch.rows.entries()) {
      const plan = plans[index];
      if (row.state !== 'taken' || !plan || batch.status === 'cancelled') continue;
      const now = await this.#rows.place(batch, row, plan);
      if (now) found.set(index, now);
    }
    if (found.size === 0) return false;
    const after = await this.#batches.change(batch.id, (now) => {
      const next = placed(now, found);
      return JSON.stringify(next) === JSON.stringify(now) ? undefined : next;
    });
    // Stopped between the row's taking and its job.
    for (const [index, { job }] of found)
      if (job !== undefined && after?.rows[index]?.state === 'cancelled')
        await this.#rows.stop(job, batch.owner);
    return true;
  }

  /** The end is told, and then the marker goes. What throws leaves the marker, by which a sweep does both again. */
  async #close(batch: BatchRecord): Promise<void> {
    const { store, ends } = this.#options;
    if (!(await store.head(batch.marker))) return;
    await ends.batchEnded(endOf(batch));
    await store.remove(batch.marker);
    this.#uploads.forget(batch.id);
  }

  async #unnamed(marker: string): Promise<void> {
    const { store, clock } = this.#options;
    const info = await store.head(marker);
    if (info && clock.nowMs() - info.updatedMs > UNNAMED_MS) await store.remove(marker);
  }
}

function endOf(batch: BatchRecord): BatchEnd {
  const { id, ownerHash, marker: round, status, name, createdMs, updatedMs, finishedMs = updatedMs } = batch;
  return {
    ...{ id, ownerHash, round, createdMs, finishedMs },
    status: status === 'cancelled' ? status : 'done',
    ...(name !== undefined && { name }),
    counts: countsOf(batch),
    costUsd: spentUsd(batch),
  };
}

/** A row that stands in the table twice is made once. */
function rowsOf(plans: readonly RowPlan[]): RowRecord[] {
  const seen = new Set<string>();
  return plans.map(({ key }): RowRecord => {
    const state = seen.has(key) ? 'repeated' : 'waiting';
    seen.add(key);
    return { state };
  });
}

function sameContent(batch: BatchRecord, contentHash: string): BatchRecord {
  if (batch.contentHash === contentHash) return batch;
  throw new IdempotencyMismatch(
    'This Idempotency-Key was used with another table; use a new key for a new batch.',
  );
}

function wantOpen({ status, finishedMs }: BatchRecord, wanted: string): void {
  if (finishedMs === undefined && status !== 'cancelled') return;
  throw new Conflict(`The batch is ${status}; only one that is under way can be ${wanted}.`);
}
