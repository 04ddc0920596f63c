import type { ObjectStore } from '@shortfactory/core';
import { ownerEntry } from '@shortfactory/jobs';
import type { Jobs, Signer } from '@shortfactory/jobs';
import type { BatchStore } from './batch-store.ts';
import { hasEnded } from './changes.ts';
import { batchMarker, ownerBatches } from './names.ts';
import type { BatchRecord } from './record.ts';

export interface HandOverDeps {
  readonly batches: BatchStore;
  readonly store: ObjectStore;
  readonly signer: Pick<Signer, 'ownerHash'>;
  readonly jobs: Pick<Jobs, 'handOver'>;
  readonly newId: () => string;
}

const NOTHING = { bytes: new Uint8Array() };

/**
 * Makes one owner's batch another's, and then the videos of its rows; undefined where it is neither's. Entry and marker of
 * the new owner come first, then one swap of the record decides, then those of the old one go. A list shows only what its
 * records say is its owner's, so wherever this stops the batch is in exactly one list, and doing it again ends it.
 */
export async function handOverBatch(
  { batches, store, signer, jobs, newId }: HandOverDeps,
  id: string,
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<BatchRecord | undefined> {
  const [fromHash, toHash] = [signer.ownerHash(from), signer.ownerHash(to)];
  const found = await batches.read(id);
  if (!found || (found.ownerHash !== fromHash && found.ownerHash !== toHash)) return undefined;
  const entry = ownerEntry(found.createdMs, id);
  const marker = batchMarker(toHash, id, newId());
  await store.create(`${ownerBatches(toHash)}${entry}`, NOTHING);
  await store.create(marker, NOTHING);
  let before: string | undefined;
  const standing = await batches.change(id, (now) => {
    if (now.ownerHash !== fromHash || fromHash === toHash) return undefined;
    before = now.marker;
    const owned = { ...now, owner: to, ownerHash: toHash, madeAs: now.madeAs ?? now.owner };
    // What has ended is told by the marker of its round.
    return hasEnded(now) ? owned : { ...owned, marker };
  });
  if (standing?.marker !== marker) await store.remove(marker);
  else if (before !== undefined) await store.remove(before);
  if (standing?.ownerHash !== toHash) {
    // Somebody else was faster. Nobody hands it over to this owner any more.
    await store.remove(`${ownerBatches(toHash)}${entry}`);
    return undefined;
  }
  if (fromHash !== toHash) await store.remove(`${ownerBatches(fromHash)}${entry}`);
  const videos = standing.rows.flatMap(({ job }) => job ?? []);
  await jobs.handOver(videos, from, to, signal);
  return standing;
}
