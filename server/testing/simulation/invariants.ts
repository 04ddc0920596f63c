import { isDeepStrictEqual } from 'node:util';
import { isTerminal } from '@shortfactory/core';
import type { JobRecord } from '@shortfactory/core';
import { TIMING, decodeRecord, ownerEntry, ownerPrefix } from '@shortfactory/jobs';
import { decodeDay } from '@shortfactory/usage';
import { checksum } from './simulated-store.ts';
import type { Kept, SimulatedStore, Watchdog } from './simulated-store.ts';

/**
 * Looks at every write as the store makes it, with the store's own eyes, and at what is left in the end. The first
 * violation is kept.
 *
 * 1. An accepted job reaches exactly one terminal state.   4. Only the current epoch commits.
 * 2. A terminal state never changes.                       5. No object that a job names is missing.
 * 3. Done implies that the outputs stand and match.        6. One idempotency key, one job.
 * 7. Every end of every round is told.                    8. A job is in its owner's list, and who took it keeps it.
 * 9. The end of every job is counted.
 * And of runs: once a run has taken a step, no earlier run of the same job takes another.
 */
export class Invariants implements Watchdog {
  violation: string | undefined;
  /** Of every job: whether it has ended, and its marker. */
  readonly states = new Map<string, { readonly ended: boolean; readonly marker: string }>();
  /** Markers of the rounds that have ended. */
  readonly #endedRounds = new Set<string>();
  /** Owners who took jobs of others. */
  readonly #takers = new Map<string, string>();
  readonly #latestRun = new Map<string, number>();
  readonly #accepted = new Map<string, string>();
  /** What was written before is looked at again beside what is written next: reading it once is enough. */
  readonly #read = new WeakMap<Uint8Array, JobRecord>();
  #store: SimulatedStore | undefined;

  over(store: SimulatedStore): void {
    this.#store = store;
  }

  swapped(name: string, before: Kept | undefined, bytes: Uint8Array, by: string, nowMs: number): void {
    if (!name.startsWith('jobs/')) return;
    const id = name.slice('jobs/'.length);
    const now = this.#recordIn(id, bytes);
    const was = before && this.#recordIn(id, before.bytes);
    this.states.set(id, { ended: isTerminal(now.job.status), marker: now.marker });
    if (isTerminal(now.job.status)) this.#endedRounds.add(now.marker);
    if (was) this.#compare(was, now, by, nowMs - (before?.updatedMs ?? 0));
    if (now.job.status === 'done' && !now.removed) this.#outputsStand(now, 'when it was called done');
  }

  removed(name: string): void {
    const id = /^videos\/([^/]+)\//.exec(name)?.[1];
    const kept = id === undefined ? undefined : this.#store?.objects.get(`jobs/${id}`);
    if (!kept || id === undefined) return;
    const record = this.#recordIn(id, kept.bytes);
    if (!record.removed && record.job.outputs.some(({ object }) => object === name))
      this.broken(`(5) ${name} was removed while its job names it`);
  }

  /** A run takes a step. */
  stepped(job: string, run: number): void {
    const latest = this.#latestRun.get(job) ?? 0;
    if (run < latest) this.broken(`(4) run ${run} of ${job} took a step after run ${latest} had begun`);
    else this.#latestRun.set(job, run);
  }

  /** A client was told that its request is this job. */
  accepted(key: string, id: string): void {
    const known = this.#accepted.get(key);
    if (known !== undefined && known !== id) this.broken(`(6) ${key} became ${known} and ${id}`);
    this.#accepted.set(key, id);
  }

