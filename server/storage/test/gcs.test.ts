import { deliveryContract } from '@shortfactory/testing/contracts/delivery';
import { objectStoreContract } from '@shortfactory/testing/contracts/object-store';
import { versionedObjectsContract } from '@shortfactory/testing/contracts/versioned-objects';
import { FakeGcs } from '@shortfactory/testing/fakes/gcs/server';
import { partsAt } from './gcs-parts.ts';
import type { GcsParts } from './gcs-parts.ts';

const CALM = { attempts: 3, pauseMs: 10, answerMs: 20_000, idleMs: 20_000 };

describe('Cloud Storage', () => {
  let fake: FakeGcs;
  before(async () => {
    fake = await FakeGcs.start();
  });
  after(() => fake.stop());

  const emptyBucket = async (): Promise<GcsParts> => {
    fake.reset();
    return partsAt(fake.url, fake.name, CALM);
  };
  objectStoreContract('a bucket', async () => (await emptyBucket()).objects);
  versionedObjectsContract('a bucket', emptyBucket);
  deliveryContract('a bucket', emptyBucket);

  describe('with pages of three names', () => {
    objectStoreContract('a bucket', async () => {
      const { objects } = await emptyBucket();
      fake.pageSize = 3;
      return objects;
    });
  });
});
