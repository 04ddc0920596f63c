import { buffer } from 'node:stream/consumers';
import { StorageFailed, StorageUnknown } from '@shortfactory/core';
import type { SwapResult, VersionedObject, VersionedObjects } from '@shortfactory/core';
import type { GcsBucket } from './bucket.ts';
import { NOT_DONE, outcomeOf } from './failure.ts';
import type { GcsOutcome } from './failure.ts';
import { patiently, within } from './patience.ts';
import { openObject } from './read.ts';
import { newWriteId, putBytes } from './write.ts';

const GENERATION = /^[1-9]\d{0,18}$/;
const GET_ATTEMPTS = 10;
/** What certainly did nothing and may pass: one object takes about one write a second. */
const NOT_YET: readonly GcsOutcome[] = ['busy', 'unsent'];

/**
 * Versioned objects in a bucket: a swap is an upload with `ifGenerationMatch`, sent once. So a 412 says that another
 * generation stands there, never that one's own write came first and its answer was lost: that is StorageUnknown.
 */
export class GcsVersionedObjects implements VersionedObjects {
  readonly #bucket: GcsBucket;

  constructor(bucket: GcsBucket) {
    this.#bucket = bucket;
  }

  async get(name: string): Promise<VersionedObject | undefined> {
    for (let attempt = 0; attempt < GET_ATTEMPTS; attempt++) {
      const found = await this.#bucket.head(name);
      if (!found) return undefined;
      const { generation, updatedMs, nowMs } = found;
      const bytes = await this.#bucket.ifPresent(async () => {
        const stream = await openObject(this.#bucket, name, { generation });
        return stream && buffer(stream);
      });
      // Without its bytes it was replaced between the two requests.
      if (bytes) return { bytes, generation, updatedMs, nowMs };
    }
    throw new StorageFailed(`${name} changes faster than it can be read; try again.`);
  }

  async swap(name: string, expected: string | null, bytes: Uint8Array): Promise<SwapResult> {
    this.#bucket.file(name);
    if (expected !== null && !GENERATION.test(expected)) return { swapped: false };
    const write = {
      name,
      contentType: 'application/json',
      ifGeneration: expected ?? '0',
      writeId: newWriteId(),
    };
    const made = await this.#once(name, () => putBytes(this.#bucket, write, bytes));
    return made
      ? { swapped: true, generation: made.generation, updatedMs: made.updatedMs }
      : { swapped: false };
  }

  async discard(name: string, generation: string): Promise<boolean> {
    const file = this.#bucket.file(name);
    if (!GENERATION.test(generation)) return false;
    const done = await this.#once(name, () =>
      within(this.#bucket.patience.answerMs, file.delete({ ifGenerationMatch: generation })),
    );
    return done !== undefined;
  }

  /** What a conditional request gives, or undefined when its condition does not hold. */
  async #once<T>(name: string, act: () => Promise<T>): Promise<T | undefined> {
    try {
      return await patiently(this.#bucket.patience, act, NOT_YET);
    } catch (cause) {
      const outcome = outcomeOf(cause);
      if (outcome === 'precondition' || outcome === 'absent') return undefined;
      const failure = this.#bucket.failure(cause);
      if (NOT_DONE.includes(outcome)) throw failure;
      throw new StorageUnknown(`Whether ${name} was written is not known; read it to see.`, {
        cause: failure,
      });
    }
  }
}
