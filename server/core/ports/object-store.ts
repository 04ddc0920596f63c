/** Where bytes come from when an object is made. */
export type ObjectSource = { readonly bytes: Uint8Array } | { readonly file: string };

export interface ObjectInfo {
  readonly name: string;
  readonly bytes: number;
  readonly updatedMs: number;
  /** Its length is not the one that was stored. */
  readonly damaged?: true;
}

/**
 * Objects by name, in a bucket or a folder. Names are `/`-separated segments of [A-Za-z0-9._-]; any other name throws.
 * Called by every stage for its artifacts. A failing disk or bucket throws StorageFailed (retry is safe: nothing is
 * half written); a missing object is a value, not an error. What comes back is what was stored, as far as the store
 * knows its checksum: else `read` and `download` throw ObjectDamaged.
 */
export interface ObjectStore {
  /** Size and time, or undefined when there is no such object. */
  head(name: string): Promise<ObjectInfo | undefined>;
  /** Its bytes, or undefined. For small objects; large ones go to a file. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Puts its bytes at `path` (which must not exist); false when there is no such object. */
  download(name: string, path: string): Promise<boolean>;
  /** Makes the object if it is absent, whole or not at all. True if this call made it, false if it stood already. */
  create(name: string, source: ObjectSource): Promise<boolean>;
  /** Names that start with `prefix`, in order, up to `limit`, after `after`. Throws the signal's reason. */
  list(prefix: string, options: { limit: number; after?: string; signal?: AbortSignal }): Promise<string[]>;
  /** Removes it; no error when it is absent. */
  remove(name: string): Promise<void>;
}
