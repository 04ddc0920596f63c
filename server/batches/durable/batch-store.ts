import { RecordUnreadable, changeObject } from '@shortfactory/core';
import type { Clock, ObjectStore, VersionedObjects } from '@shortfactory/core';
import { batchName, plansName } from './names.ts';
import { decodeBatch, decodePlans, encodeBatch, encodePlans } from './record.ts';
import type { BatchRecord, RowPlan } from './record.ts';

export interface BatchStoreDeps {
  readonly store: ObjectStore;
  readonly objects: VersionedObjects;
  readonly clock: Clock;
}

/** Lists of rows kept as they were last read: up to some MB each. */
const MOST_KNOWN = 4;

/** Batches: a record each, changed by compare-and-swap, and what its rows ask for, which never changes. */
export class BatchStore {
  readonly #deps: BatchStoreDeps;
  readonly #known = new Map<string, readonly RowPlan[]>();

  constructor(deps: BatchStoreDeps) {
    this.#deps = deps;
  }

  async read(id: string): Promise<BatchRecord | undefined> {
    const object = await this.#deps.objects.get(batchName(id));
    return object && decodeBatch(object.bytes);
  }

  /** What the rows ask for, in their order. Throws RecordUnreadable, StorageFailed. */
  async plans(record: Pick<BatchRecord, 'id' | 'contentHash'>): Promise<readonly RowPlan[]> {
    const name = plansName(record);
    const known = this.#known.get(name);
    if (known) return known;
    const bytes = await this.#deps.store.read(name);
    if (!bytes) throw new RecordUnreadable('The list of a batch’s rows is gone.');
    const plans = decodePlans(bytes);
    this.#known.set(name, plans);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST_KNOWN && oldest !== undefined) this.#known.delete(oldest);
    return plans;
  }

  async keepPlans(record: BatchRecord, plans: readonly RowPlan[]): Promise<void> {
    await this.#deps.store.create(plansName(record), { bytes: encodePlans(plans) });
  }

  /** Makes the record unless there is one; returns what stands then. */
  async create(record: BatchRecord): Promise<BatchRecord> {
    let standing = record;
    await changeObject(this.#deps, batchName(record.id), (object) => {
      standing = object ? decodeBatch(object.bytes) : record;
      return object ? undefined : encodeBatch(record);
    });
    return standing;
  }

  /**
   * Changes a batch whatever happens to it meanwhile; returns what stands then, also where `next` leaves it as it is.
   * `next` may be called again after its own change, and must leave that. Throws StorageFailed, StorageUnknown, and what
   * `next` throws.
   */
  async change(
    id: string,
    next: (record: BatchRecord) => BatchRecord | undefined,
  ): Promise<BatchRecord | undefined> {
    let standing: BatchRecord | undefined;
    await changeObject(this.#deps, batchName(id), (object) => {
      const record = object && decodeBatch(object.bytes);
      const changed = record && next(record);
      standing = changed ?? record;
      return changed && changed !== record ? encodeBatch(changed) : undefined;
    });
    return standing;
  }
}
