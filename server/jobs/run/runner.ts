import {
  RecordFromNewer,
  claim,
  claimable,
  failed,
  finished,
  holds,
  isTerminal,
  released,
} from '@shortfactory/core';
import type { Job, RunOutcome, SpendLine, Stage, Telemetry } from '@shortfactory/core';
import { closeRoundNow } from './close-round.ts';
import { countsByPlace, explainFailure, mayPass } from './failure-words.ts';
import { noteParts } from '../store/edit-parts.ts';
import { publishShort } from './finish.ts';
import type { Finished as Published } from './finish.ts';
import type { Stored } from '../store/job-store.ts';
import type { JobsDeps } from '../deps.ts';
import { Draining, Fenced, JobCancelled, Stopped } from './stop-reasons.ts';
import { ClaimedJob } from './claimed-job.ts';

/** Work that does not notice its signal may go on for this long before its lease is given back all the same. */
const UNWIND_MS = 1500;

/** What came out, and what it cost by provider. */
type Finished = Published & { readonly spend: readonly SpendLine[] };

/** Why a run came to no end, and how often in a row it did in the same place. */
interface Failure {
  readonly error: unknown;
  readonly times: number;
}

interface Settled {
  readonly outcome: RunOutcome;
  readonly stored?: Stored;
}

/** Runs jobs: claims one, makes its short under the lease, publishes, and commits. */
export class Runner {
  readonly #deps: JobsDeps;
  readonly #holder: string;
  readonly #running = new Map<string, ClaimedJob>();
  /** From the delivery on, before the claim. */
  readonly #handling = new Map<string, Promise<RunOutcome>>();
  /** Deliveries that wait for one of the others to end. */
  readonly #waiting: (() => void)[] = [];
  #busy = 0;
  #closing = false;

  constructor(deps: JobsDeps) {
    this.#deps = deps;
    this.#holder = deps.newId();
  }

