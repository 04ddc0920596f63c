import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ffmpeg } from '@shortfactory/renderer';
import { StartedServer } from '@shortfactory/testing/started-server';
import { CLIENT_LINES } from '@shortfactory/testing/support/mcp-clients';
import type { McpClient, Program, ToolResult } from '@shortfactory/testing/support/mcp-clients';
import { expect } from 'chai';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const TOKEN = 'a'.repeat(43);

interface Video {
  readonly id: string;
  readonly status: string;
  readonly percent: number;
  readonly outputs: readonly { readonly url: string; readonly bytes: number }[];
}

const contentOf = ({ isError, content, structuredContent }: ToolResult): Record<string, unknown> => {
  expect(isError, content[0]?.text).not.to.equal(true);
  return structuredContent ?? {};
};

/** As a desktop agent starts it, from a folder of its own; in a process group, so that all of it can be killed. */
function program(folder: string, args: readonly string[] = [], env: Record<string, string> = {}): Program {
  return {
    command: 'setsid',
    args: ['npm', '--silent', '--prefix', ROOT, 'run', 'mcp', '--', ...args],
    cwd: folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      DATA_DIR: join(folder, 'data'),
      SCRATCH_DIR: folder,
      FFMPEG_PATH: Ffmpeg.locate(undefined, '').path,
      RATE_LIMIT_PER_MINUTE: '100000',
      ...env,
    },
  };
}

