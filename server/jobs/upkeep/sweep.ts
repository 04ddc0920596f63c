import { enqueued, isTerminal, reaped } from '@shortfactory/core';
import pLimit from 'p-limit';
import { closeRound } from '../run/close-round.ts';
import { ACTIVE, jobOfMarker } from '../store/job-names.ts';
import type { Stored } from '../store/job-store.ts';
import type { JobsDeps } from '../deps.ts';

const MOST_MARKERS = 1000;
const AT_A_TIME = 8;
/** A marker that no record names may belong to a process that is about to write the record. */
const UNNAMED_MS = 48 * 60 * 60 * 1000;

/** Gets a job to its queue and notes that it is there. False when the queue did not take it: a sweep tries again. */
export async function offer(deps: JobsDeps, stored: Stored, delayMs = 0): Promise<boolean> {
  const { queue, jobs, log, timing, traces } = deps;
  const { id } = stored.record.job;
  try {
    await traces.span('queue add', { 'shortfactory.job.id': id, 'messaging.system': queue.kind }, () =>
      queue.enqueue(id, { delayMs, trace: traces.headers() }),
    );
  } catch (error) {
    log.warn('A job could not be enqueued and is offered again later.', { jobId: id, error });
    return false;
  }
  // The worker that claims the job notes it as well, so a failure here costs a second delivery and nothing else.
  await jobs
    .update(id, ({ record }) => enqueued(record), { base: stored, patienceMs: timing.patienceMs })
    .catch((error: unknown) => log.debug('A job is still marked as not enqueued.', { jobId: id, error }));
  return true;
}

/**
 * Finds unfinished jobs that no worker runs: never enqueued, forgotten by their queue, or
 * claimed by a worker without a recent heartbeat. Every process may do it at any time; what two do at once is done once.
 */
export class Sweep {
  readonly #deps: JobsDeps;
  readonly #atATime = pLimit(AT_A_TIME);
  #after: string | undefined;

  constructor(deps: JobsDeps) {
    this.#deps = deps;
  }

  /**
   * One bounded pass; the next goes on where it stopped. Returns the ms until the first lease seen expires,
   * which bounds the wait after a restart.
   * @param all also what may only look forgotten: at a start.
   */
  async pass(signal: AbortSignal, all = false): Promise<number> {
    let soonestMs = Infinity;
    const { store, log } = this.#deps;
    const markers = await store.list(ACTIVE, {
      limit: MOST_MARKERS,
      ...(this.#after === undefined ? {} : { after: this.#after }),
    });
    this.#after = markers.length === MOST_MARKERS ? markers.at(-1) : undefined;
    await Promise.all(
      markers.map((marker) =>
        this.#atATime(async () => {
          if (signal.aborted) return;
          const leftMs = await this.#look(marker, all).catch((error: unknown) =>
            log.warn('A job could not be looked after.', { marker, error }),
          );
          soonestMs = Math.min(soonestMs, leftMs ?? Infinity);
        }),
      ),
    );
    return soonestMs;
  }

  /** Returns the ms until the job's lease runs out, where it has one that has not. */
  async #look(marker: string, all: boolean): Promise<number | void> {
    const { jobs, timing } = this.#deps;
    const id = jobOfMarker(marker);
    if (id === undefined) return;
    const stored = await jobs.read(id);
    if (stored?.record.marker !== marker) return this.#unnamed(marker);
    if (isTerminal(stored.record.job.status)) return closeRound(this.#deps, stored.record);
    if (stored.record.job.status === 'queued') return this.#offer(stored, all);
    if (stored.silentMs < timing.takeoverMs) return timing.takeoverMs - stored.silentMs;
    await this.#reap(stored);
  }

  async #offer(stored: Stored, all: boolean): Promise<void> {
    const { timing, queue } = this.#deps;
    const pending = stored.record.enqueue === 'pending';
    const forgotten = all && !queue.durable;
    const waitMs = pending ? timing.enqueueGraceMs : timing.offerAgainMs;
    if (forgotten || stored.silentMs >= waitMs) await offer(this.#deps, stored);
  }

  async #reap(stored: Stored): Promise<void> {
    const { jobs, timing, clock, log } = this.#deps;
    const { id } = stored.record.job;
    const taken = await jobs.update(
      id,
      ({ record, silentMs }) => reaped(record, silentMs, timing.takeoverMs, clock.nowMs()),
      { base: stored, patienceMs: timing.patienceMs },
    );
    if (!taken.changed) return;
    const { record } = taken.stored;
    const { status } = record.job;
    log.warn('A job was taken from a worker that has gone silent.', { jobId: id, status });
    if (status === 'queued') await offer(this.#deps, taken.stored);
    else if (isTerminal(status)) await closeRound(this.#deps, record);
  }

  async #unnamed(marker: string): Promise<void> {
    const { store, clock } = this.#deps;
    const info = await store.head(marker);
    if (info && clock.nowMs() - info.updatedMs > UNNAMED_MS) await store.remove(marker);
  }
}
