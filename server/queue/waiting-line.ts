import type { Clock, RunOutcome, TraceHeaders } from '@shortfactory/core';

export interface LineOptions {
  readonly clock: Clock;
  /** Most concurrent deliveries. */
  readonly concurrency: number;
  /** Delivers one job; a rejection counts as `try-again`. */
  readonly deliver: (jobId: string, signal: AbortSignal, trace: TraceHeaders) => Promise<RunOutcome>;
  /** Pauses after the first, second … delivery that did not settle a job; after the last the job is left to a sweep. */
  readonly pausesMs: readonly number[];
}

interface Place {
  readonly jobId: string;
  readonly tries: number;
  readonly dueMs: number;
  readonly trace: TraceHeaders;
}

/**
 * Jobs in this process's memory that wait to be delivered: in order of arrival, each once, with bounded concurrency,
 * again after a pause when a delivery did not settle the job. A sweep finds what is lost with the process.
 */
export class WaitingLine {
  readonly #options: LineOptions;
  readonly #places = new Map<string, Place>();
  readonly #delivering = new Set<string>();
  readonly #closed = new AbortController();
  #timer = new AbortController();

  constructor(options: LineOptions) {
    this.#options = options;
  }

  get waiting(): number {
    return this.#places.size;
  }

  get isClosed(): boolean {
    return this.#closed.signal.aborted;
  }

  /** A job that already waits keeps its place; the earlier of both times counts. */
  add(jobId: string, delayMs: number, trace: TraceHeaders = {}): void {
    const dueMs = this.#options.clock.monotonicMs() + delayMs;
    const known = this.#places.get(jobId);
    if (known) this.#places.set(jobId, { ...known, dueMs: Math.min(known.dueMs, dueMs) });
    else this.#places.set(jobId, { jobId, tries: 0, dueMs, trace });
    this.#advance();
  }

  /** Drops the waiting jobs. Deliveries under way continue; their signal aborts. */
  close(): void {
    this.#closed.abort();
    this.#timer.abort();
    this.#places.clear();
  }

  #advance(): void {
    this.#timer.abort();
    if (this.isClosed) return;
    const nowMs = this.#options.clock.monotonicMs();
    for (const place of this.#places.values()) {
      if (this.#delivering.size >= this.#options.concurrency) return;
      if (place.dueMs > nowMs || this.#delivering.has(place.jobId)) continue;
      this.#places.delete(place.jobId);
      void this.#deliver(place);
    }
    const next = Math.min(
      ...[...this.#places.values()]
        .filter(({ jobId }) => !this.#delivering.has(jobId))
        .map(({ dueMs }) => dueMs),
    );
    if (Number.isFinite(next)) void this.#wakeAt(next);
  }

  async #wakeAt(dueMs: number): Promise<void> {
    const timer = new AbortController();
    this.#timer = timer;
    const { clock } = this.#options;
    await clock.sleep(Math.max(1, dueMs - clock.monotonicMs()), timer.signal).catch(() => undefined);
    if (!timer.signal.aborted) this.#advance();
  }

  async #deliver({ jobId, tries, trace }: Place): Promise<void> {
    const { clock, deliver, pausesMs } = this.#options;
    this.#delivering.add(jobId);
    const outcome = await deliver(jobId, this.#closed.signal, trace).catch((): RunOutcome => 'try-again');
    this.#delivering.delete(jobId);
    const pauseMs = pausesMs[tries];
    const settled = outcome === 'finished' || outcome === 'already-finished';
    if (!settled && pauseMs !== undefined && !this.isClosed && !this.#places.has(jobId))
      this.#places.set(jobId, { jobId, tries: tries + 1, dueMs: clock.monotonicMs() + pauseMs, trace });
    this.#advance();
  }
}
