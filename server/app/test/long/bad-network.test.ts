import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { JobJson, JobListJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { RefusingProxy } from '@shortfactory/testing/network/refusing-proxy';
import { Toxiproxy } from '@shortfactory/testing/network/toxiproxy';
import { seeded } from '@shortfactory/testing/seeded';
import { StartedServer } from '@shortfactory/testing/started-server';
import { freePort } from '@shortfactory/testing/support/free-port';

/** Paths of the two programs that others wrote; .ci/bad-network builds them. */
const { TOXIPROXY, FAKE_GCS_SERVER } = process.env;
const RESETS = 0.15;
const REFUSALS = [
  { status: 503, share: 0.1 },
  { status: 429, share: 0.05 },
];
const VIDEOS = 4;
const BUCKET = 'shorts';
const PATIENCE_MS = 240_000;

describe('a bucket behind a bad network (TOXIPROXY, FAKE_GCS_SERVER)', function () {
  this.timeout(PATIENCE_MS + 60_000);
  if (TOXIPROXY === undefined || FAKE_GCS_SERVER === undefined) {
    it('is not tried: TOXIPROXY and FAKE_GCS_SERVER are not set');
    return;
  }

  let emulator: ChildProcess;
  let direct: string;
  let refusing: RefusingProxy;
  let toxiproxy: Toxiproxy;
  let server: StartedServer;

  /** As a client with patience: what may pass by itself is asked again. */
  async function ask(path: string, init?: RequestInit): Promise<Response> {
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const answer = await fetch(new URL(path, server.url), init).catch(() => undefined);
      if (answer && answer.status < 500 && answer.status !== 429) return answer;
      await answer?.body?.cancel();
      if (performance.now() > end) throw new Error(`${path} was answered ${answer?.status} to the end`);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }

  before(async () => {
    const port = await freePort();
    const front = `127.0.0.1:${await freePort()}`;
    direct = `http://127.0.0.1:${port}`;
    // What it calls itself is the front's address, so that sessions and links of its making pass there too.
    emulator = spawn(
      FAKE_GCS_SERVER,
      [
        ...['-scheme', 'http', '-host', '127.0.0.1', '-port', String(port), '-backend', 'memory'],
        ...['-public-host', front, '-external-url', `http://${front}`],
      ],
      { stdio: 'ignore' },
    );
    const make = { method: 'POST', body: JSON.stringify({ name: BUCKET }) };
    for (let tries = 0; tries < 100; tries += 1) {
      const made = await fetch(`${direct}/storage/v1/b?project=test`, make).catch(() => undefined);
      if (made?.ok) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    refusing = await RefusingProxy.start(direct, REFUSALS, seeded(15));
    toxiproxy = await Toxiproxy.start(TOXIPROXY, front, refusing.address);
    server = await StartedServer.start({
      STORAGE: 'gcs',
      GCS_BUCKET_NAME: BUCKET,
      STORAGE_EMULATOR_HOST: `http://${front}`,
      METADATA_SERVER_DETECTION: 'none',
    });
    await toxiproxy.reset('upstream', RESETS / 2);
    await toxiproxy.reset('downstream', RESETS / 2);
  });
  after(async () => {
    await server?.stop();
    await toxiproxy?.stop();
    await refusing?.stop();
    emulator?.kill();
  });

  it('makes every video that was accepted, once, and keeps it whole', async () => {
    const scenes = [{ narration: 'Hello.', visual: 'a red balloon' }];
    const ids = await Promise.all(
      Array.from({ length: VIDEOS }, async (_, index) => {
        const accepted = await ask('/api/videos', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': `video-${index}` },
          body: JSON.stringify({
            script: { title: `Balloon ${index}`, language: 'en', scenes },
            aspects: ['1:1'],
          }),
        });
        expect(accepted.status).to.equal(202);
        return ((await accepted.json()) as JobJson).id;
      }),
    );
    expect(new Set(ids).size).to.equal(VIDEOS);
    const end = performance.now() + PATIENCE_MS;
    for (const id of ids) {
      for (;;) {
        const job = (await (await ask(`/api/videos/${id}`)).json()) as JobJson;
        expect(job.status, JSON.stringify(job.error)).to.not.be.oneOf(['failed', 'cancelled']);
        if (job.status === 'done') break;
        if (performance.now() > end) throw new Error(`${id} is still ${job.status}, ${job.percent} %`);
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }

    const { videos } = (await (await ask('/api/videos')).json()) as JobListJson;
    expect(videos.map(({ id }) => id)).to.have.members(ids);
    for (const { id, outputs } of videos) {
      // Read past the network: what lies in the bucket counts.
      const listed = await fetch(`${direct}/storage/v1/b/${BUCKET}/o?prefix=videos/${id}/`);
      const { items } = (await listed.json()) as { items: { contentType: string; size: string }[] };
      const files = items.filter(({ contentType }) => contentType === 'video/mp4');
      expect(files.map(({ size }) => Number(size))).to.include(outputs[0]?.bytes);
    }
    const { seen } = refusing;
    expect(seen.get('503'), 'requests answered 503').to.be.greaterThan(5);
    expect(seen.get('429'), 'requests answered 429').to.be.greaterThan(2);
  });
});
