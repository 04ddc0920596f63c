import type { EvictableObjects, ObjectInfo } from '@shortfactory/core';
import type { GcsBucket } from './bucket.ts';
import { outcomeOf } from './failure.ts';
import { within } from './patience.ts';

/** Metadata key of the time at which an object was last used. */
const USED = 'shortfactory-used';

/**
 * Objects of a bucket. A touch changes the metadata and with it the metageneration, which an eviction wants to be the
 * one that it saw.
 */
export class GcsEvictableObjects implements EvictableObjects {
  readonly #bucket: GcsBucket;

  constructor(bucket: GcsBucket) {
    this.#bucket = bucket;
  }

  async touch(name: string): Promise<boolean> {
    const file = this.#bucket.file(name);
    const done = await this.#bucket.ifPresent(async () => {
      const metadata = { [USED]: new Date().toISOString() };
      await within(this.#bucket.patience.answerMs, file.setMetadata({ metadata }));
      return true;
    });
    return done ?? false;
  }

  async evict({ name, updatedMs }: ObjectInfo): Promise<boolean> {
    const file = this.#bucket.file(name);
    const { answerMs } = this.#bucket.patience;
    const done = await this.#bucket.ifPresent(async () => {
      const [metadata] = await within(answerMs, file.getMetadata());
      if (this.#bucket.describe(metadata).updatedMs !== updatedMs) return false;
      const { generation = '', metageneration = '' } = metadata;
      const conditions = { ifGenerationMatch: generation, ifMetagenerationMatch: metageneration };
      return within(answerMs, file.delete(conditions)).then(
        () => true,
        (cause: unknown) => {
          if (outcomeOf(cause) === 'precondition') return false;
          throw cause;
        },
      );
    });
    return done ?? false;
  }
}
