import { StorageFailed, StorageUnknown } from '../domain/errors.ts';
import type { Clock } from './clock.ts';
import type { VersionedObject, VersionedObjects } from './versioned-objects.ts';

const TRIES = 8;
const FIRST_PAUSE_MS = 50;

/**
 * Changes an object that several processes change: what stands there → the next content, or undefined to leave it, until
 * a swap wins. `next` is called again after a conflict and after an answer that was lost, so what it does must be the same
 * when it was done already. Returns what stands in the end, where a swap was made. Throws StorageFailed, StorageUnknown,
 * and what `next` throws.
 */
export async function changeObject(
  { objects, clock }: { readonly objects: VersionedObjects; readonly clock: Clock },
  name: string,
  next: (object: VersionedObject | undefined) => Uint8Array | undefined,
): Promise<boolean> {
  let failure: StorageFailed | StorageUnknown | undefined;
  for (let tries = 0; tries < TRIES; tries++) {
    if (tries > 0) await clock.sleep(FIRST_PAUSE_MS * 2 ** tries);
    try {
      const object = await objects.get(name);
      const bytes = next(object);
      if (!bytes) return false;
      if ((await objects.swap(name, object?.generation ?? null, bytes)).swapped) return true;
    } catch (error) {
      if (!(error instanceof StorageFailed) && !(error instanceof StorageUnknown)) throw error;
      failure = error;
    }
  }
  throw failure ?? new StorageFailed('Others changed it at the same time, again and again.');
}
