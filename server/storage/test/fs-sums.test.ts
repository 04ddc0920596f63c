import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { ObjectDamaged } from '@shortfactory/core';
import { expect } from 'chai';
import { FsEvictableObjects } from '../fs/evictable.ts';
import { FsFolders } from './fs-parts.ts';
import type { FsParts } from './fs-parts.ts';

const NAME = 'artifacts/compose/a.mp4';
const CONTENT = Buffer.from('What was stored, to the last letter.');

async function outcome(work: Promise<unknown>): Promise<unknown> {
  return work.catch((error: unknown) => error);
}

describe('an object on a disk', () => {
  const folders = new FsFolders();
  after(() => folders.remove());
  let store: FsParts;
  let file: string;
  let copy: string;
  beforeEach(async () => {
    store = await folders.make();
    file = join(store.root, NAME);
    copy = join(store.root, '..', 'copy');
    await store.objects.create(NAME, { bytes: CONTENT });
  });

  const changes: Readonly<Record<string, () => Promise<void>>> = {
    'was cut': () => truncate(file, 10),
    'was emptied': () => truncate(file, 0),
    'was changed': () => writeFile(file, 'What was stored, to the last lettuce'),
    'has grown': () => writeFile(file, Buffer.concat([CONTENT, CONTENT])),
  };
  for (const [how, change] of Object.entries(changes)) {
    it(`is not given out when it ${how}`, async () => {
      await change();
      expect(await outcome(store.objects.read(NAME))).to.be.instanceOf(ObjectDamaged);
      expect(await outcome(store.objects.download(NAME, copy))).to.be.instanceOf(ObjectDamaged);
      expect(await outcome(readFile(copy)), 'nothing is left of it').to.have.property('code', 'ENOENT');
      const isShown = how !== 'was changed';
      expect((await store.objects.head(NAME))?.damaged, 'its length').to.equal(isShown ? true : undefined);
      expect((await store.delivery.stat(NAME))?.damaged).to.equal(isShown ? true : undefined);
    });
  }

  it('is the new one, with a sum of its own, when it was removed and made again', async () => {
    await truncate(file, 10);
    await store.objects.remove(NAME);
    const other = Buffer.from('Something else.');
    await store.objects.create(NAME, { bytes: other });
    expect(Buffer.from((await store.objects.read(NAME)) ?? '').equals(other)).to.equal(true);
    await truncate(file, 3);
    expect(await outcome(store.objects.read(NAME))).to.be.instanceOf(ObjectDamaged);
  });

  it('keeps its sum when it is touched, and loses it when it is evicted', async () => {
    const evictable = new FsEvictableObjects(store.root);
    await evictable.touch(NAME);
    expect(Buffer.from((await store.objects.read(NAME)) ?? '').equals(CONTENT)).to.equal(true);
    const seen = await store.objects.head(NAME);
    if (seen) await evictable.evict(seen);
    expect(await outcome(readFile(join(store.root, '.sums', NAME)))).to.have.property('code', 'ENOENT');
  });

  it('has a sum, too, when it was uploaded, published or made from a file', async () => {
    await store.delivery.receive(
      'uploads/u',
      Readable.from([CONTENT.subarray(0, 5), CONTENT.subarray(5)]),
      1000,
    );
    const published = await store.delivery.publish(NAME, 'videos/v/1-a.mp4');
    await writeFile(copy, CONTENT);
    await store.objects.create('artifacts/compose/b', { file: copy });
    const sums = await Promise.all(
      [NAME, 'uploads/u', 'videos/v/1-a.mp4', 'artifacts/compose/b'].map((name) =>
        readFile(join(store.root, '.sums', name), 'utf8'),
      ),
    );
    expect(new Set(sums).size).to.equal(1);
    expect(sums[0]).to.equal(`${CONTENT.length} ${published.crc32c}\n`);
  });

  it('of an earlier version, or with a spoiled sum, is given out as it stands', async () => {
    const old = join(store.root, 'artifacts/compose/old');
    await writeFile(old, CONTENT);
    expect(await store.objects.head('artifacts/compose/old')).to.include({ bytes: CONTENT.length });
    expect(Buffer.from((await store.objects.read('artifacts/compose/old')) ?? '').equals(CONTENT)).to.equal(
      true,
    );
    const sum = join(store.root, '.sums', NAME);
    for (const spoiled of ['', '36', `${CONTENT.length} `, 'x y\n']) {
      await mkdir(dirname(sum), { recursive: true });
      await writeFile(sum, spoiled);
      expect(Buffer.from((await store.objects.read(NAME)) ?? '').equals(CONTENT)).to.equal(true);
    }
  });
});
