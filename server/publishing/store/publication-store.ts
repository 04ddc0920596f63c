import { RecordUnreadable, changeObject } from '@shortfactory/core';
import type { Clock, ObjectStore, VersionedObjects } from '@shortfactory/core';
import pLimit from 'p-limit';
import { publicationName, publicationPrefix, readPublicationName } from './names.ts';
import type { PublicationKey } from './names.ts';
import { decodePublication, encodePublication } from './publication-record.ts';
import type { PublicationRecord } from './publication-record.ts';

export interface PublicationStoreDeps {
  readonly store: ObjectStore;
  readonly objects: VersionedObjects;
  readonly clock: Clock;
}

export interface StoredPublication {
  readonly publication: PublicationRecord;
  readonly generation: string;
  /** The store's own clock when it answered. */
  readonly nowMs: number;
}

const MOST_LISTED = 500;
const READS_AT_A_TIME = 8;

/** Publications: one object each, changed by compare-and-swap, and the marker by which one under way is found. */
export class PublicationStore {
  readonly #deps: PublicationStoreDeps;

  constructor(deps: PublicationStoreDeps) {
    this.#deps = deps;
  }

  async read(key: PublicationKey): Promise<StoredPublication | undefined> {
    const object = await this.#deps.objects.get(publicationName(key));
    if (!object) return undefined;
    const { bytes, generation, nowMs } = object;
    return { publication: decodePublication(bytes), generation, nowMs };
  }

  /**
   * Begins a round: `next` of what stands there, with a marker of its own; undefined leaves it. The marker comes first: a
   * record without one would never be found. A marker whose record does not follow is harmless, and goes when it is old.
   */
  async begin(
    key: PublicationKey,
    marker: string,
    next: (now: PublicationRecord | undefined, nowMs: number) => PublicationRecord | undefined,
  ): Promise<PublicationRecord> {
    const { store } = this.#deps;
    await store.create(marker, { bytes: new Uint8Array() });
    const { stands, before } = await this.#swap(key, (now, nowMs) =>
      // This very call, whose answer was lost.
      now?.marker === marker ? undefined : next(now, nowMs),
    );
    if (stands.marker !== marker) await store.remove(marker);
    else if (before !== undefined && before.marker !== marker) await store.remove(before.marker);
    return stands;
  }

  /** Changes what stands there, whatever happens to it meanwhile; `next` may leave it. Returns what stands in the end. */
  async change(
    key: PublicationKey,
    next: (now: PublicationRecord, nowMs: number) => PublicationRecord | undefined,
  ): Promise<PublicationRecord> {
    const { stands } = await this.#swap(key, (now, nowMs) => now && next(now, nowMs));
    return stands;
  }

  /** Swaps what was read for the next; false where another process was faster. */
  async swap(
    key: PublicationKey,
    { generation }: StoredPublication,
    next: PublicationRecord,
  ): Promise<boolean> {
    const name = publicationName(key);
    return (await this.#deps.objects.swap(name, generation, encodePublication(next))).swapped;
  }

  /** Those of a video, or of all, newest first; one that cannot be read is left out. */
  async of(videoId?: string): Promise<readonly PublicationRecord[]> {
    const names = await this.#deps.store.list(publicationPrefix(videoId), { limit: MOST_LISTED });
    const atATime = pLimit(READS_AT_A_TIME);
    const keys = names.flatMap((name) => readPublicationName(name) ?? []);
    const found = await Promise.all(keys.map((key) => atATime(() => this.read(key).catch(unreadableAsNone))));
    return found
      .flatMap((each) => each?.publication ?? [])
      .sort((a, b) => b.createdMs - a.createdMs || (a.hash < b.hash ? -1 : 1));
  }

  async #swap(
    key: PublicationKey,
    next: (now: PublicationRecord | undefined, nowMs: number) => PublicationRecord | undefined,
  ): Promise<{ readonly stands: PublicationRecord; readonly before?: PublicationRecord }> {
    let before: PublicationRecord | undefined;
    let stands: PublicationRecord | undefined;
    await changeObject(this.#deps, publicationName(key), (object) => {
      const now = object && decodePublication(object.bytes);
      const changed = next(now, object?.nowMs ?? this.#deps.clock.nowMs());
      if (changed) before = now;
      stands = changed ?? now;
      return changed && encodePublication(changed);
    });
    if (!stands) throw new RecordUnreadable('The record of a publication is gone.');
    return { stands, ...(before && { before }) };
  }
}

function unreadableAsNone(error: unknown): undefined {
  if (!(error instanceof RecordUnreadable)) throw error;
  return undefined;
}
