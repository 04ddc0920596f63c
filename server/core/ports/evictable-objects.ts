import type { ObjectInfo } from './object-store.ts';

/**
 * Objects that can be made again and are evicted when unused for long. A reader touches an old object before it
 * relies on it; the garbage collector evicts only what was not touched since it was listed. Both may happen at
 * the same moment: then either the touch or the eviction finds that it was too late. Throws StorageFailed.
 */
export interface EvictableObjects {
  /** Makes the object's `updatedMs` the store's present, its content unchanged; false when there is no such object. */
  touch(name: string): Promise<boolean>;
  /** Removes the object as it was seen; false when it was touched, made anew or removed since. */
  evict(seen: ObjectInfo): Promise<boolean>;
}
