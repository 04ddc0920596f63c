import { advanced, changed, holds, isTerminal, recorded } from '@shortfactory/core';
import type { Clock, Job, JobRecord, Log, Progress, Stage, ClaimToken } from '@shortfactory/core';
import type { JobStore, Stored } from '../store/job-store.ts';
import { Lease } from './lease.ts';
import { JobCancelled, LeaseLost } from './stop-reasons.ts';
import type { Stopped } from './stop-reasons.ts';
import type { Timing } from '../timing.ts';

/** The reason with which a pause ends early; without one, each abort makes an error with a stack trace. */
const WOKEN = 'woken';

export interface ClaimedJobDeps {
  readonly store: JobStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly timing: Timing;
  /** Told of every change of the job, at once. */
  readonly onChange: (job: Job) => void;
}

/**
 * One claim of one job, from the claim to its last write. It is the only writer of its record while it lasts: renewals
 * and progress are one write every few seconds, one at a time, and the last word waits for the write before it.
 */
export class ClaimedJob {
  readonly claimToken: ClaimToken;
  readonly lease: Lease;
  readonly #deps: ClaimedJobDeps;
  readonly #stop = new AbortController();
  readonly #end = new AbortController();
  readonly #startedMs: number;
  readonly #fromPercent: number;
  readonly #stageStartedMs = new Map<Stage, number>();
  readonly #keeping: Promise<void>;
  #base: Stored;
  #live: Job;
  #written: Job;
  #urgent = false;
  #looking = false;
  #lastWriteMs: number;
  #wake = new AbortController();
  #waiters: (() => void)[] = [];

  constructor(deps: ClaimedJobDeps, claimed: Stored, claimToken: ClaimToken, sentMs: number) {
    this.#deps = deps;
    this.claimToken = claimToken;
    this.#base = claimed;
    this.#live = this.#written = claimed.record.job;
    this.#fromPercent = this.#live.percent;
    this.#startedMs = deps.clock.monotonicMs();
    this.#lastWriteMs = sentMs;
    this.lease = new Lease(deps.clock, deps.timing, sentMs, (reason) => this.stop(reason));
    void this.lease.guard(this.#end.signal);
    this.#keeping = this.#keep();
  }

  /** Aborts when the run has to stop, whatever the reason: a `Stopped`. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  get job(): Job {
    return this.#live;
  }

  stop(reason: Stopped): void {
    this.#stop.abort(reason);
    this.#wake.abort(WOKEN);
  }

  /** Takes a stage's word. Throws when the run has lost its lease: the stage goes no further. */
  report(said: Progress): void {
    this.step();
    const { clock } = this.#deps;
    const nowMs = clock.monotonicMs();
    const stageMs = this.#stageStartedMs.get(said.stage) ?? nowMs;
    this.#stageStartedMs.set(said.stage, stageMs);
    this.#change(
      advanced(this.#live, said, {
        stageSeconds: (nowMs - stageMs) / 1000,
        runSeconds: (nowMs - this.#startedMs) / 1000,
        fromPercent: this.#fromPercent,
      }),
    );
  }

  /** The run has come to cost this much, earlier ones included. */
  spent(costUsd: number): void {
    this.#change({ ...this.#live, costUsd });
  }

  /** Something became less than it could be. */
  degraded(sentence: string): void {
    const known = this.#live.degraded;
    if (!known.includes(sentence)) this.#change({ ...this.#live, degraded: [...known, sentence] });
  }

  /** The run has made something that no run made before it: runs that died here do not count any more. */
  gotAnywhere(): void {
    if (this.#live.attempts === 1) return;
    this.#change({ ...this.#live, attempts: 1 });
    this.#urgent = true;
    this.#wake.abort(WOKEN);
  }

  /** Throws when the run must not go on: stopped, or a lease that cannot be relied on. */
  step(): void {
    this.signal.throwIfAborted();
    this.lease.check();
  }

  /** Resolves once two thirds of the lease or more are left; throws when the run must not go on. */
  async ready(): Promise<void> {
    this.step();
    while (!this.lease.isFresh) {
      this.#urgent = true;
      this.#wake.abort(WOKEN);
      await new Promise<void>((resolve) => {
        this.#waiters.push(resolve);
        this.signal.addEventListener('abort', () => resolve(), { once: true });
      });
      this.step();
    }
  }

  /**
   * The last write of this claim. Returns the record if it stands; undefined when it is not ours any more. Rejects when that
   * cannot be known before the lease runs out: the write may be applied yet, so nothing it names may be removed.
   */
  async conclude(last: (record: JobRecord, live: Job) => JobRecord | undefined): Promise<Stored | undefined> {
    await this.#endKeeping();
    const { store, timing } = this.#deps;
    const left = timing.fenceMs - this.lease.ageMs;
    const updated = await store.update(this.#live.id, ({ record }) => last(record, this.#live), {
      base: this.#base,
      patienceMs: left,
    });
    if (!updated.changed) return undefined;
    this.#deps.onChange(updated.stored.record.job);
    return updated.stored;
  }

