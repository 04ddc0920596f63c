import {
  Conflict,
  NotFound,
  NotYours,
  cancelled,
  isTerminal,
  remade,
  removed,
  retried,
} from '@shortfactory/core';
import type { Job, JobRecord, JobWebhook, ShortRequest } from '@shortfactory/core';
import { EVERY_OWNER, listingEveryOwner } from './store/every-owner.ts';
import { Garbage, withoutGone } from './upkeep/garbage.ts';
import { isJobId, markerName, outputPrefix } from './store/job-names.ts';
import type { Stored } from './store/job-store.ts';
import { listJobs } from './read/listing.ts';
import type { JobsDeps } from './deps.ts';
import { closeRound, closeRoundNow } from './run/close-round.ts';
import { countEnd, Runner } from './run/runner.ts';
import { OPERATOR } from './service.ts';
import type { Jobs, Operator, RunOutcome } from './service.ts';
import { handOver } from './accept/hand-over.ts';
import { submitJob } from './accept/submit.ts';
import { offer, Sweep } from './upkeep/sweep.ts';
import { OwnerTurns, admitted, takePlace } from './accept/under-way.ts';
import { Watchers } from './read/watchers.ts';

const OUTPUTS_AT_A_TIME = 100;

/** Jobs as HTTP, the queue's deliveries and the process's life see them. */
export class JobService implements Jobs {
  readonly #deps: JobsDeps;
  readonly #runner: Runner;
  readonly #watchers: Watchers;
  readonly #sweep: Sweep;
  readonly #over = new AbortController();

  constructor(deps: Omit<JobsDeps, 'onChange' | 'turns'>) {
    this.#deps = { ...deps, turns: new OwnerTurns(), onChange: (job) => this.#watchers.told(job) };
    this.#runner = new Runner(this.#deps);
    this.#sweep = new Sweep(this.#deps);
    this.#watchers = new Watchers((id) => this.get(id), deps.clock, deps.timing);
  }