  /** In the end, when nothing goes wrong any more and everybody had time. */
  ended(store: SimulatedStore): void {
    this.#toldOfAll(store);
    const counted = countedIn(store);
    for (const [key, id] of this.#accepted)
      if (!store.objects.has(`jobs/${id}`)) this.broken(`(1) ${key} was accepted and is gone`);
    for (const name of store.names('jobs/')) {
      const id = name.slice('jobs/'.length);
      const record = this.#recordIn(id, (store.objects.get(name) as Kept).bytes);
      const { status, attempts } = record.job;
      if (!isTerminal(status)) this.broken(`(1) ${id} is still ${status} after ${attempts} attempts`);
      if (status === 'done' && !record.removed) this.#outputsStand(record, 'in the end');
      const entry = `${ownerPrefix(record.job.ownerHash)}${ownerEntry(record.job.createdMs, id)}`;
      if (!store.objects.has(entry)) this.broken(`(8) ${id} is not in the list of its owner`);
      const seconds = record.job.outputs.reduce((sum, output) => sum + output.seconds, 0);
      if (isTerminal(status) && !record.removed && !((counted.get(id) ?? -1) >= seconds))
        this.broken(`(9) that ${id} is ${status} is not counted`);
      if (store.objects.has(record.marker)) this.broken(`the marker of ${id} stands though it has ended`);
    }
  }

  #toldOfAll(store: SimulatedStore): void {
    for (const round of this.#endedRounds)
      if (!store.objects.has(toldName(round))) this.broken(`(7) the end of ${round} was told to nobody`);
  }

  broken(what: string): void {
    this.violation ??= what;
  }

  #recordIn(id: string, bytes: Uint8Array): JobRecord {
    const record = this.#read.get(bytes) ?? decodeRecord(id, bytes).record;
    this.#read.set(bytes, record);
    return record;
  }

  #compare(was: JobRecord, now: JobRecord, by: string, silentMs: number): void {
    const [from, to] = [was.job.status, now.job.status];
    const id = now.job.id;
    const { ownerHash: owner } = now.job;
    if (owner !== was.job.ownerHash && !was.removed) {
      // Taken by another owner, which changes nothing else and is never undone.
      if ((this.#takers.get(id) ?? owner) !== owner) this.broken(`(8) ${id} was taken from who had taken it`);
      this.#takers.set(id, owner);
      if (!isDeepStrictEqual({ ...was, job: { ...was.job, ownerHash: owner } }, now))
        this.broken(`(8) ${id} was changed when it was taken`);
      return;
    }
    if (was.removed) this.#takers.delete(id);
    if (isTerminal(from) && !now.removed && !was.removed && !(from === 'failed' && to === 'queued'))
      this.broken(`(2) ${id} was ${from} and became ${to}`);
    if (now.removed && from !== to) this.broken(`(2) ${id} became ${to} when it was removed`);
    const claimed = now.epoch === was.epoch + 1 && to === 'running';
    if (now.epoch !== was.epoch && !claimed) this.broken(`(4) epoch ${was.epoch} became ${now.epoch}`);
    if (from !== 'running' || to === 'cancelled') return;
    const byHolder = was.lease?.holder.startsWith(`${by}.`) ?? false;
    if (byHolder && !claimed) {
      if (now.epoch !== was.epoch) this.broken(`(4) ${id} was written by an epoch that is over`);
    } else if (silentMs < TIMING.takeoverMs) {
      this.broken(`(4) ${by} took ${id} over from ${was.lease?.holder} after ${silentMs} ms`);
    }
  }

  #outputsStand(record: JobRecord, when: string): void {
    const { id, outputs, short } = record.job;
    if (outputs.length === 0) this.broken(`(3) ${id} is done without an output`);
    for (const { object, generation, crc32c } of outputs) {
      const kept = this.#store?.objects.get(object);
      if (!kept) this.broken(`(3) ${object} was missing ${when}`);
      else if (kept.generation !== generation || checksum(kept.bytes) !== crc32c)
        this.broken(`(3) ${object} did not match ${when}`);
      if (!object.startsWith(`videos/${id}/${record.epoch}-`))
        this.broken(`(4) ${object} is not of epoch ${record.epoch}`);
    }
    const named = [...(short?.scenes ?? []).map(({ illustration }) => illustration), short?.poster];
    for (const name of named)
      if (name === undefined || !this.#store?.objects.has(name))
        this.broken(`(5) ${name} was missing ${when}`);
  }
}

/** The object by which a simulation knows that the end of a round was told. */
export function toldName(round: string): string {
  return `told/${round}`;
}

/** Seconds of video of each job that is counted, for whoever had it then. */
function countedIn(store: SimulatedStore): ReadonlyMap<string, number> {
  const days = store.names('usage/').map((name) => decodeDay((store.objects.get(name) as Kept).bytes));
  const seconds = new Map<string, number>();
  for (const entry of days.flatMap(({ entries }) => entries))
    seconds.set(entry.id, Math.max(entry.seconds, seconds.get(entry.id) ?? 0));
  return seconds;
}
