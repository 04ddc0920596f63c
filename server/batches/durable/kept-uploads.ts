import type { Clock, EvictableObjects, ObjectStore } from '@shortfactory/core';
import { keepUploads } from '@shortfactory/jobs';
import type { BatchRecord, RowPlan } from './record.ts';

/** Well within the half day for which an object counts as young. */
const EVERY_MS = 6 * 60 * 60 * 1000;

export interface KeptUploadsDeps {
  readonly store: ObjectStore;
  /** Undefined where nothing is evicted. */
  readonly evictable?: EvictableObjects;
  readonly clock: Clock;
}

/** Uploads that rows of a batch name and no job names yet: they stay young while their rows wait. */
export class KeptUploads {
  readonly #deps: KeptUploadsDeps;
  readonly #lastMs = new Map<string, number>();

  constructor(deps: KeptUploadsDeps) {
    this.#deps = deps;
  }

  /** Looks at those of a batch that has not ended, a few times a day. Throws StorageFailed. */
  async keep({ id, rows }: BatchRecord, plans: readonly RowPlan[]): Promise<void> {
    const nowMs = this.#deps.clock.nowMs();
    if (nowMs - (this.#lastMs.get(id) ?? -Infinity) < EVERY_MS) return;
    const open = plans.filter((_, index) => isOpen(rows[index]?.state));
    await keepUploads(this.#deps, open);
    this.#lastMs.set(id, nowMs);
  }

  /** A batch that has ended. */
  forget(id: string): void {
    this.#lastMs.delete(id);
  }
}

function isOpen(state: BatchRecord['rows'][number]['state'] | undefined): boolean {
  return state === 'waiting' || state === 'taken';
}