  submit(
    owner: string,
    request: ShortRequest,
    idempotencyKey?: string,
    webhook?: JobWebhook,
  ): Promise<{ readonly job: Job; readonly created: boolean }> {
    return submitJob(this.#deps, owner, request, idempotencyKey, webhook);
  }

  async get(id: string): Promise<Job | undefined> {
    if (!isJobId(id)) return undefined;
    const stored = await this.#deps.jobs.read(id);
    if (!stored || stored.record.removed) return undefined;
    const { job, epoch } = stored.record;
    const live = this.#runner.live(id);
    const isAhead = live && job.status === 'running' && live.epoch === epoch && live.job.rev > job.rev;
    return isAhead ? { ...live.job, ownerHash: job.ownerHash } : withoutGone(job, this.#deps.clock.nowMs());
  }

  handOver(ids: readonly string[], from: string, to: string, signal: AbortSignal): Promise<string[]> {
    return handOver(this.#deps, ids, from, to, signal);
  }

  owns(job: Job, owner: string): boolean {
    const { machineOwner, signer } = this.#deps;
    return owner === machineOwner || job.ownerHash === signer.ownerHash(owner);
  }

  list(owner: string, query: Parameters<Jobs['list']>[1], signal: AbortSignal): ReturnType<Jobs['list']> {
    const { machineOwner, signer, store } = this.#deps;
    return owner === machineOwner
      ? listJobs({ ...this.#deps, store: listingEveryOwner(store) }, EVERY_OWNER, query, signal)
      : listJobs(this.#deps, signer.ownerHash(owner), query, signal);
  }

  async retry(id: string, owner: string | Operator): Promise<Job> {
    const { store, newId, clock } = this.#deps;
    const found = await this.#owned(id, owner);
    const change = (await this.#isDamaged(found.record.job)) ? remade : retried;
    if (change === retried && found.record.job.status !== 'failed')
      throw new Conflict(
        `Only a video that failed can be tried again; this one is ${found.record.job.status}.`,
      );
    // The marker of the last round is about to be forgotten, and with it what was not told yet.
    await closeRound(this.#deps, found.record);
    const { ownerHash, costUsd } = found.record.job;
    const marker = markerName(ownerHash, id, newId());
    const stored = await this.#deps.turns.take(ownerHash, async () => {
      await takePlace(this.#deps, ownerHash, marker);
      // What an operator tries again is counted for its owner, and no quota refuses it.
      await admitted(this.#deps, owner === OPERATOR ? '' : owner, { id, ownerHash, costUsd }, marker);
      return this.#change(
        found,
        inRound(found, (record) => change(record, marker, clock.nowMs())),
      );
    });
    if (!stored) {
      await store.remove(marker);
      throw new Conflict('The video is being tried again already.');
    }
    await offer(this.#deps, stored);
    return stored.record.job;
  }

  async cancel(id: string, owner: string | Operator): Promise<Job> {
    const { clock, telemetry } = this.#deps;
    const found = await this.#owned(id, owner);
    const stored = await this.#change(found, (record) => cancelled(record, clock.nowMs()));
    if (!stored) {
      const now = await this.#owned(id, owner);
      if (now.record.job.status === 'cancelled') return now.record.job;
      throw new Conflict(
        `The video is ${now.record.job.status} already; only one that is being made can be stopped.`,
      );
    }
    this.#runner.cancel(id);
    const { job } = stored.record;
    this.#watchers.told(job);
    // The worker counts jobs that ran; jobs that never ran are counted here.
    if (found.record.job.status === 'queued') countEnd(telemetry, job);
    await closeRoundNow(this.#deps, stored.record);
    return job;
  }

  async remove(id: string, owner: string): Promise<void> {
    const { clock, store, usage, log } = this.#deps;
    const found = await this.#owned(id, owner);
    if (isTerminal(found.record.job.status)) await closeRound(this.#deps, found.record);
    const stored = await this.#change(
      found,
      inRound(found, (record) => removed(record, clock.nowMs())),
    );
    if (!stored) throw new Conflict('The video is being made; stop it first.');
    await usage.removed(found.record.job).catch((error: unknown) => {
      log.warn('The size of a removed video still counts.', { jobId: id, error });
    });
    // The record names no outputs any more. What is left over here goes with the garbage.
    const names = await store.list(outputPrefix(id), { limit: OUTPUTS_AT_A_TIME });
    for (const name of names) await store.remove(name);
  }

  watch(id: string, signal: AbortSignal, afterRev?: number): AsyncIterable<Job> {
    return this.#watchers.watch(id, signal, afterRev);
  }

  run(id: string): Promise<RunOutcome> {
    return isJobId(id) ? this.#runner.run(id) : Promise.resolve('already-finished');
  }

  load(): { readonly running: number; readonly waiting: number } {
    return { running: this.#runner.running, waiting: this.#runner.waiting + this.#deps.queue.waiting() };
  }

  start(): void {
    void this.#sweepOn();
    void this.#clearOn();
  }

  async drain(): Promise<void> {
    this.#over.abort();
    const closing = this.#deps.queue.close().catch((error: unknown) => {
      this.#deps.log.warn('The queue could not be closed in order.', { error });
    });
    await this.#runner.drain();
    await closing;
  }

  async #sweepOn(): Promise<void> {
    const { clock, timing, log, accepts } = this.#deps;
    const { signal } = this.#over;
    for (let all = accepts; !signal.aborted; all = false) {
      const soonestMs = await this.#sweep.pass(signal, all).catch((error: unknown) => {
        log.warn('Jobs that were left behind could not be looked for.', { error });
        return Infinity;
      });
      const pauseMs = Math.min(timing.sweepMs, soonestMs + timing.sweepMs / 60);
      await clock.sleep(pauseMs, signal).catch(() => undefined);
    }
  }

  async #clearOn(): Promise<void> {
    const { clock, timing, log, evictable } = this.#deps;
    if (!evictable) return;
    const garbage = new Garbage(this.#deps, evictable);
    const { signal } = this.#over;
    for (let pauseMs = timing.garbageMs / 10; ; pauseMs = timing.garbageMs) {
      await clock.sleep(pauseMs, signal).catch(() => undefined);
      if (signal.aborted) return;
      await garbage.pass(signal).catch((error: unknown) => {
        log.warn('Garbage could not be cleared away.', { error });
      });
    }
  }

  /** Whether a file of a finished video is gone or not as long as it was made. */
  async #isDamaged({ status, outputs, short }: Job): Promise<boolean> {
    if (status !== 'done' || !short) return false;
    const { store } = this.#deps;
    const others = [
      ...Object.values(short.captions),
      short.poster,
      ...short.scenes.map((scene) => scene.illustration),
    ];
    const files = [...outputs, ...others.map((object) => ({ object, bytes: undefined }))];
    const found = await Promise.all(
      files.map(async ({ object, bytes }) => {
        const file = await store.head(object);
        return !file || file.damaged === true || (bytes !== undefined && file.bytes !== bytes);
      }),
    );
    return found.some(Boolean);
  }

  async #owned(id: string, owner: string | Operator): Promise<Stored> {
    const stored = isJobId(id) ? await this.#deps.jobs.read(id) : undefined;
    if (!stored || stored.record.removed) throw new NotFound('There is no such video.');
    if (owner !== OPERATOR && !this.owns(stored.record.job, owner))
      throw new NotYours('Only its owner can change a video.');
    return stored;
  }

  async #change(found: Stored, change: Change): Promise<Stored | undefined> {
    const { jobs, timing } = this.#deps;
    const updated = await jobs.update(found.record.job.id, ({ record }) => change(record), {
      base: found,
      patienceMs: timing.patienceMs,
    });
    return updated.changed ? updated.stored : undefined;
  }
}

type Change = (record: JobRecord) => JobRecord | undefined;

/** The change where the record still is in the round that was found: the end of a later one may not be told yet. */
function inRound(found: Stored, change: Change): Change {
  return (record) => (record.marker === found.record.marker ? change(record) : undefined);
}
