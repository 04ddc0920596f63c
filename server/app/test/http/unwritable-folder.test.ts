import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobListJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { storeDone, storeJobs } from '@shortfactory/testing/jobs/stored-jobs';
import { serveDataFolder } from './support/data-folder.ts';
import type { ServedApp } from './support/served-app.ts';

const UNPRIVILEGED_UID = 65_534;
const isRoot = process.getuid?.() === 0;

function mount(...options: string[]): boolean {
  try {
    execFileSync('mount', options, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Writes until the disk takes no more. */
async function fill(folder: string, bytes: number): Promise<void> {
  for (let n = 0; ; n++) {
    try {
      await writeFile(join(folder, `filler-${n}`), Buffer.alloc(bytes));
    } catch {
      return;
    }
  }
}

/** How a disk stops taking writes: its mount options, and what is done once the videos are on it. */
const DISKS: readonly [what: string, options: string, spoil: (folder: string) => Promise<void>][] = [
  [
    'that is read-only',
    'size=4m',
    async (folder) => void execFileSync('mount', ['-o', 'remount,ro', folder], { stdio: 'ignore' }),
  ],
  ['that is full', 'size=1m', (folder) => fill(folder, 4096)],
  ['without inodes', 'size=4m,nr_inodes=100', (folder) => fill(folder, 0)],
];

describe('a data folder on a disk', () => {
  for (const [what, options, spoil] of DISKS) {
    describe(what, () => {
      let folder: string;
      let mounted: boolean;
      let app: ServedApp;
      let done: string;
      let others: readonly string[];

      before(async () => {
        folder = await mkdtemp(join(tmpdir(), 'unwritable-'));
        mounted = isRoot && mount('-t', 'tmpfs', '-o', options, 'tmpfs', folder);
        others = (await storeJobs(folder, 'local', 6, { layout: 'flat' })).ids;
        done = await storeDone(folder, 'local');
        if (mounted) await spoil(folder);
        else {
          // Where no disk can be mounted: a folder that this user may not write, which does not stop root.
          execFileSync('chmod', ['-R', 'a-w', folder]);
          await chmod(folder, 0o555);
          if (isRoot) process.seteuid?.(UNPRIVILEGED_UID);
        }
        app = await serveDataFolder(folder);
      });
      after(async () => {
        if (!mounted && isRoot) process.seteuid?.(0);
        await app.stop();
        if (mounted) execFileSync('umount', [folder]);
        else execFileSync('chmod', ['-R', 'u+w', folder]);
        await rm(folder, { recursive: true });
      });

      it('takes no more bytes', async () => {
        const more = writeFile(join(folder, 'more'), Buffer.alloc(4096));
        expect(await more.catch((error: unknown) => error)).to.be.instanceOf(Error);
      });

      it('answers for its videos as always', async () => {
        for (let round = 0; round < 2; round++) {
          const list = (await (await app.fetch('/api/videos?limit=4')).json()) as JobListJson;
          expect(list.videos.map(({ id }) => id)).to.deep.equal([done, ...others.slice(0, 3)]);
          const rest = (await (
            await app.fetch(`/api/videos?limit=4&cursor=${list.next}`)
          ).json()) as JobListJson;
          expect(rest.videos.map(({ id }) => id)).to.deep.equal(others.slice(3));
        }
        expect((await app.fetch(`/api/videos/${others[0]}`)).status).to.equal(200);
        for (const path of ['', '/events'])
          expect(await (await app.fetch(`/api/videos/${done}${path}`)).text(), path).to.contain(
            '"status":"done"',
          );
        for (const path of ['/file', '/poster', '/captions.srt', '/captions.vtt', '/scenes/0/illustration']) {
          const answer = await app.fetch(`/api/videos/${done}${path}`);
          expect(answer.status, path).to.equal(200);
          expect(await answer.text(), path).to.equal('bytes');
        }
        const part = await app.fetch(`/api/videos/${done}/file`, { headers: { range: 'bytes=1-3' } });
        expect([part.status, await part.text()]).to.deep.equal([206, 'yte']);
      });
    });
  }
});
