import { handedOver } from '@shortfactory/core';
import pLimit from 'p-limit';
import type { JobsDeps } from '../deps.ts';
import { isJobId, ownerEntry, ownerPrefix } from '../store/job-names.ts';

type HandOverDeps = Pick<JobsDeps, 'jobs' | 'store' | 'signer' | 'timing'>;

const AT_A_TIME = 8;

/** Makes one owner's jobs another's; those that are theirs now, also when they were before. */
export async function handOver(
  deps: HandOverDeps,
  ids: readonly string[],
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<string[]> {
  const atATime = pLimit(AT_A_TIME);
  const moved = await Promise.all(
    ids.map((id) =>
      atATime(() => {
        signal.throwIfAborted();
        return handOverOne(deps, id, from, to);
      }),
    ),
  );
  return ids.filter((_, at) => moved[at]);
}

/**
 * The entry in the new owner's list comes first, then one swap of the record decides, then the old entry goes. A list
 * shows only what its records say is its owner's, so wherever this stops the job is in exactly one list, and doing it
 * again ends it.
 */
async function handOverOne(
  { jobs, store, signer, timing }: HandOverDeps,
  id: string,
  from: string,
  to: string,
): Promise<boolean> {
  const found = isJobId(id) ? await jobs.read(id) : undefined;
  if (!found || found.record.removed) return false;
  const [fromHash, toHash] = [signer.ownerHash(from), signer.ownerHash(to)];
  const { ownerHash, createdMs } = found.record.job;
  if (ownerHash !== fromHash && ownerHash !== toHash) return false;
  const entry = ownerEntry(createdMs, id);
  await store.create(`${ownerPrefix(toHash)}${entry}`, { bytes: new Uint8Array() });
  const { stored } = await jobs.update(id, ({ record }) => handedOver(record, fromHash, toHash), {
    base: found,
    patienceMs: timing.patienceMs,
  });
  if (stored?.record.job.ownerHash !== toHash) {
    // Somebody else was faster. Nobody hands it over to this owner any more.
    await store.remove(`${ownerPrefix(toHash)}${entry}`);
    return false;
  }
  if (fromHash !== toHash) await store.remove(`${ownerPrefix(fromHash)}${entry}`);
  return !stored.record.removed;
}
