import type { TraceHeaders } from './traces.ts';

/** How a run of a delivered job ended; the worker's endpoint answers with 2xx, 2xx, 409 and 503. */
export type RunOutcome = 'finished' | 'already-finished' | 'leased-elsewhere' | 'try-again';

/**
 * Delivers a job to a worker at least once. Duplicate delivery is harmless: a run begins with a lease.
 * Throws QueueUnavailable when the job was not taken; the job stays marked as not enqueued and is offered again.
 */
export interface JobQueue {
  /** `inline`, `http` or `cloud-tasks`; part of /health. */
  readonly kind: string;
  /** Whether a job that was taken survives this process; if not, waiting jobs are offered again at the next start. */
  readonly durable: boolean;
  /**
   * Takes a job, to be handed over after `delayMs` or later, as a part of the trace. A job that waits here already is
   * taken once.
   */
  enqueue(jobId: string, options: { delayMs: number; trace?: TraceHeaders }): Promise<void>;
  /** Jobs that were taken and not handed over yet, as far as this process knows. */
  waiting(): number;
  /** Throws QueueUnavailable with the reason when jobs could not be enqueued now. */
  check(signal: AbortSignal): Promise<void>;
  /** Takes no more, and gives back what it has not started. */
  close(): Promise<void>;
}
