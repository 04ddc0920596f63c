import {
  Conflict,
  DomainError,
  LimitReached,
  NotFound,
  QueueUnavailable,
  RecordFromNewer,
  RecordUnreadable,
  StorageFailed,
  StorageUnknown,
  isTerminal,
} from '@shortfactory/core';
import type { Job, Log } from '@shortfactory/core';
import type { Jobs, Signer } from '@shortfactory/jobs';
import type { Finding } from './changes.ts';
import { hashOf } from './names.ts';
import type { BatchRecord, RowPlan, RowRecord } from './record.ts';

export interface RowJobsDeps {
  readonly jobs: Pick<Jobs, 'submit' | 'get' | 'retry' | 'cancel' | 'handOver'>;
  readonly signer: Pick<Signer, 'jobId' | 'ownerHash'>;
  readonly log: Log;
}

/** How often one row can have been stopped in earlier batches and is made anew all the same. */
const MOST_TURNS = 100;

/** The jobs of rows. A row's idempotency key is of its content alone, so that no table makes it twice. */
export class RowJobs {
  readonly #deps: RowJobsDeps;

  constructor(deps: RowJobsDeps) {
    this.#deps = deps;
  }

  /** What became of the rows under way, by their index. Those of a batch that was stopped are stopped. */
  async look(record: BatchRecord, plans: readonly RowPlan[]): Promise<ReadonlyMap<number, Finding>> {
    const findings = new Map<number, Finding>();
    for (const [index, row] of record.rows.entries()) {
      const plan = plans[index];
      const isStopping = record.status === 'cancelled';
      if (!plan || !(row.state === 'making' || (isStopping && row.state === 'taken'))) continue;
      const job = await this.#jobOf(record, row, plan);
      if (job) await this.#follow(record, job);
      const now = job && isStopping && !isTerminal(job.status) ? await this.stop(job.id, record.owner) : job;
      const end = endOf(now, record);
      if (end) findings.set(index, { of: row, now: { ...row, ...end } });
    }
    return findings;
  }

  /**
   * Makes a taken row a job, or finds the one that it is already. A row that cannot be one has failed with a sentence;
   * undefined where another pass has to try: the owner has no place left, or the store does not answer.
   */
  async place(record: BatchRecord, row: RowRecord, plan: RowPlan): Promise<RowRecord | undefined> {
    try {
      const known = row.job === undefined ? undefined : await this.#deps.jobs.get(row.job);
      const job = known ?? (await this.#submit(record, plan));
      await this.#follow(record, job);
      const failed = job.status === 'failed' && (known || isEarlier(job, record));
      if (failed) await this.#deps.jobs.retry(job.id, record.owner);
      return { ...row, state: 'making', job: job.id };
    } catch (error) {
      const { id: batchId } = record;
      if (mayPass(error)) {
        this.#deps.log.debug('A row of a batch waits for another try.', { batchId, line: plan.line, error });
        return undefined;
      }
      this.#deps.log.warn('A row of a batch cannot be made.', { batchId, line: plan.line, error });
      const problem = error instanceof DomainError ? error.message : 'The server failed on this row.';
      return { ...row, state: 'failed', problem };
    }
  }

  /** The job as it stands after it was stopped, or had ended before. Throws StorageFailed. */
  async stop(id: string, owner: string): Promise<Job | undefined> {
    const { jobs } = this.#deps;
    return jobs.cancel(id, owner).catch((error: unknown) => {
      if (error instanceof Conflict) return jobs.get(id);
      if (error instanceof NotFound) return undefined;
      throw error;
    });
  }

  /** A taken row may have become a job without anybody having noted it. */
  async #jobOf(record: BatchRecord, row: RowRecord, plan: RowPlan): Promise<Job | undefined> {
    const { jobs, signer } = this.#deps;
    if (row.job !== undefined) return jobs.get(row.job);
    const madeAsHash = signer.ownerHash(madeAs(record));
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      const job = await jobs.get(signer.jobId(madeAsHash, rowKey(plan, turn)));
      if (!job || !isEarlier(job, record)) return job;
    }
    return undefined;
  }

  /** The video of a batch that was taken along belongs to who has the batch. */
  async #follow(record: BatchRecord, job: Job): Promise<void> {
    const { jobs, signer } = this.#deps;
    if (record.madeAs === undefined || job.ownerHash !== signer.ownerHash(record.madeAs)) return;
    await jobs.handOver([job.id], record.madeAs, record.owner, new AbortController().signal);
  }

  /** What was stopped in an earlier batch is made anew; what it has made, or failed at, is the same job. */
  async #submit(record: BatchRecord, plan: RowPlan): Promise<Job> {
    for (let turn = 0; ; turn++) {
      const { job } = await this.#deps.jobs.submit(madeAs(record), plan.request, rowKey(plan, turn));
      const isNew = job.status !== 'cancelled' || !isEarlier(job, record);
      if (isNew || turn >= MOST_TURNS) return job;
    }
  }
}

function madeAs(record: BatchRecord): string {
  return record.madeAs ?? record.owner;
}

/** A blank keeps it apart from the keys that callers choose. */
function rowKey({ key, request }: RowPlan, turn: number): string {
  return `row ${hashOf([key, request])} ${turn}`;
}

/** How a row has ended; undefined while it has not. A video that is gone counts as stopped. */
function endOf(job: Job | undefined, record: BatchRecord): Partial<RowRecord> | undefined {
  if (!job) return { state: 'cancelled' };
  const { status } = job;
  if (status === 'queued' || status === 'running') return undefined;
  // What an earlier batch has made costs this one nothing.
  return { state: status, job: job.id, costUsd: isEarlier(job, record) ? 0 : job.costUsd };
}

/** It had ended before the batch was there. */
function isEarlier({ finishedMs }: Job, { createdMs }: BatchRecord): boolean {
  return finishedMs !== undefined && finishedMs < createdMs;
}

function mayPass(error: unknown): boolean {
  return (
    error instanceof LimitReached ||
    error instanceof Conflict ||
    error instanceof QueueUnavailable ||
    error instanceof StorageUnknown ||
    error instanceof RecordFromNewer ||
    (error instanceof StorageFailed && !(error instanceof RecordUnreadable))
  );
}
