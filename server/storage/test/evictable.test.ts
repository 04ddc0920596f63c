import { link, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { FsEvictableObjects } from '../fs/evictable.ts';
import { FsObjectStore } from '../fs/objects.ts';
import { evictableObjectsContract } from '@shortfactory/testing/contracts/evictable-objects';
import { FakeGcs } from '@shortfactory/testing/fakes/gcs/server';
import { partsAt } from './gcs-parts.ts';

const folders: string[] = [];
async function onDisk(): Promise<{ folder: string; objects: FsObjectStore; evictable: FsEvictableObjects }> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-'));
  folders.push(folder);
  return { folder, objects: new FsObjectStore(folder), evictable: new FsEvictableObjects(folder) };
}
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

evictableObjectsContract('a disk', onDisk);

describe('a touch on a disk', () => {
  it('leaves the time of what was published from the same file', async () => {
    const { folder, objects, evictable } = await onDisk();
    await objects.create('artifacts/a', { bytes: Buffer.from('video') });
    await link(join(folder, 'artifacts/a'), join(folder, 'published'));
    const before = await stat(join(folder, 'published'));
    await new Promise((resolve) => setTimeout(resolve, 8));
    await evictable.touch('artifacts/a');
    const after = await stat(join(folder, 'published'));
    expect([after.mtimeMs, after.ino]).to.deep.equal([before.mtimeMs, before.ino]);
  });
});

describe('over Cloud Storage', () => {
  let fake: FakeGcs;
  before(async () => (fake = await FakeGcs.start()));
  after(() => fake.stop());
  evictableObjectsContract('a bucket', async () => {
    fake.reset();
    return partsAt(fake.url, fake.name);
  });
});
