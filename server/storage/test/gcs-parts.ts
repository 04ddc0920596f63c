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

/** As in production, with shorter waits. */
export const SHORT_PATIENCE: Patience = { attempts: 3, pauseMs: 10, answerMs: 700, idleMs: 700 };

/** The adapters over an emulator's bucket without authentication, by the real client. */
export function partsAt(emulator: string, bucket: string, patience: Patience = SHORT_PATIENCE): GcsParts {
  const opened = openBucket({ bucket, emulator, patience, projectId: 'test' });
  return {
    objects: new GcsObjectStore(opened),
    versioned: new GcsVersionedObjects(opened),
    delivery: new GcsDelivery(opened, { signs: false }),
    evictable: new GcsEvictableObjects(opened),
  };
}
