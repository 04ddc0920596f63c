import type { Job, JobStatus, JobWebhook, RunOutcome, ShortRequest } from '@shortfactory/core';

export type { RunOutcome } from '@shortfactory/core';

/** In place of an owner: whoever runs the deployment. No owner that comes with a request can be it. */
export const OPERATOR: unique symbol = Symbol('operator');
export type Operator = typeof OPERATOR;

/** What HTTP and the embedded runner ask of jobs; made by `createJobs` over a store, a queue and the pipeline. */
export interface Jobs {
  /**
   * Accepts a request: from here on it reaches a terminal state, whatever dies. With an idempotency key the same owner,
   * key and body give the same job (`created` false); another body throws IdempotencyMismatch. Throws InputInvalid,
   * LimitReached (too many jobs under way), StorageFailed.
   */
  submit(
    owner: string,
    request: ShortRequest,
    idempotencyKey?: string,
    /** Told of this job's end. Part of the body that a key belongs to. */
    webhook?: JobWebhook,
  ): Promise<{ readonly job: Job; readonly created: boolean }>;
  /** Anyone with the id may look. Undefined for an invalid id, too. Throws StorageFailed. */
  get(id: string): Promise<Job | undefined>;
  /** Whether the job is this owner's, who may change it; on one machine its owner owns everything. */
  owns(job: Job, owner: string): boolean;
  /**
   * The owner's own, newest first, searched in title and topic. `next` is the cursor of the following page; with a
   * filter a page may be short of `limit` and still have a next. Reading ends with the signal, whose reason is thrown.
   * Throws InputInvalid for a cursor that is none of ours, and StorageFailed.
   */
  list(
    owner: string,
    query: {
      readonly limit: number;
      readonly cursor?: string;
      readonly text?: string;
      readonly status?: JobStatus;
    },
    signal: AbortSignal,
  ): Promise<{ readonly jobs: readonly Job[]; readonly next?: string }>;
  /**
   * Makes one owner's jobs another's, whatever their state; what is being made goes on. Returns those that are the other's
   * now, without what is neither's, or gone. Each moves by itself, so that whatever stops this, doing it again ends it.
   * Throws StorageFailed, and the signal's reason.
   */
  handOver(ids: readonly string[], from: string, to: string, signal: AbortSignal): Promise<string[]>;
  /** Failed → queued; resumes from what is made. Throws NotFound, NotYours, Conflict, LimitReached. */
  retry(id: string, owner: string | Operator): Promise<Job>;
  /** Stops a job that is under way (→ cancelled). Throws NotFound, NotYours; Conflict when it is done. */
  cancel(id: string, owner: string | Operator): Promise<Job>;
  /** Removes a finished job and its outputs. Throws NotFound, NotYours; Conflict while it is under way. */
  remove(id: string, owner: string): Promise<void>;
  /**
   * The job now and after every change that is seen, about once a second, ending with a terminal state or the signal.
   * `rev` grows with every change: it is the SSE event id, and nothing that is not newer than `afterRev` is repeated.
   */
  watch(id: string, signal: AbortSignal, afterRev?: number): AsyncIterable<Job>;
  /** Runs a job that the queue delivered, to its end or until it is handed back. Idempotent. */
  run(id: string): Promise<RunOutcome>;
  /** How many jobs this process is running, and how many are known to wait. */
  load(): { readonly running: number; readonly waiting: number };
  /** Looks for work left behind now and every so often: what was never enqueued, whose lease ran out, what is garbage. */
  start(): void;
  /** Stops claiming, hands running work back (leases released), and resolves within 9 s, when nothing of it is left. */
  drain(): Promise<void>;
}
