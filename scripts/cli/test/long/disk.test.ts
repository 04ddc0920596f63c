import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { leftovers, mediaFiles, put, short, startShort, workplace } from '../command.ts';
import type { Workplace } from '../command.ts';
import { plainPicture } from '../rendered.ts';

const root = process.platform === 'linux' && process.getuid?.() === 0;

async function oneScene(place: Workplace): Promise<void> {
  await put(place, 'plain.png', plainPicture('png', 540, 960, 100));
  await put(place, 'script.json', {
    title: 'Rain',
    language: 'en',
    scenes: [{ narration: 'Rain fell on the roof.', visual: 'rain', upload: 'plain.png' }],
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

describe('npm run short: disks that are full or closed', () => {
  describe('a full disk (a small one of memory; needs root on Linux)', () => {
    const mounted: string[] = [];

    before(function () {
      if (root && mounts(workplace())) return;
      console.log(
        '      no disk of memory could be mounted here (root on Linux is needed): full disks were not tried',
      );
      this.skip();
    });

    after(() => mounted.forEach((folder) => execFileSync('umount', [folder])));

    function mounts({ folder }: Workplace): boolean {
      try {
        mounted.push(disk(folder, 'probe', '64k'));
        return true;
      } catch {
        // Containers may be root and still not allowed to mount.
        return false;
      }
    }

    function disk(folder: string, name: string, size: string): string {
      const path = join(folder, name);
      mkdirSync(path);
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path], { stdio: 'ignore' });
      return path;
    }

    it('under the data: names the folder, exits with 1, leaves nothing unfinished', async () => {
      const place = workplace();
      await oneScene(place);
      const data = disk(place.folder, 'data-small', '150k');
      mounted.push(data);
      const { code, stdout, stderr } = await short(
        place,
        ['--script', 'script.json', '--aspect', '1:1', '--out', 'rain.mp4'],
        {
          env: { DATA_DIR: data },
        },
      );
      expect(stderr.trimEnd().split('\n').at(-1)).to.equal(
        `The folder ${data} has no space left; free some or choose a folder on another disk.`,
      );
      expect([code, stdout]).to.deep.equal([1, '']);
      expect(await mediaFiles(place)).to.deep.equal([]);
      expect(filesIn(data).filter((name) => name.startsWith('.'))).to.deep.equal([]);
    });

    it('under temporary files: says so, exits with 1, leaves none of them', async () => {
      const place = workplace();
      await oneScene(place);
      const scratch = disk(place.folder, 'small', '1m');
      mounted.push(scratch);
      // As a process of its own: it holds the disk with its temporary files until it ends.
      const { code, stderr } = await startShort(
        place,
        ['--script', 'script.json', '--aspect', '1:1', '--out', 'rain.mp4'],
        { env: { SCRATCH_DIR: scratch } },
      ).finished;
      expect(stderr.trimEnd().split('\n').at(-1)).to.match(/no space left/i);
      expect(code).to.equal(1);
      expect(await mediaFiles(place)).to.deep.equal([]);
      expect(filesIn(scratch)).to.deep.equal([]);
    });

    it('under the output: names the file, exits with 1, and leaves what was there as it was', async () => {
      const place = workplace();
      await oneScene(place);
      const out = disk(place.folder, 'small', '64k');
      mounted.push(out);
      await writeFile(join(out, 'rain.srt'), 'older captions');
      const { code, stderr } = await short(place, [
        '--script',
        'script.json',
        '--aspect',
        '1:1',
        '--out',
        'small/rain.mp4',
      ]);
      expect(stderr.trimEnd().split('\n').at(-1)).to.match(/small.* no space left/);
      expect(code).to.equal(1);
      expect(filesIn(out)).to.deep.equal(['rain.srt']);
      expect(await readFile(join(out, 'rain.srt'), 'utf8')).to.equal('older captions');
    });
  });

  it('names a folder that may not be written before any work is done (root may write anywhere: not tried then)', async function () {
    if (root) {
      console.log('      this is root, who may write anywhere: a closed folder was not tried');
      return this.skip();
    }
    const place = workplace();
    const closed = join(place.folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    const { code, stderr } = await short(place, ['honey', '--out', 'closed/honey.mp4']);
    expect(stderr).to.equal(
      '--out: closed/honey.mp4 cannot be written there (EACCES); a folder that may be written was expected.\n',
    );
    expect(code).to.equal(2);
  });

  it('names a folder for temporary files that is not there', async () => {
    const place = workplace();
    await oneScene(place);
    const { code, stderr } = await short(place, ['--script', 'script.json'], {
      env: { SCRATCH_DIR: '/nowhere' },
    });
    expect(stderr).to.equal('The folder for temporary files, /nowhere, cannot be used (ENOENT).\n');
    expect(code).to.equal(1);
    expect(await leftovers(place)).to.deep.equal([]);
  });
});
