/** An object that is changed in place, as it stood at one moment. */
export interface VersionedObject {
  readonly bytes: Uint8Array;
  /** Names this very content; a swap takes it. Opaque: compare for equality only. */
  readonly generation: string;
  /** When this generation was written, by the store's own clock. */
  readonly updatedMs: number;
  /** The store's own clock when it answered. Leases are judged by `nowMs - updatedMs`, never by a local clock. */
  readonly nowMs: number;
}

export type SwapResult =
  | { readonly swapped: true; readonly generation: string; readonly updatedMs: number }
  /** Another generation stands there (or none, or one where none was expected). */
  | { readonly swapped: false };

/**
 * Objects that are changed only by compare-and-swap: job records and the like, small. On GCS a swap is a write with
 * `ifGenerationMatch`; on disk it is the exclusive link of the next version. Any process may swap; one wins.
 */
export interface VersionedObjects {
  /** The object as it stands, or undefined. Throws StorageFailed; a retry is safe. */
  get(name: string): Promise<VersionedObject | undefined>;
  /**
   * Replaces the generation `expected` (null: the object must be absent). Throws StorageFailed when the store refused
   * or could not be reached, and StorageUnknown when it may or may not have been written: then `get` and look.
   */
  swap(name: string, expected: string | null, bytes: Uint8Array): Promise<SwapResult>;
  /** Removes the object if it still is of this generation; false when it is not. Only for objects nobody writes any more. */
  discard(name: string, generation: string): Promise<boolean>;
}