  /** Gives the claim up without a write. */
  async abandon(): Promise<void> {
    await this.#endKeeping();
  }

  /** Resolves once no write is under way and none but the last one follows. */
  #endKeeping(): Promise<void> {
    this.#end.abort(WOKEN);
    this.#wake.abort(WOKEN);
    return this.#keeping;
  }

  #change(job: Job): void {
    this.#live = changed(job, this.#deps.clock.nowMs());
    this.#deps.onChange(this.#live);
  }

  /** Writes when a write is due, and checks in between for writes of other processes. */
  async #keep(): Promise<void> {
    const { timing, clock, log } = this.#deps;
    while (!this.#end.signal.aborted && !this.signal.aborted) {
      try {
        await this.#pause();
        if (this.#end.signal.aborted || this.signal.aborted) return;
        const sinceMs = clock.monotonicMs() - this.#lastWriteMs;
        const due = this.#live === this.#written ? timing.renewMs : timing.progressMs;
        if (this.#urgent || sinceMs >= due) await this.#write();
        else this.#look();
      } catch (error) {
        if (this.signal.aborted) return;
        // The next round tries again; the lease's own guard decides when it is too late.
        log.warn('The record of a running job could not be written.', {
          jobId: this.#live.id,
          error,
        });
      }
    }
  }

  async #pause(): Promise<void> {
    if (this.#urgent) return;
    if (this.#wake.signal.aborted) this.#wake = new AbortController();
    const { clock, timing } = this.#deps;
    // Woken: there is something to write, or an end.
    await clock.sleep(timing.lookMs, this.#wake.signal).catch(() => undefined);
  }

  async #write(): Promise<void> {
    const { store, timing, clock } = this.#deps;
    this.#urgent = false;
    this.#lastWriteMs = clock.monotonicMs();
    const snapshot = this.#live;
    const updated = await store.update(
      snapshot.id,
      ({ record }) => recorded(record, this.claimToken, snapshot),
      { base: this.#base, patienceMs: timing.fenceMs - this.lease.ageMs, signal: this.signal },
    );
    if (!updated.changed || !holds(updated.stored.record, this.claimToken)) {
      this.#lost(updated.stored);
      return;
    }
    this.#base = updated.stored;
    this.#written = snapshot;
    const { ownerHash } = updated.stored.record.job;
    if (this.#live.ownerHash !== ownerHash) this.#live = { ...this.#live, ownerHash };
    this.lease.confirmed(updated.sentMs);
    for (const resolve of this.#waiters.splice(0)) resolve();
  }

  /** One at a time, beside the writes: a read that hangs must not hold up a renewal. */
  #look(): void {
    if (this.#looking) return;
    this.#looking = true;
    const { store, log } = this.#deps;
    const { id } = this.#live;
    store
      .read(id)
      .then(
        (stored) => {
          const isOver = this.#end.signal.aborted;
          if (!isOver && (!stored || !holds(stored.record, this.claimToken))) this.#lost(stored);
        },
        (error: unknown) => log.debug('The record of a running job could not be read.', { jobId: id, error }),
      )
      .finally(() => (this.#looking = false));
  }

  #lost(stored: Stored | undefined): void {
    const job = stored?.record.job;
    const cancelled = stored?.record.epoch === this.claimToken.epoch && job?.status === 'cancelled';
    if (cancelled && job) this.#deps.onChange(job);
    this.stop(
      cancelled
        ? new JobCancelled('The job was cancelled.')
        : new LeaseLost(
            job && !isTerminal(job.status) ? 'Another worker has the job.' : 'The job has ended elsewhere.',
          ),
    );
  }
}
