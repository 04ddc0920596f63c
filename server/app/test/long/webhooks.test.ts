import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suiteServers } from '@shortfactory/testing/started-server';
import { freePort } from '@shortfactory/testing/support/free-port';
import { expect } from 'chai';
import { Webhook } from 'standardwebhooks';

const SECRET = `whsec_${randomBytes(32).toString('base64')}`;

describe('webhooks of a started server', function () {
  this.timeout(120_000);
  const { start } = suiteServers();
  let folder: string;
  let receiver: Server | undefined;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'webhooks-'))));
  afterEach(async () => {
    receiver?.closeAllConnections();
    receiver?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  it('reach a receiver that was away, though the server was killed after the video was done', async () => {
    const port = await freePort();
    const env = { DATA_DIR: join(folder, 'data') };
    const first = await start(env);
    const script = { title: 'Hello', language: 'en', scenes: [{ narration: 'Hello.', visual: 'a balloon' }] };
    const webhook = { url: `http://127.0.0.1:${port}/hook`, secret: SECRET };
    const made = await fetch(`${first.url}/api/videos`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ script, aspects: ['1:1'], webhook }),
    });
    expect(made.status).to.equal(202);
    const { id } = (await made.json()) as { id: string };
    const statusAt = async (url: string): Promise<string> =>
      ((await (await fetch(`${url}/api/videos/${id}`)).json()) as { status: string }).status;
    await first.until(async () => (await statusAt(first.url)) === 'done', 60_000);
    // As soon as it is done: the first try may be under way, or not have begun.
    first.process.kill('SIGKILL');
    await first.ended;

    const told: { headers: Record<string, string>; body: string }[] = [];
    receiver = createServer(async (request, answer) => {
      let body = '';
      for await (const chunk of request.setEncoding('utf8')) body += chunk as string;
      told.push({ headers: request.headers as Record<string, string>, body });
      answer.end();
    });
    await new Promise<void>((resolve) => receiver?.listen(port, '127.0.0.1', resolve));
    const second = await start(env);
    await second.until(() => told.length > 0, 90_000);
    const event = new Webhook(SECRET).verify(told[0]?.body ?? '', told[0]?.headers ?? {}) as {
      type: string;
      data: { id: string; outputs: { url: string }[] };
    };
    expect([event.type, event.data.id]).to.deep.equal(['video.done', id]);
    const file = await fetch(`${second.url}${event.data.outputs[0]?.url}`);
    expect(file.headers.get('content-type')).to.equal('video/mp4');
    await file.arrayBuffer();
    for (const { output, errors } of [first, second]) {
      expect(`${output}${errors}`).to.not.include(SECRET.slice(6));
    }
  });
});
