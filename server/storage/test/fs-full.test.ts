import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { StorageFailed } from '@shortfactory/core';
import { expect } from 'chai';
import { partsOn } from './fs-parts.ts';
import type { FsParts } from './fs-parts.ts';

const KIB = 1024;

/** A disk of memory, or undefined where none may be mounted. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'fs-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    return undefined;
  }
}

describe('a folder on a full disk (of memory; needs root on Linux)', () => {
  let disk: string | undefined;
  let parts: FsParts;

  before(function () {
    disk = smallDisk();
    if (disk !== undefined) return;
    console.log('      no disk of memory could be mounted here: folders on full disks were not tried');
    this.skip();
  });
  beforeEach(() => {
    parts = partsOn(join(disk ?? '', 'data'));
  });
  afterEach(() => Promise.all([rm(join(disk ?? '', 'data'), { recursive: true }), free()]));
  after(async () => {
    if (disk === undefined) return;
    execFileSync('umount', [disk]);
    await rmdir(disk);
  });

  const ballast = (): string => join(disk ?? '', 'ballast');
  const free = (): Promise<void> => rm(ballast(), { force: true });
  /** Until nothing more goes in. */
  async function fill(): Promise<void> {
    const more = Buffer.alloc(4 * KIB);
    for (;;) {
      try {
        await writeFile(ballast(), more, { flag: 'a' });
      } catch {
        return;
      }
    }
  }

  async function refuses(act: () => Promise<unknown>): Promise<void> {
    const error = await act().then(
      () => undefined,
      (cause: unknown) => cause,
    );
    const sentence = `The folder ${parts.root} has no space left; free some or choose a folder on another disk.`;
    expect(error).to.be.instanceOf(StorageFailed).with.property('message', sentence);
    expect(await readdir(join(parts.root, '.tmp'))).to.deep.equal([]);
  }

  it('keeps what stands, says that it is full, and takes the same change once there is space', async () => {
    const { versioned } = parts;
    const first = await versioned.swap('jobs/a', null, Buffer.from('first'));
    if (!first.swapped) throw new Error('lost without a rival');
    await fill();
    const larger = Buffer.alloc(20 * KIB, 'x');
    await refuses(() => versioned.swap('jobs/a', first.generation, larger));
    await refuses(() => versioned.swap('jobs/b', null, larger));
    expect(Buffer.from((await versioned.get('jobs/a'))?.bytes ?? []).toString()).to.equal('first');
    expect(await versioned.get('jobs/b')).to.equal(undefined);
    await free();
    expect(await versioned.swap('jobs/a', first.generation, larger)).to.have.property('swapped', true);
    expect(await versioned.swap('jobs/b', null, larger)).to.have.property('swapped', true);
  });

  it('can still remove an object, which frees its space', async () => {
    const { versioned, objects } = parts;
    const made = await versioned.swap('jobs/a', null, Buffer.alloc(40 * KIB));
    if (!made.swapped) throw new Error('lost without a rival');
    await fill();
    expect(await versioned.discard('jobs/a', made.generation)).to.equal(true);
    expect(await objects.create('b', { bytes: Buffer.alloc(20 * KIB) })).to.equal(true);
  });

  it('keeps nothing of an upload that does not fit, and delivers what stands', async () => {
    const { delivery, objects } = parts;
    await objects.create('artifacts/a.mp4', { bytes: Buffer.alloc(60 * KIB, 'v') });
    await fill();
    const upload = (): Readable => Readable.from([Buffer.alloc(30 * KIB), Buffer.alloc(30 * KIB)]);
    await refuses(() => delivery.receive('uploads/a', upload(), 100 * KIB));
    expect(await delivery.stat('uploads/a')).to.equal(undefined);
    const published = await delivery.publish('artifacts/a.mp4', 'videos/a.mp4');
    expect(published.bytes).to.equal(60 * KIB);
    await free();
    await delivery.receive('uploads/a', upload(), 100 * KIB);
    expect((await delivery.stat('uploads/a'))?.bytes).to.equal(60 * KIB);
  });
});
