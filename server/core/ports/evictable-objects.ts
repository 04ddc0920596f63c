import type { ObjectInfo } from './object-store.ts';

/**
 * Objects that can be made again, and go when nobody has used them for long. Whoever is going to rely on an old one
 * touches it first; whoever clears up evicts only what nobody has touched since it was looked at. The two may come at
 * the same moment: then either the touch or the eviction finds that it was too late. Throws StorageFailed.
 */
export interface EvictableObjects {
  /** Makes the object's `updatedMs` the store's present, its content unchanged; false when there is no such object. */
  touch(name: string): Promise<boolean>;
  /** Removes the object as it was seen; false when it was touched, made anew or removed since. */
  evict(seen: ObjectInfo): Promise<boolean>;
}
