import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StorageFailed } from '@shortfactory/core';
import { expect } from 'chai';
import { FsObjectStore } from '../fs/objects.ts';
import { objectStoreContract } from '@shortfactory/testing/contracts/object-store';

const folders: string[] = [];
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fs-store-'));
  folders.push(folder);
  return folder;
}
const bytes = Buffer.from('content');
const thrownBy = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

/** A disk of its own; false where this user may not mount one. */
function mount(folder: string, options: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('FsObjectStore', () => {
  after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

  objectStoreContract(
    'a folder',
    async () => new FsObjectStore(join(await newFolder(), 'made', 'when', 'needed')),
  );

  it('leaves nothing but its objects behind', async () => {
    const root = await newFolder();
    const store = new FsObjectStore(root);
    await Promise.all([store.create('a/b', { bytes }), store.create('a/b', { bytes })]);
    await thrownBy(store.create('a/c', { file: join(root, 'none') }));
    expect(await readdir(join(root, '.tmp'))).to.deep.equal([]);
    expect(await readdir(join(root, 'a'))).to.deep.equal(['b']);
  });

  it('is seen by another store on the same folder', async () => {
    const root = await newFolder();
    await new FsObjectStore(root).create('a', { bytes });
    expect(await new FsObjectStore(root).create('a', { bytes: Buffer.from('other') })).to.equal(false);
  });

  it('says so when a name is the folder of others', async () => {
    const store = new FsObjectStore(await newFolder());
    await store.create('a/b', { bytes });
    expect(await thrownBy(store.create('a', { bytes }))).to.be.instanceOf(StorageFailed);
    expect(await thrownBy(store.create('a/b/c', { bytes }))).to.be.instanceOf(StorageFailed);
    expect(await store.head('a')).to.equal(undefined);
    expect(await store.head('a/b/c')).to.equal(undefined);
  });

  it('does not write over a file when it downloads', async () => {
    const root = await newFolder();
    const store = new FsObjectStore(root);
    await store.create('a', { bytes });
    await writeFile(join(root, 'mine'), 'mine');
    expect(await thrownBy(store.download('a', join(root, 'mine')))).to.be.instanceOf(StorageFailed);
    expect((await stat(join(root, 'mine'))).size).to.equal(4);
  });

  it('sweeps what dead processes left more than a day ago, and only that', async () => {
    const root = await newFolder();
    const temp = join(root, '.tmp');
    await mkdir(temp);
    const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1000);
    // No process has a number this high: Linux stops at 4194304.
    const [dead, alive, fresh] = ['999999999-old', `${process.pid}-old`, '999999999-new'];
    for (const name of [dead, alive, fresh]) await writeFile(join(temp, name), '');
    for (const name of [dead, alive]) await utimes(join(temp, name), longAgo, longAgo);
    await new FsObjectStore(root).create('a', { bytes });
    expect((await readdir(temp)).sort()).to.deep.equal([alive, fresh].sort());
  });

  it('names the folder when it is a file', async () => {
    const root = join(await newFolder(), 'file');
    await writeFile(root, '');
    const store = new FsObjectStore(root);
    const attempts = [
      () => store.create('a', { bytes }),
      () => store.read('a'),
      () => store.list('', { limit: 1 }),
    ];
    for (const attempt of attempts) {
      expect(await thrownBy(attempt()))
        .to.be.instanceOf(StorageFailed)
        .with.property(
          'message',
          `The folder ${root} cannot hold files, because a file stands where a folder is needed; choose another folder.`,
        );
    }
  });

  it('names the folder when it cannot be written', async () => {
    const root = await newFolder();
    // Permissions do not bind root: there the folder is on a read-only disk instead.
    const isRoot = process.getuid?.() === 0;
    const mounted = isRoot && mount(root, 'ro');
    if (!isRoot) await chmod(root, 0o555);
    try {
      expect(await thrownBy(new FsObjectStore(root).create('a', { bytes })))
        .to.be.instanceOf(StorageFailed)
        .with.property('message')
        .that.matches(
          isRoot ? /^The folder \S+ is on a read-only disk; / : /^The folder \S+ is closed to this user; /,
        )
        .and.contains(root);
    } finally {
      if (mounted) execFileSync('umount', [root]);
      else await chmod(root, 0o755);
    }
  });

  it('names a full disk and leaves no part of an object on it (skipped where no small disk can be mounted)', async function () {
    const root = await newFolder();
    if (!mount(root, 'size=256k')) return this.skip();
    try {
      const store = new FsObjectStore(root);
      await store.create('small', { bytes });
      const large = join(await newFolder(), 'large');
      await writeFile(large, Buffer.alloc(2_000_000));
      for (const source of [{ bytes: Buffer.alloc(2_000_000) }, { file: large }]) {
        expect(await thrownBy(store.create('large', source)))
          .to.be.instanceOf(StorageFailed)
          .with.property(
            'message',
            `The folder ${root} has no space left; free some or choose a folder on another disk.`,
          );
        expect(await store.head('large')).to.equal(undefined);
        expect(await readdir(join(root, '.tmp'))).to.deep.equal([]);
      }
      expect(await store.create('small2', { bytes })).to.equal(true);
    } finally {
      execFileSync('umount', [root]);
    }
  });
});
