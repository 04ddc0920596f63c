import { IdempotencyMismatch, LimitReached } from '../domain/errors.ts';
import type { Job } from '../domain/job.ts';
import { accept, acceptAgain } from '../domain/job-record.ts';
import type { Acceptance } from '../domain/job-record.ts';
import type { ShortRequest } from '../domain/short.ts';
import { canonical } from '../pipeline/artifacts.ts';
import { activePrefix, jobOfMarker, markerName, ownerEntry, ownerPrefix } from './job-names.ts';
import type { Stored, Updated } from './job-store.ts';
import type { JobsParts } from './parts.ts';
import { offer } from './sweep.ts';
import { keepUploads } from './upload-garbage.ts';

/** Seconds after which an owner with too much under way may look again. */
const LOOK_AGAIN_SECONDS = 30;

/**
 * Accepts a request. The marker comes first and the record last, so that from the moment at which there is a job a
 * sweep finds it; then the queue. A marker without a record does no harm.
 */
export async function submitJob(
  parts: JobsParts,
  owner: string,
  request: ShortRequest,
  idempotencyKey: string | undefined,
): Promise<{ job: Job; created: boolean }> {
  const { signer, newId, clock } = parts;
  const ownerHash = signer.ownerHash(owner);
  const id = signer.jobId(ownerHash, idempotencyKey ?? newId());
  const requestHash = signer.requestHash(canonical(request));
  const known = idempotencyKey === undefined ? undefined : await parts.jobs.read(id);
  if (known && !known.record.removed) return same(known, requestHash);
  const wanted: Acceptance = {
    id,
    ownerHash,
    request,
    requestHash,
    marker: markerName(ownerHash, id, newId()),
  };
  await mark(parts, wanted);
  await keepUploads(parts, request);
  const nowMs = clock.nowMs();
  await parts.store.create(`${ownerPrefix(ownerHash)}${ownerEntry(nowMs, id)}`, { bytes: new Uint8Array() });
  const made = await write(parts, wanted, nowMs);
  if (!made.changed) {
    await parts.store.remove(wanted.marker);
    return same(made.stored as Stored, requestHash);
  }
  await offer(parts, made.stored);
  return { job: made.stored.record.job, created: true };
}

async function write(parts: JobsParts, wanted: Acceptance, nowMs: number): Promise<Updated> {
  const { jobs, timing } = parts;
  const made = await jobs.create(accept(wanted, nowMs), { patienceMs: timing.patienceMs });
  if (made.changed || !made.stored?.record.removed) return made;
  return jobs.update(wanted.id, ({ record }) => acceptAgain(record, wanted, nowMs), {
    base: made.stored,
    patienceMs: timing.patienceMs,
  });
}

function same({ record }: Stored, requestHash: string): { job: Job; created: boolean } {
  if (record.requestHash !== requestHash) {
    throw new IdempotencyMismatch(
      'This Idempotency-Key was used with another request; use a new key for a new video.',
    );
  }
  return { job: record.job, created: false };
}

/** Makes the marker and counts it in, so that two requests at once cannot both be the last that is allowed. */
async function mark(parts: JobsParts, { ownerHash, marker }: Acceptance): Promise<void> {
  const { store, maxJobsPerOwner } = parts;
  await store.create(marker, { bytes: new Uint8Array() });
  const prefix = activePrefix(ownerHash);
  const markers = await store.list(prefix, { limit: maxJobsPerOwner * 2 + 2 });
  if (markers.length <= maxJobsPerOwner) return;
  // Some may stand for jobs that have ended, or never began: only records count.
  const others = markers.filter((name) => name !== marker);
  const underWay = await Promise.all(others.map((name) => isUnderWay(parts, name)));
  if (underWay.filter(Boolean).length < maxJobsPerOwner) return;
  await store.remove(marker);
  throw new LimitReached(
    `You have ${maxJobsPerOwner} videos being made; wait until one is finished, or stop one.`,
    LOOK_AGAIN_SECONDS,
  );
}

async function isUnderWay({ jobs }: JobsParts, marker: string): Promise<boolean> {
  const id = jobOfMarker(marker);
  const stored = id === undefined ? undefined : await jobs.read(id);
  // Without a record it is somebody who is accepting a job this very moment.
  if (!stored) return true;
  return stored.record.marker === marker && ['queued', 'running'].includes(stored.record.job.status);
}