  get running(): number {
    return this.#running.size;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** The job as it stands in this process, ahead of its record; undefined when it does not run here. */
  live(id: string): { readonly job: Job; readonly epoch: number } | undefined {
    const claimedJob = this.#running.get(id);
    return claimedJob && { job: claimedJob.job, epoch: claimedJob.claimToken.epoch };
  }

  /** Stops the job if it runs here. */
  cancel(id: string): void {
    this.#running.get(id)?.stop(new JobCancelled('The job was cancelled.'));
  }

  async run(id: string): Promise<RunOutcome> {
    if (this.#closing) return 'try-again';
    if (this.#handling.has(id)) return 'leased-elsewhere';
    const run = this.#inTurn(() => this.#run(id));
    this.#handling.set(id, run);
    try {
      const outcome = await run;
      // A platform may give a worker the processor for requests alone, so the queue's request lasts until all are told.
      if (!this.#deps.accepts) await this.#deps.ends.told(id);
      return outcome;
    } catch (error) {
      const { log } = this.#deps;
      if (error instanceof RecordFromNewer)
        log.warn('A job was left to a newer release.', { jobId: id, error });
      else log.error('A job could not be run.', { jobId: id, error });
      return 'try-again';
    } finally {
      this.#handling.delete(id);
    }
  }

  /**
   * Claims nothing more. What runs may go on for a while, renewing its lease; then it is stopped and handed back.
   * Resolves when nothing is left, or nothing that could still be helped.
   */
  async drain(): Promise<void> {
    this.#closing = true;
    for (const go of this.#waiting.splice(0)) go();
    const { clock, timing } = this.#deps;
    const ended = Promise.allSettled(this.#handling.values());
    const enough = new AbortController();
    void ended.then(() => enough.abort());
    await clock.sleep(timing.stopWorkMs, enough.signal).catch(() => undefined);
    for (const claimedJob of this.#running.values())
      claimedJob.stop(new Draining('This process is shutting down.'));
    await clock.sleep(timing.releaseMs - timing.stopWorkMs, enough.signal).catch(() => undefined);
  }

  /** No more run side by side than may; the others wait, first come, first served. */
  async #inTurn(run: () => Promise<RunOutcome>): Promise<RunOutcome> {
    if (this.#busy >= this.#deps.maxRunning) await new Promise<void>((go) => this.#waiting.push(go));
    if (this.#closing) return 'try-again';
    this.#busy += 1;
    try {
      return await run();
    } finally {
      this.#busy -= 1;
      this.#waiting.shift()?.();
    }
  }

  async #run(id: string): Promise<RunOutcome> {
    const { jobs, clock, timing, log } = this.#deps;
    const found = await jobs.read(id);
    if (!found || found.record.removed || isTerminal(found.record.job.status)) {
      if (found) await closeRoundNow(this.#deps, found.record);
      return 'already-finished';
    }
    const claimed = await jobs.update(
      id,
      ({ record, silentMs }) =>
        !this.#closing && claimable(record, silentMs, timing.takeoverMs)
          ? claim(record, this.#holder, clock.nowMs())
          : undefined,
      { base: found, patienceMs: timing.patienceMs },
    );
    if (!claimed.changed) {
      if (this.#closing) return 'try-again';
      const ended = !claimed.stored || isTerminal(claimed.stored.record.job.status);
      return ended ? 'already-finished' : 'leased-elsewhere';
    }
    const { record } = claimed.stored;
    if (isTerminal(record.job.status)) {
      // Given up instead of run once more, or cancelled since.
      log.warn('A job was not run again.', { jobId: id, status: record.job.status });
      await closeRoundNow(this.#deps, claimed.stored.record);
      return 'finished';
    }
    const claimToken = { holder: this.#holder, epoch: record.epoch };
    if (!holds(record, claimToken)) return 'leased-elsewhere';
    const claimedJob = new ClaimedJob(
      { ...this.#deps, store: jobs },
      claimed.stored,
      claimToken,
      claimed.sentMs,
    );
    this.#running.set(id, claimedJob);
    try {
      const facts = { 'shortfactory.job.id': id, 'shortfactory.job.epoch': record.epoch };
      return await this.#deps.traces.span('job run', facts, async (span) => {
        const outcome = await this.#work(claimedJob, found);
        span.add({ 'shortfactory.job.outcome': outcome, 'shortfactory.job.status': claimedJob.job.status });
        return outcome;
      });
    } finally {
      this.#running.delete(id);
    }
  }

  async #work(claimedJob: ClaimedJob, found: Stored): Promise<RunOutcome> {
    const { telemetry, clock, log } = this.#deps;
    const { job } = claimedJob;
    const startedMs = clock.monotonicMs();
    telemetry.record({ type: 'job-started', waitedSeconds: found.silentMs / 1000 });
    log.info('A job began to run.', {
      jobId: job.id,
      epoch: claimedJob.claimToken.epoch,
      attempts: job.attempts,
    });
    const result = await this.#attempt(claimedJob);
    const { outcome, stored } = await this.#settle(claimedJob, result);
    log.info('A run of a job ended.', {
      jobId: job.id,
      epoch: claimedJob.claimToken.epoch,
      outcome: stored?.record.job.status ?? outcome,
      seconds: (clock.monotonicMs() - startedMs) / 1000,
    });
    if (stored && isTerminal(stored.record.job.status)) {
      countEnd(telemetry, stored.record.job);
      await closeRoundNow(this.#deps, stored.record, 'spend' in result ? result.spend : undefined);
      return 'finished';
    }
    return outcome;
  }

  /**
   * Makes and publishes, again after faults that pass. Returns what came out, or what stopped it; never throws. A process
   * that died, or a store that failed, after something new was made did so in another place than before: such faults are
   * counted anew. Their number is bounded by that of the parts of a short. Faults until a
   * store that was away is back say nothing of the job and count as none.
   */
  async #attempt(claimedJob: ClaimedJob): Promise<Finished | Failure> {
    const { timing, clock, log, telemetry, random } = this.#deps;
    for (let tries = 0; ; tries++) {
      let madeAny = false;
      try {
        return await this.#unwound(
          claimedJob,
          this.#makeAndPublish(claimedJob, () => (madeAny = true)),
        );
      } catch (error) {
        if (madeAny && countsByPlace(error)) tries = 0;
        const isLast = tries >= timing.retryMs.length;
        if (isLast && mayPass(error) && (await this.#storeWasAway(claimedJob))) tries = 0;
        if (claimedJob.signal.aborted) return { error: claimedJob.signal.reason as unknown, times: 1 };
        const pauseMs = timing.retryMs[tries];
        if (!mayPass(error) || pauseMs === undefined) return { error, times: tries + 1 };
        log.warn('A run of a job failed and is tried again.', { jobId: claimedJob.job.id, error });
        telemetry.record({ type: 'job-retried' });
        const pause = clock.sleep(pauseMs * (1 + random() / 2), claimedJob.signal);
        const stopped = await pause.then(
          () => false,
          () => true,
        );
        if (stopped) return { error: claimedJob.signal.reason as unknown, times: 1 };
      }
    }
  }

  /**
   * Whether the store did not take the lease's writes for a while, and does again: what failed meanwhile says nothing of
   * the job. Where it stays away the lease runs out, which stops the run; another one goes on from what is stored.
   */
  async #storeWasAway(claimedJob: ClaimedJob): Promise<boolean> {
    if (claimedJob.lease.isFresh) return false;
    return claimedJob.ready().then(
      () => true,
      () => false,
    );
  }

  async #makeAndPublish(claimedJob: ClaimedJob, onMade: () => void): Promise<Finished> {
    const { make, telemetry, store } = this.#deps;
    const { signal } = claimedJob;
    const { short, parts, spend } = await make(claimedJob.job.request, {
      signal,
      spentUsd: claimedJob.job.costUsd,
      onProgress: (said) => claimedJob.report(said),
      onSpent: (usd) => claimedJob.spent(usd),
      onDegraded: (sentence) => claimedJob.degraded(sentence),
      beforeStep: () => claimedJob.ready(),
      onArtifact: (stage, found) => {
        telemetry.record({ type: 'artifact', stage, found });
        if (found) return;
        onMade();
        claimedJob.gotAnywhere();
      },
      onStageEnd: (stage, outcome, seconds) =>
        telemetry.record({ type: 'stage-ended', stage, outcome, seconds }),
    });
    const name = { id: claimedJob.job.id, epoch: claimedJob.claimToken.epoch };
    const published = await publishShort(this.#deps, name, short, () => claimedJob.ready(), signal);
    await noteParts(store, name, parts);
    return { ...published, spend };
  }

  /** The work's result; its stop does not wait longer than a moment for work that does not notice. */
  async #unwound<T>(claimedJob: ClaimedJob, work: Promise<T>): Promise<T> {
    const { clock } = this.#deps;
    const stopped = new Promise<never>((_, reject) => {
      const onAbort = (): void => {
        void clock.sleep(UNWIND_MS).then(() => reject(claimedJob.signal.reason as Error));
      };
      if (claimedJob.signal.aborted) onAbort();
      else claimedJob.signal.addEventListener('abort', onAbort, { once: true });
    });
    stopped.catch(() => undefined);
    return Promise.race([work, stopped]);
  }

  /** The last write of a run. Returns the record where this run's end stands in it. */
  async #settle(claimedJob: ClaimedJob, result: Finished | Failure): Promise<Settled> {
    const { clock, log, telemetry, jobs } = this.#deps;
    const { claimToken, job } = claimedJob;
    const conclude = async (last: Parameters<ClaimedJob['conclude']>[0]): Promise<Settled> => {
      const stored = await claimedJob.conclude(last);
      return stored ? { outcome: 'try-again', stored } : { outcome: 'leased-elsewhere' };
    };
    try {
      if ('short' in result) {
        const { short, outputs } = result;
        const made = { short, outputs };
        return await conclude((record, live) => finished(record, claimToken, live, made, clock.nowMs()));
      }
      const { error, times } = result;
      if (error instanceof Draining)
        return await conclude((record, live) => released(record, claimToken, live, clock.nowMs()));
      if (error instanceof Stopped) {
        await claimedJob.abandon();
        if (error instanceof JobCancelled) {
          const stored = await jobs.read(job.id);
          return { outcome: 'finished', ...(stored ? { stored } : {}) };
        }
        log.warn(error.message, { jobId: job.id, epoch: claimToken.epoch });
        telemetry.record({ type: 'lease-lost' });
        return { outcome: error instanceof Fenced ? 'try-again' : 'leased-elsewhere' };
      }
      log.warn('A job failed.', { jobId: job.id, error });
      const words = explainFailure(error, job.stage ?? firstOpen(job), times);
      return await conclude((record, live) => failed(record, claimToken, live, words, clock.nowMs()));
    } catch (error) {
      log.error('Whether the end of a run was written is not known.', { jobId: job.id, error });
      return { outcome: 'try-again' };
    }
  }
}

/** Counts a job that has reached its end. */
export function countEnd(telemetry: Telemetry, job: Job): void {
  const { status, startedMs, finishedMs = 0, outputs } = job;
  if (status === 'queued' || status === 'running') return;
  telemetry.record({
    type: 'job-ended',
    outcome: status,
    seconds: Math.max(0, finishedMs - (startedMs ?? finishedMs)) / 1000,
    videoSeconds: outputs.reduce((sum, { seconds }) => sum + seconds, 0),
  });
}

function firstOpen(job: Job): Stage {
  return job.stages.find(({ state }) => state !== 'done')?.stage ?? 'publish';
}
