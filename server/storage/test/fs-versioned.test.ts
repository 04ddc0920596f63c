import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StorageFailed, StorageUnknown } from '@shortfactory/core';
import type { ObjectSource } from '@shortfactory/core';
import { expect } from 'chai';
import { FsVersionedObjects } from '../fs/versioned.ts';
import { TempFolder } from '../fs/temp.ts';
import { versionedObjectsContract } from '@shortfactory/testing/contracts/versioned-objects';
import { FsFolders, partsOn } from './fs-parts.ts';
import type { FsParts } from './fs-parts.ts';

const thrownBy = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('FsVersionedObjects', () => {
  const folders = new FsFolders();
  after(() => folders.remove());

  versionedObjectsContract('a folder', () => folders.make());

  /** Swaps `times` times in a row; returns the last generation. */
  async function swapOften({ versioned }: FsParts, name: string, times: number): Promise<string> {
    let generation = (await versioned.get(name))?.generation ?? null;
    for (let i = 0; i < times; i++) {
      const result = await versioned.swap(name, generation, Buffer.from(`text ${i}`));
      if (!result.swapped) throw new Error('lost without a rival');
      generation = result.generation;
    }
    return generation ?? '';
  }

  it('keeps a bounded number of files of an object that is changed without end', async () => {
    const parts = await folders.make();
    await swapOften(parts, 'jobs/a', 100);
    expect(await readdir(join(parts.root, 'jobs/a'))).to.have.length(16);
    expect(await readdir(join(parts.root, '.tmp'))).to.deep.equal([]);
  });

  it('leaves one empty folder of a removed object', async () => {
    const parts = await folders.make();
    const generation = await swapOften(parts, 'jobs/a', 30);
    await parts.versioned.discard('jobs/a', generation);
    expect(await readdir(join(parts.root, 'jobs/a'))).to.deep.equal(['g31.json']);
    expect(await readdir(join(parts.root, 'jobs/a/g31.json'))).to.deep.equal([]);
  });

  /** Writes `late` over the first generation: it looks, then `meanwhile` happens, then it links. */
  async function frozen(parts: FsParts, meanwhile: () => Promise<unknown>): Promise<unknown> {
    class FrozenTemp extends TempFolder {
      override async with<T>(source: ObjectSource, use: (path: string) => Promise<T>): Promise<T> {
        return super.with(source, async (path) => {
          await meanwhile();
          return use(path);
        });
      }
    }
    const writer = new FsVersionedObjects(parts.root, new FrozenTemp(join(parts.root, '.tmp')));
    const first = await swapOften(parts, 'jobs/a', 1);
    return writer.swap('jobs/a', first, Buffer.from('late')).catch((error: unknown) => error);
  }
  const textOf = async ({ versioned }: FsParts): Promise<string | undefined> => {
    const found = await versioned.get('jobs/a');
    return found && Buffer.from(found.bytes).toString();
  };

  for (const swaps of [1, 2, 15, 16, 17, 40]) {
    it(`never lets a writer win that was frozen for ${swaps} swaps`, async () => {
      const parts = await folders.make();
      const outcome = await frozen(parts, () => swapOften(parts, 'jobs/a', swaps));
      // Its generation's name is taken still, or was freed: then it cannot tell, and says so.
      if (swaps <= 16) expect(outcome).to.deep.equal({ swapped: false });
      else expect(outcome).to.be.instanceOf(StorageUnknown);
      expect(await textOf(parts)).to.equal(`text ${swaps - 1}`);
      await swapOften(parts, 'jobs/a', 1);
    });
  }

  it('never lets a writer win over a removal, nor over what was made again', async () => {
    const removed = await folders.make();
    const remove = async (parts: FsParts): Promise<void> => {
      const generation = await swapOften(parts, 'jobs/a', 1);
      expect(await parts.versioned.discard('jobs/a', generation)).to.equal(true);
    };
    expect(await frozen(removed, () => remove(removed))).to.be.instanceOf(StorageUnknown);
    expect(await textOf(removed)).to.equal(undefined);

    const again = await folders.make();
    const outcome = await frozen(again, async () => {
      await remove(again);
      await swapOften(again, 'jobs/a', 1);
    });
    expect(outcome).to.be.instanceOf(StorageUnknown);
    expect(await textOf(again)).to.equal('text 0');
  });

  it('does not doubt a swap that was overtaken a moment later', async () => {
    const parts = await folders.make();
    let generation = await swapOften(parts, 'jobs/a', 1);
    // Each is answered only after rivals have read it and moved on.
    for (let i = 0; i < 50; i++) {
      const [mine, rivals] = await Promise.all([
        parts.versioned.swap('jobs/a', generation, Buffer.from('mine')),
        Promise.all([swapIfFree(parts), swapIfFree(parts)]),
      ]);
      expect([mine.swapped, ...rivals].filter(Boolean).length).to.be.at.least(1);
      generation = (await parts.versioned.get('jobs/a'))?.generation ?? '';
    }
  });

  async function swapIfFree({ versioned }: FsParts): Promise<boolean> {
    const found = await versioned.get('jobs/a');
    return (await versioned.swap('jobs/a', found?.generation ?? null, Buffer.from('rival'))).swapped;
  }

  it('does not see unfinished files', async () => {
    const parts = await folders.make();
    await swapOften(parts, 'jobs/a', 1);
    await writeFile(join(parts.root, '.tmp', '999999999-killed'), 'half of a j');
    await writeFile(join(parts.root, 'jobs/a', 'g2.json.part'), 'half of a j');
    const found = await parts.versioned.get('jobs/a');
    expect(Buffer.from(found?.bytes ?? []).toString()).to.equal('text 0');
    expect(await parts.objects.list('', { limit: 10 })).to.deep.equal(['jobs/a']);
  });

  it('takes the folder of an object that was never finished for none', async () => {
    const parts = await folders.make();
    await mkdir(join(parts.root, 'jobs/a'), { recursive: true });
    expect(await parts.versioned.get('jobs/a')).to.equal(undefined);
    expect(await parts.objects.list('jobs/', { limit: 10 })).to.deep.equal([]);
    await swapOften(parts, 'jobs/a', 1);
  });

  it('names the folder when it is a file', async () => {
    const { root } = await folders.make();
    await mkdir(join(root, '..'), { recursive: true });
    await writeFile(root, '');
    const { versioned } = partsOn(root);
    const attempts = [
      () => versioned.get('a'),
      () => versioned.swap('a', null, Buffer.alloc(1)),
      () => versioned.discard('a', '1'),
    ];
    for (const attempt of attempts)
      expect(await thrownBy(attempt()))
        .to.be.instanceOf(StorageFailed)
        .with.property('message')
        .that.contains(root);
  });
});
