import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect } from 'chai';
import { deliveryContract } from '@shortfactory/testing/contracts/delivery';
import type { DeliveryParts } from '@shortfactory/testing/contracts/delivery';
import { FsFolders } from './fs-parts.ts';

type Parts = DeliveryParts & { readonly root: string };

describe('FsDelivery', () => {
  const folders = new FsFolders();
  after(() => folders.remove());

  deliveryContract('a folder', () => folders.make());

  it('has no links and takes uploads itself', async () => {
    const { delivery, objects }: Parts = await folders.make();
    await objects.create('a.mp4', { bytes: Buffer.from('a') });
    expect(await delivery.link('a.mp4', { seconds: 60 })).to.equal(undefined);
    const target = await delivery.uploadTarget('uploads/a', { contentType: 'image/png', bytes: 10 });
    expect(target).to.deep.equal({ headers: { 'content-type': 'image/png' } });
  });

  it('tells the type of an upload by its first bytes, whatever was said', async () => {
    const { delivery }: Parts = await folders.make();
    await delivery.receive('uploads/a', Readable.from(['<html>']), 100, 'image/png');
    expect((await delivery.stat('uploads/a'))?.contentType).to.equal('application/octet-stream');
  });

  it('leaves no files open or unfinished', async function () {
    const { delivery, objects, root }: Parts = await folders.make();
    if (process.platform !== 'linux') return this.skip();
    await objects.create('a', { bytes: Buffer.alloc(1_000_000) });
    const openFiles = async (): Promise<number> => (await readdir('/proc/self/fd')).length;
    const before = await openFiles();
    for (let i = 0; i < 20; i++) {
      const stream = (await delivery.open('a')) as Readable;
      stream.destroy();
      await new Promise((resolve) => stream.once('close', resolve));
      await delivery.open('a', { first: 2_000_000, last: 3_000_000 }).catch(() => undefined);
      await delivery.receive('b', Readable.from([Buffer.alloc(2)]), 1, 'image/png').catch(() => undefined);
    }
    expect(await openFiles()).to.be.at.most(before + 1);
    expect(await readdir(join(root, '.tmp'))).to.deep.equal([]);
  });
});
