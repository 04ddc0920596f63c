/** An object that is changed in place, as it stood at one moment. */
export interface VersionedObject {
  readonly bytes: Uint8Array;
  /** Names this very content; a swap takes it. Opaque: compare for equality only. */
  readonly generation: string;
  /** When this generation was written, by the store's own clock. */
  readonly updatedMs: number;
  /**
   * The store's own clock when it answered. Leases are judged by `nowMs - updatedMs`, never by a local clock. A store
   * that cannot be written gives `updatedMs` for it where its clock cannot be had.
   */
  readonly nowMs: number;
}

export type SwapResult =
  | { readonly swapped: true; readonly generation: string; readonly updatedMs: number }
  /** Another generation stands there (or none, or one where none was expected). */
  | { readonly swapped: false };

/**
 * Objects that are changed only by compare-and-swap: job records and the like, small. On GCS a swap is a write with
 * `ifGenerationMatch`; on disk it is the exclusive link of the next version. Any process may swap; one wins.
 * They share their names with ObjectStore, whose `list` gives them like others; read and change them here alone.
 */
export interface VersionedObjects {
  /** The object as it stands, or undefined. Throws StorageFailed; a retry is safe. */
  get(name: string): Promise<VersionedObject | undefined>;
  /**
   * Replaces the generation `expected` (null: the object must be absent). It is tried once: what is answered, this very
   * attempt did. Throws StorageFailed when the store refused or could not be reached, so that nothing was written, and
   * StorageUnknown when it was written, or was not, or will be in a moment: then `get` and look, and take no generation
   * that has not moved for a "no".
   */
  swap(name: string, expected: string | null, bytes: Uint8Array): Promise<SwapResult>;
  /**
   * Removes the object if it still is of this generation; false when it is not. Throws as `swap` does. A generation is
   * never given twice, not even to an object that is made again under this name.
   */
  discard(name: string, generation: string): Promise<boolean>;
}
