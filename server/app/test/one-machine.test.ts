import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobJson, JobListJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { suiteServers } from '@shortfactory/testing/started-server';
import type { StartedServer } from '@shortfactory/testing/started-server';

describe('on one machine', function () {
  this.timeout(120_000);
  const { start } = suiteServers();
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'one-machine-'));
  });
  after(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

  const token = (): string => randomBytes(32).toString('base64url');
  const bearer = (of: string): Record<string, string> => ({ authorization: `Bearer ${of}` });
  /** A video that its maker stopped at once. */
  const make = async (
    { url }: StartedServer,
    topic: string,
    headers: Record<string, string>,
  ): Promise<void> => {
    const made = await fetch(`${url}/api/videos`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ topic, aspects: ['1:1'] }),
    });
    expect(made.status).to.equal(202);
    const { id } = (await made.json()) as JobJson;
    expect((await fetch(`${url}/api/videos/${id}`, { method: 'DELETE', headers })).status).to.equal(200);
  };
  const list = async ({ url }: StartedServer, query: string, headers = {}): Promise<JobListJson> =>
    (await (await fetch(`${url}/api/videos${query}`, { headers })).json()) as JobListJson;
  const titles = ({ videos }: JobListJson): string[] => videos.map(({ title }) => title);

  it('everything belongs to the local owner, also what browsers made before with tokens of their own', async () => {
    const [ada, bob] = [token(), token()];
    const before = await start({ APP_ENV: 'dev', HOST: '127.0.0.1', DATA_DIR: folder });
    for (const [topic, of] of [
      ['Why bread rises', ada],
      ['How bees dance', bob],
      ['What the Moon smells like', ada],
    ] as const) {
      await make(before, topic, bearer(of));
    }
    expect(titles(await list(before, '', bearer(ada))), 'elsewhere each has its own').to.deep.equal([
      'What the Moon smells like',
      'Why bread rises',
    ]);
    before.process.kill('SIGTERM');
    await before.ended;

    const local = await start({ DATA_DIR: folder });
    await make(local, 'Why the sea is salty', {});
    const all = ['Why the sea is salty', 'What the Moon smells like', 'How bees dance', 'Why bread rises'];
    expect(titles(await list(local, ''))).to.deep.equal(all);
    expect(titles(await list(local, '', bearer(token())))).to.deep.equal(all);
    expect(titles(await list(local, '?q=bees'))).to.deep.equal(['How bees dance']);
    const seen: string[] = [];
    for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
      const page = await list(local, `?limit=3${cursor === undefined ? '' : `&cursor=${cursor}`}`);
      seen.push(...titles(page));
      cursor = page.next;
    }
    expect(seen, 'page by page').to.deep.equal(all);

    const [, bees] = (await list(local, '?limit=3')).videos.slice(1);
    expect(bees?.mine).to.equal(true);
    const removed = await fetch(`${local.url}/api/videos/${bees?.id}`, { method: 'DELETE' });
    expect(removed.status).to.equal(204);
    expect(titles(await list(local, ''))).to.deep.equal(all.filter((title) => title !== 'How bees dance'));
  });
});
