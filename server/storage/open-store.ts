import { resolve } from 'node:path';
import type { Config } from '@shortfactory/config';
import { ConfigInvalid } from '@shortfactory/core';
import type { Delivery, EvictableObjects, ObjectStore, VersionedObjects } from '@shortfactory/core';
import { FsDelivery } from './fs/delivery.ts';
import { FsEvictableObjects } from './fs/evictable.ts';
import { FsVersionedObjects } from './fs/versioned.ts';
import { FsObjectStore } from './fs/objects.ts';

export interface Store {
  readonly objects: ObjectStore;
  readonly versioned: VersionedObjects;
  readonly delivery: Delivery;
  readonly evictable: EvictableObjects;
}

export type StoreConfig = Pick<
  Config,
  'STORAGE' | 'DATA_DIR' | 'GCS_BUCKET_NAME' | 'GCP_PROJECT_ID' | 'STORAGE_EMULATOR_HOST'
>;

/**
 * The four ports over one folder or one bucket. Asks nothing of the disk or the network; the Google client is loaded
 * only for STORAGE=gcs.
 */
export async function openStore(config: StoreConfig): Promise<Store> {
  if (config.STORAGE === 'fs') {
    const root = resolve(config.DATA_DIR);
    return {
      objects: new FsObjectStore(root),
      versioned: new FsVersionedObjects(root),
      delivery: new FsDelivery(root),
      evictable: new FsEvictableObjects(root),
    };
  }
  const { GCS_BUCKET_NAME: name, GCP_PROJECT_ID: projectId, STORAGE_EMULATOR_HOST: emulator } = config;
  if (name === undefined) throw new ConfigInvalid('GCS_BUCKET_NAME: is needed with STORAGE=gcs');
  const [
    { openBucket },
    { GcsObjectStore },
    { GcsVersionedObjects },
    { GcsDelivery },
    { GcsEvictableObjects },
  ] = await Promise.all([
    import('./gcs/client.ts'),
    import('./gcs/objects.ts'),
    import('./gcs/versioned.ts'),
    import('./gcs/delivery.ts'),
    import('./gcs/evictable.ts'),
  ]);
  const bucket = openBucket({
    bucket: name,
    ...(projectId === undefined ? {} : { projectId }),
    ...(emulator === undefined ? {} : { emulator }),
  });
  return {
    objects: new GcsObjectStore(bucket),
    versioned: new GcsVersionedObjects(bucket),
    delivery: new GcsDelivery(bucket, { signs: emulator === undefined }),
    evictable: new GcsEvictableObjects(bucket),
  };
}
