import { InputInvalid, RecordUnreadable } from '@shortfactory/core';
import type { Clock, Job, Log, ObjectStore } from '@shortfactory/core';
import pLimit from 'p-limit';
import { EVERY_OWNER } from '../store/every-owner.ts';
import { withoutGone } from '../upkeep/garbage.ts';
import { isOwnerEntry, ownerPrefix, readOwnerEntry } from '../store/job-names.ts';
import type { JobStore } from '../store/job-store.ts';
import type { Jobs } from '../service.ts';

const READS_AT_A_TIME = 8;
/** Records that one page looks at, so that a search for something rare does not read a whole life's work at once. */
const MOST_READ = 240;
const MOST_LISTED = 100;

export interface ListingDeps {
  readonly store: Pick<ObjectStore, 'list'>;
  readonly jobs: JobStore;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * An owner's jobs, newest first, from the empty objects that list them. Reads by the page, and stops at the signal: by
 * throwing its reason.
 */
export async function listJobs(
  { store, jobs, clock, log }: ListingDeps,
  ownerHash: string,
  { limit, cursor, text, status }: Parameters<Jobs['list']>[1],
  signal: AbortSignal,
): Promise<Awaited<ReturnType<Jobs['list']>>> {
  if (cursor !== undefined && !isOwnerEntry(cursor))
    throw new InputInvalid('cursor', 'is none that a listing gave (expected `next` of the page before)');
  const most = Math.max(1, Math.min(limit, MOST_LISTED));
  const prefix = ownerPrefix(ownerHash);
  const wanted = normal(text ?? '');
  const fits = (job: Job): boolean =>
    (status === undefined || job.status === status) && (wanted === '' || searched(job).includes(wanted));
  const found: { readonly entry: string; readonly job: Job }[] = [];
  const jobsOf = (shown: typeof found): Job[] => shown.map(({ job }) => job);
  let after = cursor;
  for (let read = 0; read < MOST_READ;) {
    // One more than is shown: only a job that is there makes a page that follows.
    const names = await store.list(prefix, {
      limit: most + 1,
      signal,
      ...(after === undefined ? {} : { after: `${prefix}${after}` }),
    });
    const entries = names.map((name) => name.slice(prefix.length));
    const records = await readAll({ jobs, clock, log }, entries, ownerHash, signal);
    for (const [i, job] of records.entries())
      if (job && fits(job)) found.push({ entry: entries[i] ?? '', job });
    if (found.length > most) {
      const shown = found.slice(0, most);
      return { jobs: jobsOf(shown), next: shown.at(-1)?.entry ?? '' };
    }
    if (names.length <= most) return { jobs: jobsOf(found) };
    after = entries.at(-1);
    read += entries.length;
  }
  return { jobs: jobsOf(found), ...(after === undefined ? {} : { next: after }) };
}

/** One record that a list wanted: its job, none where it does not belong in the list, or why it was not read. */
type Read = { readonly job: Job | undefined } | Failed;
interface Failed {
  readonly jobId: string;
  readonly error: unknown;
}

/** In the order of the entries; undefined for what is not this owner's, is removed or cannot be read. */
async function readAll(
  deps: Pick<ListingDeps, 'jobs' | 'clock' | 'log'>,
  entries: readonly string[],
  ownerHash: string,
  signal: AbortSignal,
): Promise<(Job | undefined)[]> {
  const atATime = pLimit(READS_AT_A_TIME);
  const read = (entry: string): Promise<Read> =>
    atATime(() => {
      signal.throwIfAborted();
      return readEntry(deps, entry, ownerHash);
    });
  const first = await Promise.all(entries.map(read));
  // What may pass is read once more: a job that is missing from a list looks lost. Where all failed, the store has, and
  // its own attempts are enough.
  const reads = first.every(isFailed)
    ? first
    : await Promise.all(first.map((one, at) => (mayPass(one) ? read(entries[at] ?? '') : one)));
  const failed = reads.filter(isFailed);
  const failure = failed.find(mayPass);
  // A store that returns no record at all has failed; an empty list would hide that.
  if (failure && failed.length === entries.length) throw failure.error;
  if (failed.length > 0) {
    // One record that cannot be read must not hide all the others.
    deps.log.warn('Jobs were left out of a list, because their records cannot be read.', {
      jobIds: failed.map(({ jobId }) => jobId),
      error: failed[0]?.error,
    });
  }
  return reads.map((one) => ('job' in one ? one.job : undefined));
}

async function readEntry(
  { jobs, clock }: Pick<ListingDeps, 'jobs' | 'clock'>,
  entry: string,
  ownerHash: string,
): Promise<Read> {
  const named = readOwnerEntry(entry);
  if (!named) return { job: undefined };
  try {
    const stored = await jobs.read(named.id);
    if (!stored || stored.record.removed) return { job: undefined };
    const { job } = stored.record;
    // Of two that were made at once with one idempotency key only one entry tells the truth.
    const isListed =
      (ownerHash === EVERY_OWNER || job.ownerHash === ownerHash) && job.createdMs === named.createdMs;
    return { job: isListed ? withoutGone(job, clock.nowMs()) : undefined };
  } catch (error) {
    return { jobId: named.id, error };
  }
}

function isFailed(read: Read): read is Failed {
  return 'error' in read;
}

/** Whether another try may read it. */
function mayPass(read: Read): boolean {
  return isFailed(read) && !(read.error instanceof RecordUnreadable);
}

function searched(job: Job): string {
  const { source } = job.request;
  return normal(`${job.title} ${'topic' in source ? source.topic : source.script.title}`);
}

/** As people search: without regard to case, accents or width. */
function normal(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
