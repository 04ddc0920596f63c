import { IdempotencyMismatch, accept, acceptAgain } from '@shortfactory/core';
import type { Acceptance, Job, JobWebhook, ShortRequest } from '@shortfactory/core';
import { canonical } from '@shortfactory/pipeline/artifacts';
import { markerName, ownerEntry, ownerPrefix } from '../store/job-names.ts';
import type { Stored, Updated } from '../store/job-store.ts';
import type { JobsDeps } from '../deps.ts';
import { offer } from '../upkeep/sweep.ts';
import { admitted, takePlace } from './under-way.ts';
import { keepUploads } from '../upkeep/upload-garbage.ts';

/**
 * Accepts a request. The marker comes first and the record last, so that from the moment at which there is a job a
 * sweep finds it; then the queue. A marker without a record does no harm.
 */
export async function submitJob(
  deps: JobsDeps,
  owner: string,
  request: ShortRequest,
  idempotencyKey: string | undefined,
  webhook: JobWebhook | undefined,
): Promise<{ job: Job; created: boolean }> {
  const { signer, newId, clock } = deps;
  const ownerHash = signer.ownerHash(owner);
  const id = signer.jobId(ownerHash, idempotencyKey ?? newId());
  const requestHash = signer.requestHash(canonical(webhook ? { ...request, webhook } : request));
  const known = idempotencyKey === undefined ? undefined : await deps.jobs.read(id);
  if (known && !known.record.removed) return same(known, requestHash);
  const wanted: Acceptance = {
    id,
    ownerHash,
    request,
    requestHash,
    marker: markerName(ownerHash, id, newId()),
    ...(webhook && { webhook }),
  };
  await keepUploads(deps, request);
  const made = await deps.turns.take(ownerHash, async () => {
    await takePlace(deps, ownerHash, wanted.marker);
    await admitted(deps, owner, { id, ownerHash, costUsd: 0 }, wanted.marker);
    const nowMs = clock.nowMs();
    await deps.store.create(`${ownerPrefix(ownerHash)}${ownerEntry(nowMs, id)}`, {
      bytes: new Uint8Array(),
    });
    return write(deps, wanted, nowMs);
  });
  if (!made.changed) {
    await deps.store.remove(wanted.marker);
    const stored = made.stored as Stored;
    // It was counted as being made, once more: what it has come to is counted again.
    await deps.usage.ended(stored.record.job);
    return same(stored, requestHash);
  }
  await offer(deps, made.stored);
  return { job: made.stored.record.job, created: true };
}

async function write(deps: JobsDeps, wanted: Acceptance, nowMs: number): Promise<Updated> {
  const { jobs, timing } = deps;
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
