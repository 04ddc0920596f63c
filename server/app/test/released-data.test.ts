import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobJson, JobListJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { decodeRecord as decodeBefore } from '@shortfactory/testing/releases/0.1.0/record-json';
import { releasedData } from '@shortfactory/testing/jobs/releases';
import { suiteServers } from '@shortfactory/testing/started-server';
import type { StartedServer } from '@shortfactory/testing/started-server';

const TITLES = ['Waiting in line', 'A picture that is gone', 'A fox in the snow'];

describe('a data folder of release 0.1.0', function () {
  this.timeout(120_000);
  const { start } = suiteServers();
  let folder: string;
  let server: StartedServer;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'released-data-'));
    await cp(releasedData('0.1.0'), folder, { recursive: true });
  });
  after(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

  const list = async (): Promise<readonly JobJson[]> =>
    ((await (await fetch(`${server.url}/api/videos`)).json()) as JobListJson).videos;
  const bytesAt = async (path: string | undefined): Promise<Buffer> => {
    const answer = await fetch(`${server.url}${path}`);
    expect(answer.status, path).to.equal(200);
    return Buffer.from(await answer.arrayBuffer());
  };
  const newest = async (id: string): Promise<Buffer> => {
    const files = (await readdir(join(folder, 'jobs', id))).sort(
      (a, b) => Number(a.slice(1, -5)) - Number(b.slice(1, -5)),
    );
    return readFile(join(folder, 'jobs', id, files.at(-1) ?? ''));
  };

  it('is served whole, its waiting video is made, and release 0.1.0 reads what that left', async () => {
    server = await start({ DATA_DIR: folder });
    const [waiting, failed, done] = await list();
    expect([waiting, failed, done].map((job) => job?.title)).to.deep.equal(TITLES);
    expect([failed?.status, done?.status]).to.deep.equal(['failed', 'done']);
    expect([waiting, failed, done].map((job) => job?.mine)).to.deep.equal([true, true, true]);

    expect(failed?.error).to.deep.equal({
      stage: 'illustrate',
      title: 'Something in it needs a change',
      detail: '/scenes/0/upload: not in the store any more; it must be uploaded again.',
      retryable: false,
    });

    const video = await bytesAt(done?.outputs[0]?.url);
    const [name] = (await readdir(join(folder, 'videos', String(done?.id)))).filter((each) =>
      each.endsWith('.mp4'),
    );
    expect(name, 'the video is byte for byte what was published').to.equal(
      `1-${createHash('sha256').update(video).digest('hex')}.mp4`,
    );
    expect((await bytesAt(done?.poster)).subarray(0, 2).toString('hex')).to.equal('ffd8');
    expect((await bytesAt(done?.captions?.vtt)).toString()).to.match(/^WEBVTT/);
    const upload = done?.script?.scenes[0]?.upload;
    expect(await bytesAt(`/api/${upload}`)).to.deep.equal(await readFile(join(folder, String(upload))));

    await server.until(async () => (await list())[0]?.status === 'done', 90_000);
    const [made] = await list();
    expect(made?.script?.scenes[0]?.upload, 'with the picture that release 0.1.0 took').to.equal(upload);
    expect((await bytesAt(made?.outputs[0]?.url)).length).to.be.above(1000);

    for (const job of [made, failed, done]) {
      const { record } = decodeBefore(String(job?.id), await newest(String(job?.id)));
      expect(record).to.have.nested.property('job.status', job?.status);
    }
  });
});
