import { InputInvalid, STAGES } from '@shortfactory/core';
import type { Clock, JobEnds, JobError, ObjectStore } from '@shortfactory/core';
import { z } from 'zod';
import { removeBefore } from '../old-entries.ts';
import { TIMED_ENTRY, timedEntry } from '../timed-entry.ts';
import { endEntry, errorBytes, readEndEntry } from './end-entry.ts';
import type { EndedJob, EndedState } from './end-entry.ts';

const PREFIX = 'ends/';
const PAGE = 1000;
/** Names that one answer looks at: what is behind them is not counted, and the answer says so. */
const MOST_NAMES = 10_000;
const MOST_LISTED = 100;
/** Reasons that are named with an example each. */
const MOST_REASONS = 20;
export const KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

const storedError = z.object({
  stage: z.enum(STAGES),
  scene: z.int().exactOptional(),
  title: z.string(),
  detail: z.string(),
  retryable: z.boolean(),
});

/** Failures of one kind, and one of them in its own words. */
export interface FailureGroup {
  readonly reason: string;
  readonly count: number;
  readonly owners: number;
  readonly firstMs: number;
  readonly lastMs: number;
  readonly example: { readonly id: string; readonly owner: string; readonly error?: JobError };
}

export interface EndedJobsOptions {
  readonly store: Pick<ObjectStore, 'create' | 'list' | 'read' | 'remove'>;
  readonly clock: Clock;
}

/**
 * Ends of jobs, newest first, one small object each whose name says what has to be counted: a day is listed and no record
 * is read. Kept for 30 days.
 */
export class EndedJobs {
  readonly #options: EndedJobsOptions;

  constructor(options: EndedJobsOptions) {
    this.#options = options;
  }

  /** Ends are entered before they are told: what is told twice is one entry. */
  entering(ends: JobEnds): JobEnds {
    return {
      ended: async (end) => {
        await this.#options.store.create(`${PREFIX}${endEntry(end)}`, { bytes: errorBytes(end.job) });
        await ends.ended(end);
      },
      told: (jobId) => ends.told(jobId),
    };
  }

  /**
   * A page, newest first. With a filter a page may be short and still have a next. Throws InputInvalid for a cursor that is
   * none of ours, StorageFailed.
   */
  async list(
    query: {
      readonly limit: number;
      readonly cursor?: string;
      readonly state?: EndedState;
      readonly reason?: string;
    },
    signal: AbortSignal,
  ): Promise<{ readonly jobs: readonly EndedJob[]; readonly next?: string }> {
    const { cursor, state, reason } = query;
    if (cursor !== undefined && !TIMED_ENTRY.test(cursor))
      throw new InputInvalid('cursor', 'is none that a listing gave (expected `next` of the page before)');
    const most = Math.min(query.limit, MOST_LISTED);
    const fits = (job: EndedJob): boolean =>
      (state === undefined || job.state === state) && (reason === undefined || job.reason === reason);
    const isFiltered = state !== undefined || reason !== undefined;
    const jobs: EndedJob[] = [];
    let after = cursor;
    for (let read = 0; read < MOST_NAMES;) {
      const limit = isFiltered ? PAGE : most + 1;
      const entries = await this.#names(limit, after, signal);
      for (const entry of entries) {
        const job = readEndEntry(entry);
        if (!job || !fits(job)) continue;
        if (jobs.length === most) return { jobs, next: jobs.at(-1)?.entry ?? entry };
        jobs.push(job);
      }
      read += entries.length;
      after = entries.at(-1) ?? after;
      if (entries.length < limit) return { jobs };
    }
    return after === undefined ? { jobs } : { jobs, next: after };
  }

  /** All of a time, newest first; `isAll` false where there are more than are looked at. Throws StorageFailed. */
  async since(
    sinceMs: number,
    signal: AbortSignal,
  ): Promise<{ readonly jobs: readonly EndedJob[]; readonly isAll: boolean }> {
    const jobs: EndedJob[] = [];
    const last = timedEntry(sinceMs, '~');
    let after: string | undefined;
    for (let read = 0; read < MOST_NAMES; read += PAGE) {
      const entries = await this.#names(PAGE, after, signal);
      for (const entry of entries) {
        if (entry > last) return { jobs, isAll: true };
        const job = readEndEntry(entry);
        if (job) jobs.push(job);
      }
      if (entries.length < PAGE) return { jobs, isAll: true };
      after = entries.at(-1);
    }
    return { jobs, isAll: false };
  }

  /** Most first, each with its newest as the example. Throws StorageFailed. */
  async failures(jobs: readonly EndedJob[]): Promise<readonly FailureGroup[]> {
    const groups = new Map<string, EndedJob[]>();
    for (const job of jobs) {
      if (job.state !== 'failed' || job.reason === undefined) continue;
      const known = groups.get(job.reason);
      if (known) known.push(job);
      else groups.set(job.reason, [job]);
    }
    const most = [...groups].sort(([, a], [, b]) => b.length - a.length).slice(0, MOST_REASONS);
    return Promise.all(
      most.map(async ([reason, all]) => {
        const newest = all[0] as EndedJob;
        const error = await this.#errorOf(newest);
        return {
          reason,
          count: all.length,
          owners: new Set(all.map(({ owner }) => owner)).size,
          firstMs: (all.at(-1) as EndedJob).endedMs,
          lastMs: newest.endedMs,
          example: { id: newest.id, owner: newest.owner, ...(error && { error }) },
        };
      }),
    );
  }

  /** Removes what is too old. Throws StorageFailed. */
  async sweep(signal: AbortSignal): Promise<void> {
    const { store, clock } = this.#options;
    await removeBefore(store, PREFIX, clock.nowMs() - KEPT_DAYS * DAY_MS, signal);
  }

  async #names(limit: number, after: string | undefined, signal: AbortSignal): Promise<string[]> {
    const names = await this.#options.store.list(PREFIX, {
      limit,
      signal,
      ...(after === undefined ? {} : { after: `${PREFIX}${after}` }),
    });
    return names.map((name) => name.slice(PREFIX.length));
  }

  /** What it says of itself; undefined where its entry is gone or is not what it should be. */
  async #errorOf({ entry }: EndedJob): Promise<JobError | undefined> {
    const bytes = await this.#options.store.read(`${PREFIX}${entry}`);
    if (!bytes) return undefined;
    try {
      return storedError.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
    } catch {
      return undefined;
    }
  }
}
