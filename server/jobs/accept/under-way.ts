import { LimitReached, RecordUnreadable } from '@shortfactory/core';
import type { Admission, ObjectInfo } from '@shortfactory/core';
import pLimit from 'p-limit';
import { activePrefix, jobOfMarker } from '../store/job-names.ts';
import type { JobsDeps } from '../deps.ts';

/** Seconds after which an owner with too much under way may look again. */
const LOOK_AGAIN_SECONDS = 30;
/** A marker whose record does not follow within this time is what a process that died has left. */
const PENDING_MS = 60_000;
const READS_AT_A_TIME = 8;

/** Lets an owner's requests that take a place in one process do so one after the other. */
export class OwnerTurns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** What `act` returns, once every earlier one of this owner has settled. */
  async take<T>(ownerHash: string, act: () => Promise<T>): Promise<T> {
    const before = this.#last.get(ownerHash) ?? Promise.resolve();
    const mine = before.then(act, act);
    const settled = mine.catch(() => undefined);
    this.#last.set(ownerHash, settled);
    void settled.then(() => {
      if (this.#last.get(ownerHash) === settled) this.#last.delete(ownerHash);
    });
    return mine;
  }
}

/**
 * Makes a job's marker, which takes one of the owner's places, unless all are taken: LimitReached, and no marker stays.
 * To be called in the owner's turn. Of several processes at once those whose markers are older come first, so a place
 * that is free is given; two can be given the last one only if one process is held up between a marker's time and its
 * name, so there is at most one job too many for each further process.
 */
export async function takePlace(deps: JobsDeps, ownerHash: string, marker: string): Promise<void> {
  const { store, maxJobsPerOwner, log } = deps;
  await store.create(marker, { bytes: new Uint8Array() });
  let free: boolean;
  try {
    free = await hasPlace(deps, ownerHash, marker);
  } catch (error) {
    await store.remove(marker).catch((fault: unknown) => {
      log.debug('A marker was left behind.', { marker, error: fault });
    });
    throw error;
  }
  if (free) return;
  await store.remove(marker);
  throw new LimitReached(
    `You have ${maxJobsPerOwner} videos being made; wait until one is finished, or stop one.`,
    LOOK_AGAIN_SECONDS,
  );
}

/** Counts a job whose marker stands as being made; where that is refused no marker stays. Throws QuotaReached. */
export async function admitted(
  { usage, store, log }: JobsDeps,
  owner: string,
  job: Admission,
  marker: string,
): Promise<void> {
  try {
    await usage.admit(owner, job);
  } catch (error) {
    await store.remove(marker).catch((fault: unknown) => {
      log.debug('A marker was left behind.', { marker, error: fault });
    });
    throw error;
  }
}

async function hasPlace(deps: JobsDeps, ownerHash: string, marker: string): Promise<boolean> {
  const { store, maxJobsPerOwner } = deps;
  const markers = await store.list(activePrefix(ownerHash), { limit: maxJobsPerOwner * 2 + 2 });
  if (markers.length <= maxJobsPerOwner) return true;
  // Some may stand for jobs that have ended, or never began: records count, and those that are about to be written.
  const mine = await store.head(marker);
  const atATime = pLimit(READS_AT_A_TIME);
  const others = markers.filter((name) => jobOfMarker(name) !== jobOfMarker(marker));
  const taking = await Promise.all(
    others.map((name) =>
      atATime(async () => ((await takesPlace(deps, name, mine)) ? [jobOfMarker(name)] : [])),
    ),
  );
  return new Set(taking.flat()).size < maxJobsPerOwner;
}

async function takesPlace(
  { jobs, store }: JobsDeps,
  marker: string,
  mine: ObjectInfo | undefined,
): Promise<boolean> {
  const id = jobOfMarker(marker);
  if (id === undefined) return false;
  const stored = await jobs.read(id).catch((error: unknown) => {
    // It cannot be run, so it must not keep its owner from others for ever.
    if (error instanceof RecordUnreadable) return 'unreadable' as const;
    throw error;
  });
  if (stored === 'unreadable') return false;
  if (stored?.record.marker === marker) return ['queued', 'running'].includes(stored.record.job.status);
  // Another request is accepting a job now. The older marker goes first; both requests conclude the same.
  const info = await store.head(marker);
  if (!info || !mine || mine.updatedMs - info.updatedMs > PENDING_MS) return false;
  return info.updatedMs < mine.updatedMs || (info.updatedMs === mine.updatedMs && info.name < mine.name);
}
