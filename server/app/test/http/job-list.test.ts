import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { JobListJson, ProblemJson } from '@shortfactory/contract';
import type { Log, VersionedObject } from '@shortfactory/core';
import type { HttpLimits } from '@shortfactory/http-server';
import { FsObjectStore, FsVersionedObjects } from '@shortfactory/storage';
import { expect } from 'chai';
import { storeJobs } from '@shortfactory/testing/jobs/stored-jobs';
import { silentLog } from '@shortfactory/testing/silent-log';
import { serveDataFolder } from './support/data-folder.ts';
import type { ServedApp } from './support/served-app.ts';

/** Counts what is read of records, each read as slow as a bucket's. */
class CountedRecords extends FsVersionedObjects {
  reads = 0;
  slowMs = 0;
  override async get(name: string): Promise<VersionedObject | undefined> {
    this.reads += 1;
    if (this.slowMs > 0) await setTimeout(this.slowMs);
    return super.get(name);
  }
}
class CountedLists extends FsObjectStore {
  lists = 0;
  override list(...given: Parameters<FsObjectStore['list']>): Promise<string[]> {
    this.lists += 1;
    return super.list(...given);
  }
}

describe('the list of videos over HTTP, from a data folder', () => {
  let folder: string;
  let app: ServedApp;
  let records: CountedRecords;
  let lists: CountedLists;
  const warnings: { message: string; fields: object | undefined }[] = [];

  async function serve(limits: Partial<HttpLimits> = {}): Promise<void> {
    records = new CountedRecords(folder);
    lists = new CountedLists(folder);
    const log: Log = { ...silentLog, warn: (message, fields) => void warnings.push({ message, fields }) };
    app = await serveDataFolder(folder, { store: lists, records, log, limits });
  }
  const page = async (query = ''): Promise<JobListJson> => {
    const answer = await app.fetch(`/api/videos?${query}`);
    expect(answer.status, query).to.equal(200);
    return (await answer.json()) as JobListJson;
  };
  /** Every page's ids, to the end; an end that does not come fails. */
  const pages = async (query: string): Promise<string[][]> => {
    const all: string[][] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const found: JobListJson = await page(`${query}${next === '' ? '' : `&cursor=${next}`}`);
      all.push(found.videos.map(({ id }) => id));
      next = found.next;
      expect(all).to.have.length.below(50);
    }
    return all;
  };
  const damage = (id: string | undefined): Promise<void> =>
    writeFile(join(folder, 'jobs', String(id), 'g1.json'), '{"format":1,"job":');

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'list-'));
    warnings.length = 0;
    await serve();
  });
  afterEach(async () => {
    await app.stop();
    await rm(folder, { recursive: true });
  });

  for (const layout of ['filed', 'flat'] as const) {
    describe(layout === 'flat' ? 'as version 0.1.0 wrote it' : 'as it is written now', () => {
      it('gives every video once, newest first, and no next after the last', async () => {
        const { ids } = await storeJobs(folder, 'local', 12, { layout });
        expect(await pages('limit=5')).to.deep.equal([ids.slice(0, 5), ids.slice(5, 10), ids.slice(10)]);
        // A last page that is full is the last one all the same.
        expect(await pages('limit=6')).to.deep.equal([ids.slice(0, 6), ids.slice(6)]);
        expect(await pages('limit=12')).to.deep.equal([ids]);
      });

      it('ends where one of k pages of entries is filtered out', async () => {
        const { ids } = await storeJobs(folder, 'local', 12, { layout });
        await damage(ids[7]);
        const rest = ids.filter((_, n) => n !== 7);
        expect((await pages('limit=4')).flat()).to.deep.equal(rest);
        expect((await pages('limit=12')).flat()).to.deep.equal(rest);
      });

      it('ends behind its last entry, and in an empty folder', async () => {
        const { entries } = await storeJobs(folder, 'local', 4, { layout });
        expect(await page(`limit=2&cursor=${entries.at(-1)}`)).to.deep.equal({ videos: [] });
        expect(await page('limit=2&cursor=9999999999999-7ZZZZZZZZZZZZZZZZZZZZZZZZZ')).to.deep.equal({
          videos: [],
        });
      });
    });
  }

  it('ends for an owner without videos, and for words that match no video', async () => {
    expect(await page('limit=2')).to.deep.equal({ videos: [] });
    await storeJobs(folder, 'local', 30);
    expect((await pages('limit=10&q=nothing+of+the+kind')).flat()).to.deep.equal([]);
    expect((await pages('limit=10&status=done')).flat()).to.deep.equal([]);
  });

  it('looks at a page’s worth of records, not at all of them', async () => {
    await storeJobs(folder, 'local', 300);
    await page('limit=20');
    expect(records.reads).to.be.at.most(21);
    expect(lists.lists).to.equal(1);
  });

  it('files what version 0.1.0 left in one folder, and finds it at any moment', async () => {
    const { ids } = await storeJobs(folder, 'local', 150, { layout: 'flat' });
    const [owner] = await readdir(join(folder, 'owners'));
    const left = async (): Promise<string[]> =>
      (await readdir(join(folder, 'owners', String(owner)))).filter((name) => !name.startsWith('.'));
    expect(await left()).to.have.length(150);
    for (;;) {
      const seen = (await pages('limit=50')).flat();
      expect(seen).to.deep.equal(ids);
      if ((await left()).length === 0) break;
    }
    expect((await pages('limit=50')).flat()).to.deep.equal(ids);
  });

  it('stops reading when its client has disconnected', async () => {
    await storeJobs(folder, 'local', 240);
    records.slowMs = 20;
    const asking = request({ port: app.port, path: '/api/videos?limit=100&q=nothing' });
    asking.on('error', () => undefined).end();
    while (records.reads === 0) await setTimeout(5);
    asking.destroy();
    await setTimeout(100);
    const soon = records.reads;
    await setTimeout(400);
    // Those that were under way have ended, and no other was begun.
    expect(records.reads).to.equal(soon);
    expect(soon).to.be.below(100);
  });

  it('stops reading when its time is up', async () => {
    await app.stop();
    await serve({ answerMs: 60 });
    await storeJobs(folder, 'local', 240);
    records.slowMs = 20;
    const answer = await app.fetch('/api/videos?limit=100&q=nothing');
    expect(answer.status).to.equal(503);
    await setTimeout(100);
    const soon = records.reads;
    await setTimeout(400);
    expect(records.reads).to.equal(soon);
  });

  it('says that a record is damaged, without asking to try again', async () => {
    const { ids } = await storeJobs(folder, 'local', 3);
    await damage(ids[1]);
    for (const path of ['', '/file', '/poster', '/captions.srt', '/events', '/scenes/0/illustration']) {
      const answer = await app.fetch(`/api/videos/${ids[1]}${path}`);
      expect(answer.status, path).to.equal(500);
      expect(answer.headers.get('retry-after')).to.equal(null);
      const problem = (await answer.json()) as ProblemJson;
      expect(problem.type).to.equal('urn:shortfactory:problem:damaged');
      expect(problem.detail).to.match(/^The stored record of this video is damaged/);
    }
  });

  it('leaves a record that a newer release wrote as it is, and says so', async () => {
    const { ids } = await storeJobs(folder, 'local', 2);
    const path = join(folder, 'jobs', String(ids[1]), 'g1.json');
    const newer = (await readFile(path, 'utf8')).replace('"format":1', '"format":99');
    await writeFile(path, newer);
    for (const [method, of] of [
      ['GET', ''],
      ['GET', '/file'],
      ['GET', '/events'],
      ['POST', '/retry'],
      ['DELETE', ''],
    ] as const) {
      const answer = await app.fetch(`/api/videos/${ids[1]}${of}`, { method });
      expect([answer.status, answer.headers.get('retry-after')], `${method} ${of}`).to.deep.equal([
        503,
        '30',
      ]);
      const problem = (await answer.json()) as ProblemJson;
      expect(problem.detail).to.match(/^A newer release of the server stored this video/);
    }
    expect((await page()).videos.map(({ id }) => id)).to.deep.equal([ids[0]]);
    expect(await readdir(join(folder, 'jobs', String(ids[1])))).to.deep.equal(['g1.json']);
    expect(await readFile(path, 'utf8')).to.equal(newer);
  });

  it('returns a delivery to the queue where a newer release wrote the record', async () => {
    const { ids } = await storeJobs(folder, 'local', 1);
    const path = join(folder, 'jobs', String(ids[0]), 'g1.json');
    const newer = (await readFile(path, 'utf8'))
      .replace('"format":1', '"format":99')
      .replace('cancelled', 'queued');
    await writeFile(path, newer);
    const token = 'a-worker-token-of-at-least-32-characters';
    const worker = await serveDataFolder(folder, {
      as: {
        env: { ROLE: 'worker', QUEUE: 'http', WORKER_URL: 'https://worker.example', WORKER_TOKEN: token },
        secrets: { WORKER_TOKEN: token },
      },
    });
    try {
      const answer = await worker.fetch(`/internal/jobs/${ids[0]}/run`, {
        method: 'POST',
        headers: { 'x-worker-token': token },
      });
      expect([answer.status, await answer.json()]).to.deep.equal([503, { outcome: 'try-again' }]);
    } finally {
      await worker.stop();
    }
    expect(await readdir(join(folder, 'jobs', String(ids[0])))).to.deep.equal(['g1.json']);
    expect(await readFile(path, 'utf8')).to.equal(newer);
  });

  it('leaves damaged records out with one line in the log', async () => {
    const { ids } = await storeJobs(folder, 'local', 6);
    await damage(ids[1]);
    await damage(ids[4]);
    expect((await page()).videos.map(({ id }) => id)).to.deep.equal(ids.filter((_, n) => n !== 1 && n !== 4));
    expect(warnings).to.have.length(1);
    expect(warnings[0]?.fields).to.deep.include({ jobIds: [ids[1], ids[4]] });
  });
});
