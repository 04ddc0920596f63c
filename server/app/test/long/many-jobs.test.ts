import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { JobListJson } from '@shortfactory/contract';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { serveDataFolder } from '../http/support/data-folder.ts';
import type { ServedApp } from '../http/support/served-app.ts';
import { storeJobs } from '@shortfactory/testing/jobs/stored-jobs';

const ROUNDS = 40;
const MOST_ROUNDS = 400;
/** What a page of many may take over a page of few, measured in turn in one run. */
const MOST_RATIO = 1.5;

describe('a page of the list of 20,000 videos', () => {
  const folders: string[] = [];
  const apps: ServedApp[] = [];

  async function serve(count: number, layout: 'filed' | 'flat'): Promise<{ folder: string; app: ServedApp }> {
    const folder = await mkdtemp(join(tmpdir(), 'many-'));
    folders.push(folder);
    await storeJobs(folder, 'local', count, { layout });
    const app = await serveDataFolder(folder);
    apps.push(app);
    return { folder, app };
  }
  async function pageMs(app: ServedApp): Promise<number> {
    const began = performance.now();
    const list = (await (await app.fetch('/api/videos?limit=20')).json()) as JobListJson;
    expect(list.videos).to.have.length(20);
    return performance.now() - began;
  }
  afterEach(async () => {
    await Promise.all(apps.splice(0).map((app) => app.stop()));
    await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
  });

  for (const layout of ['filed', 'flat'] as const) {
    it(`takes as long as a page of 100 ${layout === 'filed' ? 'as they are written now' : 'that version 0.1.0 wrote, once they are filed'}`, async function () {
      this.timeout(300_000);
      const few = await serve(100, layout);
      const many = await serve(20_000, layout);
      for (const { folder, app } of [few, many]) {
        const [owner = ''] = await readdir(join(folder, 'owners'));
        const unfiled = async (): Promise<boolean> =>
          (await readdir(join(folder, 'owners', owner))).some((name) => !name.startsWith('.'));
        await pageMs(app);
        while (await unfiled()) await setTimeout(50);
      }
      // What was written just now is on the disk before anything is measured: until then, reading it waits for that.
      await promisify(execFile)('sync');
      // The quickest of each: whatever else the machine does makes a page slower, never quicker. A machine that is
      // busy all the while is given more rounds.
      let [few20, many20] = [Infinity, Infinity];
      for (let round = 0; round < MOST_ROUNDS; round++) {
        few20 = Math.min(few20, await pageMs(few.app));
        many20 = Math.min(many20, await pageMs(many.app));
        if (round >= ROUNDS && many20 / few20 < MOST_RATIO) break;
      }
      expect(many20 / few20).to.be.below(MOST_RATIO);
    });
  }
});
