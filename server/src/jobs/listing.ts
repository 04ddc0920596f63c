import pLimit from 'p-limit';
import { InputInvalid } from '../domain/errors.ts';
import type { Job } from '../domain/job.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { EVERY_OWNER } from './every-owner.ts';
import { withoutGone } from './garbage.ts';
import { isOwnerEntry, ownerPrefix, readOwnerEntry } from './job-names.ts';
import type { JobStore } from './job-store.ts';
import type { Jobs } from './service.ts';

const READS_AT_A_TIME = 8;
/** Records that one page looks at, so that a search for something rare does not read a whole life's work at once. */
const MOST_READ = 240;
const MOST_LISTED = 100;

export interface ListingParts {
  readonly store: Pick<ObjectStore, 'list'>;
  readonly jobs: JobStore;
  readonly clock: Clock;
  readonly log: Log;
}

/** An owner's jobs, newest first, from the empty objects that list them. */
export async function listJobs(
  { store, jobs, clock, log }: ListingParts,
  ownerHash: string,
  { limit, cursor, text, status }: Parameters<Jobs['list']>[1],
): Promise<Awaited<ReturnType<Jobs['list']>>> {
  if (cursor !== undefined && !isOwnerEntry(cursor))
    throw new InputInvalid('cursor', 'is none that a listing gave (expected `next` of the page before)');
  const most = Math.max(1, Math.min(limit, MOST_LISTED));
  const prefix = ownerPrefix(ownerHash);
  const wanted = normal(text ?? '');
  const fits = (job: Job): boolean =>
    (status === undefined || job.status === status) && (wanted === '' || searched(job).includes(wanted));
  const found: Job[] = [];
  let after = cursor;
  for (let read = 0; read < MOST_READ;) {
    const names = await store.list(prefix, {
      limit: most,
      ...(after === undefined ? {} : { after: `${prefix}${after}` }),
    });
    const entries = names.map((name) => name.slice(prefix.length));
    const records = await readAll({ jobs, clock, log }, entries, ownerHash);
    for (const [i, job] of records.entries()) {
      after = entries[i];
      if (job && fits(job)) found.push(job);
      if (found.length === most) break;
    }
    read += entries.length;
    const more = names.length === most || after !== entries.at(-1);
    if (!more) return { jobs: found };
    if (found.length === most) break;
  }
  return { jobs: found, ...(after === undefined ? {} : { next: after }) };
}

async function readAll(
  { jobs, clock, log }: Pick<ListingParts, 'jobs' | 'clock' | 'log'>,
  entries: readonly string[],
  ownerHash: string,
): Promise<(Job | undefined)[]> {
  const atATime = pLimit(READS_AT_A_TIME);
  return Promise.all(
    entries.map((entry) =>
      atATime(async () => {
        const named = readOwnerEntry(entry);
        if (!named) return undefined;
        const stored = await jobs.read(named.id).catch((error: unknown) => {
          // One record that cannot be read must not hide all the others.
          log.warn('A job was left out of a list.', { jobId: named.id, error });
          return undefined;
        });
        if (!stored || stored.record.removed) return undefined;
        const { job } = stored.record;
        // Of two that were made at once with one idempotency key only one entry tells the truth.
        if (ownerHash !== EVERY_OWNER && job.ownerHash !== ownerHash) return undefined;
        if (job.createdMs !== named.createdMs) return undefined;
        return withoutGone(job, clock.nowMs());
      }),
    ),
  );
}

function searched(job: Job): string {
  const { source } = job.request;
  return normal(`${job.title} ${'topic' in source ? source.topic : source.script.title}`);
}

/** As people search: without regard to case, accents or width. */
function normal(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
