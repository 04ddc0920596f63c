import { execFile } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { FakeGcs } from '@shortfactory/testing/fakes/gcs/server';
import { builtProgram } from '@shortfactory/testing/support/build-once';

const MIB = 1024 * 1024;

describe('Cloud Storage with a video of 200 MiB', () => {
  let fake: FakeGcs;
  let folder: string;
  before(async () => {
    fake = await FakeGcs.start();
    folder = await mkdtemp(join(tmpdir(), 'gcs-large-'));
  });
  after(async () => {
    await fake.stop();
    await rm(folder, { recursive: true });
  });

  // In a process of its own: here the fake keeps whole objects in memory.
  it('never holds it in memory, neither sending nor fetching', async function () {
    this.timeout(60_000);
    const path = join(folder, 'video');
    const file = await open(path, 'w');
    const piece = Buffer.alloc(MIB);
    // Once random and then numbered: no two pieces are the same.
    randomFillSync(piece);
    for (let pieces = 0; pieces < 200; pieces += 1) {
      piece.writeUInt32LE(pieces);
      await file.write(piece);
    }
    await file.close();
    const args = [await builtProgram('gcs-large'), fake.url, fake.name, path];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    expect(Number(stdout)).to.be.below(100);
  });
});
