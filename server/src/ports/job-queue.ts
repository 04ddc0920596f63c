/**
 * Gets a job to somebody who runs it, at least once. What is delivered twice does no harm: a run begins with a lease.
 * Throws QueueUnavailable when the job was not taken; the job stays marked as not enqueued and is offered again.
 */
export interface JobQueue {
  /** `inline`, `http` or `cloud-tasks`; part of /health. */
  readonly kind: string;
  enqueue(jobId: string, options: { delayMs: number }): Promise<void>;
  /** Throws QueueUnavailable with the reason when jobs could not be enqueued now. */
  check(signal: AbortSignal): Promise<void>;
  /** Takes no more, and gives back what it has not started. */
  close(): Promise<void>;
}
