import { QueueUnavailable } from '@shortfactory/core';
import type { Clock, JobQueue, RunOutcome, TraceHeaders } from '@shortfactory/core';
import { WaitingLine } from './waiting-line.ts';

/** A lease of another process expires within this time, or is still renewed. */
const PAUSES_MS = [1000, 5000, 30_000, 80_000];

export interface InlineQueueOptions {
  readonly clock: Clock;
  /** Jobs that run in this process concurrently. */
  readonly concurrency: number;
  readonly run: (jobId: string, trace: TraceHeaders) => Promise<RunOutcome>;
}

/**
 * Runs jobs in this process, in order of arrival. Waiting jobs are lost with the process, and found again at its start.
 */
export class InlineQueue implements JobQueue {
  readonly kind = 'inline';
  readonly durable = false;
  readonly #line: WaitingLine;

  constructor({ clock, concurrency, run }: InlineQueueOptions) {
    this.#line = new WaitingLine({
      clock,
      concurrency,
      deliver: (jobId, _signal, trace) => run(jobId, trace),
      pausesMs: PAUSES_MS,
    });
  }

  async enqueue(jobId: string, { delayMs, trace }: { delayMs: number; trace?: TraceHeaders }): Promise<void> {
    await this.check();
    this.#line.add(jobId, delayMs, trace);
  }

  waiting(): number {
    return this.#line.waiting;
  }

  async check(): Promise<void> {
    if (this.#line.isClosed)
      throw new QueueUnavailable('This process is shutting down and takes no more jobs.');
  }

  async close(): Promise<void> {
    this.#line.close();
  }
}
