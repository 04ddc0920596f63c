import { Readable } from 'node:stream';
import { expect } from 'chai';
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

  it('sends bytes of its own to the store itself, and browsers where an emulator says', async () => {
    const { delivery } = await emptyBucket();
    fake.externalUrl = 'http://store.invalid:4443';
    await delivery.receive('uploads/a.png', Readable.from([Buffer.from('bytes')]), 100, 'image/png');
    expect(await delivery.stat('uploads/a.png')).to.include({ bytes: 5, contentType: 'image/png' });
    const { url } = await delivery.uploadTarget('uploads/b.png', { contentType: 'image/png', bytes: 5 });
    expect(new URL(url ?? '').origin).to.equal('http://store.invalid:4443');
  });

  describe('with pages of three names', () => {
    objectStoreContract('a bucket', async () => {
      const { objects } = await emptyBucket();
      fake.pageSize = 3;
      return objects;
    });
  });
});