describe('npm run mcp', function () {
  this.timeout(300_000);
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shortfactory-stdio-'));
  });
  after(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

  for (const { line, overStdio } of CLIENT_LINES) {
    it(`makes an agent's video once, though all of it is killed in between (official client of ${line})`, async () => {
      const place = await mkdtemp(join(folder, 'agent-'));
      let client = await overStdio(program(place));
      const asked = { topic: 'Why the sky is blue', seconds: 30 };
      const written = contentOf(await client.call('write_script', asked));
      const { id } = contentOf(
        await client.call('create_video', { script: written['script'] }),
      ) as unknown as Video;
      const before = await waited(client, id, 1, ({ percent }) => percent > 5);
      expect(before.status).to.equal('running');
      process.kill(-(client.pid ?? NaN), 'SIGKILL');
      await client.close().catch(() => undefined);

      client = await overStdio(program(place));
      try {
        expect(contentOf(await client.call('create_video', { script: written['script'] }))).to.include({
          id,
        });
        const progress: number[] = [];
        const done = await waited(client, id, 50, ({ status }) => status === 'done', progress);
        expect(done.status).to.equal('done');
        expect(progress.at(-1)).to.equal(100);
        const [output] = done.outputs;
        const file = await fetch(output?.url ?? '');
        expect((await file.arrayBuffer()).byteLength).to.equal(output?.bytes);
        const { videos } = contentOf(await client.call('list_videos')) as unknown as { videos: Video[] };
        expect(videos.map((each) => [each.id, each.status])).to.deep.equal([[id, 'done']]);
        expect(client.faults.map(String)).to.deep.equal([]);
      } finally {
        await client.close();
      }
    });
  }

  it('writes nothing but the protocol on standard output, and ends when its agent has gone', async () => {
    const place = await mkdtemp(join(folder, 'agent-'));
    const { command, args, ...options } = program(place, [], { LOG_LEVEL: 'trace' });
    const child = spawn(command, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
    const said = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
    const ended = once(child, 'close');
    const send = (message: object): void =>
      void child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    const params = {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 'raw', version: '1' },
    };
    send({ id: 1, method: 'initialize', params });
    send({ method: 'notifications/initialized' });
    send({ id: 2, method: 'tools/call', params: { name: 'list_voices', arguments: {} } });
    await until(
      () => said.out.includes('"id":2'),
      () => said.err,
    );
    child.stdin.end();
    const [code] = (await ended) as [number | null];
    const messages = said.out
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text) as { jsonrpc: string; id: number });
    expect(messages.map(({ jsonrpc, id }) => [jsonrpc, id])).to.deep.equal([
      ['2.0', 1],
      ['2.0', 2],
    ]);
    expect(code, said.err.slice(-2000)).to.equal(0);
    const [, address = ''] = /API is at (\S+)/.exec(said.err) ?? [];
    expect(await fetch(`${address}/live`).catch(() => 'gone')).to.equal('gone');
  });

  it('refuses a configuration that is wrong before it serves anything', async () => {
    const { command, args, ...options } = program(folder, [], { JOB_CONCURRENCY: 'many' });
    const child = spawn(command, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
    const said = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    expect(code).to.equal(2);
    expect(said.out).to.equal('');
    expect(said.err).to.match(/JOB_CONCURRENCY/);
  });

  describe('with --url', () => {
    let server: StartedServer;
    let client: McpClient;
    before(async () => {
      server = await StartedServer.start({
        APP_ENV: 'dev',
        ROLE: 'api',
        QUEUE: 'http',
        WORKER_URL: 'http://127.0.0.1:9',
        WORKER_TOKEN: 'a token of a test that is long enough',
      });
      const [{ overStdio }] = CLIENT_LINES;
      client = await overStdio(program(folder, ['--url', `${server.url}/`], { SHORTFACTORY_API_KEY: TOKEN }));
    });
    after(async () => {
      await client.close();
      await server.stop();
    });

    it('talks to that API as the owner whose token it has', async () => {
      const { id } = contentOf(await client.call('create_video', { topic: 'Tides' })) as unknown as Video;
      const headers = { authorization: `Bearer ${TOKEN}` };
      const { videos } = (await (await fetch(`${server.url}/api/videos`, { headers })).json()) as {
        videos: Video[];
      };
      expect(videos.map((each) => each.id)).to.deep.equal([id]);
      expect(contentOf(await client.call('cancel_video', { id }))).to.include({ status: 'cancelled' });
      const refused = await client.call('create_video', { topic: 'Tides', colour: 'red' });
      expect(refused.content[0]?.text).to.match(/^\/colour is not a known field/);
    });

    it('says that the API is away while it is, and goes on when it is back', async () => {
      const [{ overStdio }] = CLIENT_LINES;
      let away = true;
      const flaky = createServer((_request, answer) => {
        if (away) return answer.socket?.destroy();
        answer.setHeader('content-type', 'application/json');
        answer.end('{"videos":[]}');
      });
      await new Promise<void>((resolve) => flaky.listen(0, '127.0.0.1', resolve));
      const url = `http://127.0.0.1:${(flaky.address() as AddressInfo).port}`;
      const other = await overStdio(program(folder, ['--url', url]));
      try {
        const { isError, content } = await other.call('list_videos');
        expect(isError).to.equal(true);
        expect(content[0]?.text).to.equal(`The API at ${url} cannot be reached right now. Try again in 5 s.`);
        away = false;
        expect(contentOf(await other.call('list_videos'))).to.deep.equal({ videos: [] });
      } finally {
        await other.close();
        flaky.close();
      }
    });
  });
});

/** Asks again and again, as an agent does, until something holds of the video; gives up when it has ended. */
async function waited(
  client: McpClient,
  id: string,
  waitSeconds: number,
  holds: (video: Video) => boolean,
  progress: number[] = [],
): Promise<Video> {
  for (;;) {
    const result = await client.call(
      'get_video',
      { id, waitSeconds },
      { onprogress: (each) => void progress.push(each.progress) },
    );
    const video = contentOf(result) as unknown as Video;
    if (holds(video) || ['done', 'failed', 'cancelled'].includes(video.status)) return video;
  }
}

async function until(condition: () => boolean, said: () => string): Promise<void> {
  const end = performance.now() + 60_000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`Not within 60 s:\n${said().slice(-2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
