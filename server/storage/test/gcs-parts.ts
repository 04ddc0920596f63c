import { openBucket } from '../gcs/client.ts';
import { GcsDelivery } from '../gcs/delivery.ts';
import { GcsEvictableObjects } from '../gcs/evictable.ts';
import type { Patience } from '../gcs/patience.ts';
import { GcsVersionedObjects } from '../gcs/versioned.ts';
import { GcsObjectStore } from '../gcs/objects.ts';

export interface GcsParts {
  readonly objects: GcsObjectStore;
  readonly versioned: GcsVersionedObjects;
  readonly delivery: GcsDelivery;
  readonly evictable: GcsEvictableObjects;
}

/** As in earnest, only that nobody waits so long. */
export const SHORT_PATIENCE: Patience = { attempts: 3, pauseMs: 10, answerMs: 700, idleMs: 700 };

/** The adapters over a bucket behind an address where nobody signs in, by the real client. */
export function partsAt(emulator: string, bucket: string, patience: Patience = SHORT_PATIENCE): GcsParts {
  const opened = openBucket({ bucket, emulator, patience, projectId: 'test' });
  return {
    objects: new GcsObjectStore(opened),
    versioned: new GcsVersionedObjects(opened),
    delivery: new GcsDelivery(opened, { signs: false }),
    evictable: new GcsEvictableObjects(opened),
  };
}
