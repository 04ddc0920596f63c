import { InputInvalid, isTerminal } from '@shortfactory/core';
import type { Clock, Job, Log, ObjectStore } from '@shortfactory/core';
import { ACTIVE, jobOfMarker } from '@shortfactory/jobs';
import type { Jobs } from '@shortfactory/jobs';
import pLimit from 'p-limit';

const READS_AT_A_TIME = 8;
const MOST_LISTED = 100;
/** Records that the table of states and ages is made of; what is behind them is not counted, and the answer says so. */
const MOST_READ = 300;
/** A marker of a job under way, without its prefix: the cursor behind it. */
const CURSOR = /^[0-9a-z]{1,64}\/[0-9A-Z]{26}\.[0-9a-f]{1,64}$/i;

export interface ActiveJobsOptions {
  readonly store: Pick<ObjectStore, 'list'>;
  readonly jobs: Pick<Jobs, 'get'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Jobs that wait or are being made, by their markers: whatever else the store holds is not looked at. */
export class ActiveJobs {
  readonly #options: ActiveJobsOptions;

  constructor(options: ActiveJobsOptions) {
    this.#options = options;
  }

  /** A page, in the order of their owners. Throws InputInvalid for a cursor that is none of ours, StorageFailed. */
  async list(
    {
      limit,
      cursor,
      status,
    }: { readonly limit: number; readonly cursor?: string; readonly status?: 'queued' | 'running' },
    signal: AbortSignal,
  ): Promise<{ readonly jobs: readonly Job[]; readonly next?: string }> {
    if (cursor !== undefined && !CURSOR.test(cursor))
      throw new InputInvalid('cursor', 'is none that a listing gave (expected `next` of the page before)');
    const most = Math.min(limit, MOST_LISTED);
    const found: { readonly entry: string; readonly job: Job }[] = [];
    let after = cursor;
    for (let read = 0; read < MOST_READ;) {
      const { entries, jobs } = await this.#page(most + 1, after, signal);
      for (const [i, entry] of entries.entries()) {
        const job = jobs[i];
        if (job && (status === undefined || job.status === status)) found.push({ entry, job });
      }
      if (found.length > most) {
        const shown = found.slice(0, most);
        return { jobs: shown.map(({ job }) => job), next: shown.at(-1)?.entry ?? '' };
      }
      read += entries.length;
      after = entries.at(-1) ?? after;
      if (entries.length <= most) return { jobs: found.map(({ job }) => job) };
    }
    return { jobs: found.map(({ job }) => job), ...(after === undefined ? {} : { next: after }) };
  }

  /** Those that there are, as far as they are looked at; `isAll` false where there are more. Throws StorageFailed. */
  async some(signal: AbortSignal): Promise<{ readonly jobs: readonly Job[]; readonly isAll: boolean }> {
    const { entries, jobs } = await this.#page(MOST_READ, undefined, signal);
    return { jobs: jobs.flatMap((job) => job ?? []), isAll: entries.length < MOST_READ };
  }

  async #page(
    limit: number,
    after: string | undefined,
    signal: AbortSignal,
  ): Promise<{ readonly entries: string[]; readonly jobs: readonly (Job | undefined)[] }> {
    const { store, jobs, log } = this.#options;
    const names = await store.list(ACTIVE, {
      limit,
      signal,
      ...(after === undefined ? {} : { after: `${ACTIVE}${after}` }),
    });
    const atATime = pLimit(READS_AT_A_TIME);
    const read = await Promise.all(
      names.map((name) =>
        atATime(async () => {
          signal.throwIfAborted();
          const id = jobOfMarker(name);
          if (id === undefined) return undefined;
          const job = await jobs.get(id).catch((error: unknown) => {
            log.debug('A job under way cannot be read.', { jobId: id, error });
            return undefined;
          });
          return job && !isTerminal(job.status) ? job : undefined;
        }),
      ),
    );
    return { entries: names.map((name) => name.slice(ACTIVE.length)), jobs: read };
  }
}
