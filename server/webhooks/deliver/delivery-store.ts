import { RecordUnreadable, StorageUnknown, changeObject } from '@shortfactory/core';
import type { Clock, ObjectStore, VersionedObjects } from '@shortfactory/core';
import pLimit from 'p-limit';
import { decodeDelivery, encodeDelivery } from '../store/delivery-record.ts';
import type { DeliveryRecord } from '../store/delivery-record.ts';
import { deliveryName, deliveryPrefix } from '../store/names.ts';

export interface DeliveryStoreDeps {
  readonly store: ObjectStore;
  readonly objects: VersionedObjects;
  readonly clock: Clock;
}

export interface StoredDelivery {
  readonly delivery: DeliveryRecord;
  readonly generation: string;
  /** The store's own clock when it answered. */
  readonly nowMs: number;
}

const READS_AT_A_TIME = 8;

/** Deliveries: one object each, changed by compare-and-swap, and the marker by which an unfinished one is found. */
export class DeliveryStore {
  readonly #deps: DeliveryStoreDeps;

  constructor(deps: DeliveryStoreDeps) {
    this.#deps = deps;
  }

  async read(jobId: string, id: string): Promise<StoredDelivery | undefined> {
    const object = await this.#deps.objects.get(deliveryName(jobId, id));
    if (!object) return undefined;
    const { bytes, generation, nowMs } = object;
    return { delivery: decodeDelivery(bytes), generation, nowMs };
  }

  /**
   * Stores a delivery with its marker, unless it is there; true when this call made it. The marker comes first: a record
   * without one would never be found. A marker whose record does not follow is harmless, and goes when it is old. After
   * StorageUnknown both may stand, and the call can be made again.
   */
  async create(delivery: DeliveryRecord): Promise<boolean> {
    const { store, objects } = this.#deps;
    const { jobId, id, marker } = delivery;
    if (await objects.get(deliveryName(jobId, id))) return false;
    await store.create(marker, { bytes: new Uint8Array() });
    const made = await objects
      .swap(deliveryName(jobId, id), null, encodeDelivery(delivery))
      .then(({ swapped }) => swapped)
      .catch(async (error: unknown) => {
        if (error instanceof StorageUnknown && (await this.#isOurs(delivery))) return true;
        throw error;
      });
    // Refused: another process was first, or this very write, whose answer the client did not see.
    if (made || (await this.#isOurs(delivery))) return true;
    await store.remove(marker);
    return false;
  }

  /** Swaps what was read for the next; the generation then, or undefined where another process was faster. */
  async swap(
    { delivery: { jobId, id }, generation }: StoredDelivery,
    next: DeliveryRecord,
  ): Promise<string | undefined> {
    const swap = await this.#deps.objects.swap(deliveryName(jobId, id), generation, encodeDelivery(next));
    return swap.swapped ? swap.generation : undefined;
  }

  /** Changes a delivery whatever happens to it meanwhile; undefined when there is none, or `next` leaves it. */
  async change(
    jobId: string,
    id: string,
    next: (delivery: DeliveryRecord, nowMs: number) => DeliveryRecord | undefined,
  ): Promise<DeliveryRecord | undefined> {
    let changed: DeliveryRecord | undefined;
    const done = await changeObject(this.#deps, deliveryName(jobId, id), (object) => {
      changed = object && next(decodeDelivery(object.bytes), object.nowMs);
      return changed && encodeDelivery(changed);
    });
    return done ? changed : undefined;
  }

  /** Those of a job, newest first; one that cannot be read is left out. */
  async of(jobId: string, most: number): Promise<readonly DeliveryRecord[]> {
    const names = await this.#deps.store.list(deliveryPrefix(jobId), { limit: most });
    const atATime = pLimit(READS_AT_A_TIME);
    const found = await Promise.all(
      names.map((name) =>
        atATime(async () => {
          const id = name.slice(deliveryPrefix(jobId).length);
          return (await this.read(jobId, id).catch(unreadableAsNone))?.delivery;
        }),
      ),
    );
    return found
      .filter((delivery) => delivery !== undefined)
      .sort((a, b) => b.createdMs - a.createdMs || (a.id < b.id ? -1 : 1));
  }

  /** Removes a record that nothing has changed for so long, unless it is to be delivered. */
  async discardOld(name: string, olderThanMs: number): Promise<boolean> {
    const object = await this.#deps.objects.get(name);
    if (!object || object.nowMs - object.updatedMs < olderThanMs) return false;
    if (decodeDelivery(object.bytes).state === 'pending') return false;
    return this.#deps.objects.discard(name, object.generation);
  }

  async #isOurs({ jobId, id, marker }: DeliveryRecord): Promise<boolean> {
    return (await this.read(jobId, id))?.delivery.marker === marker;
  }
}

function unreadableAsNone(error: unknown): undefined {
  if (!(error instanceof RecordUnreadable)) throw error;
  return undefined;
}
