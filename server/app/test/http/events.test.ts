import type { JobJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { serveApp, visitorToken } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

interface SseEvent {
  readonly id: string;
  readonly event: string;
  readonly data: JobJson;
}

/** Reads an event stream as a browser does; comments and retries are included as text. */
class Stream {
  readonly events: SseEvent[] = [];
  text = '';
  ended = false;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #seen = 0;

  constructor(answer: Response) {
    this.#reader = (answer.body ?? new Blob([]).stream()).getReader();
    void this.#read();
  }

  async #read(): Promise<void> {
    const decoder = new TextDecoder();
    for (;;) {
      const { done, value } = await this.#reader.read().catch(() => ({ done: true, value: undefined }));
      if (done) break;
      this.text += decoder.decode(value, { stream: true });
      const blocks = this.text.split('\n\n').slice(0, -1);
      for (const block of blocks.slice(this.#seen)) {
        const field = (name: string): string | undefined =>
          new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
        const data = field('data');
        if (data !== undefined) {
          this.events.push({
            id: field('id') ?? '',
            event: field('event') ?? '',
            data: JSON.parse(data) as JobJson,
          });
        }
      }
      this.#seen = blocks.length;
    }
    this.ended = true;
  }

  async until(what: () => boolean, ms = 3000): Promise<void> {
    for (const end = Date.now() + ms; !what();) {
      if (Date.now() > end) throw new Error(`waited in vain; so far: ${this.text.slice(0, 500)}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async leave(): Promise<void> {
    await this.#reader.cancel().catch(() => undefined);
  }
}

describe('a video’s events', () => {
  let app: ServedApp;
  const streams: Stream[] = [];
  const start = async (limits = {}, environment = 'local'): Promise<void> => {
    app = await serveApp({ env: { APP_ENV: environment }, deps: { limits } });
  };
  const make = async (token?: string): Promise<string> => {
    const answer = await app.fetch('/api/videos', {
      json: { topic: 'x' },
      ...(token === undefined ? {} : { token }),
    });
    return ((await answer.json()) as JobJson).id;
  };
  const watch = async (
    id: string,
    headers: Record<string, string> = {},
  ): Promise<{ answer: Response; stream: Stream }> => {
    const answer = await app.fetch(`/api/videos/${id}/events`, {
      headers: { accept: 'text/event-stream', ...headers },
    });
    const stream = new Stream(answer);
    streams.push(stream);
    return { answer, stream };
  };
  afterEach(async () => {
    for (const stream of streams.splice(0)) await stream.leave();
    await app.stop();
  });

  it('are the whole job after every change, with the revision as id, to its end', async () => {
    await start();
    const id = await make();
    const { answer, stream } = await watch(id);
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('content-type')).to.equal('text/event-stream; charset=utf-8');
    expect(answer.headers.get('cache-control')).to.contain('no-store');
    expect(answer.headers.get('x-accel-buffering')).to.equal('no');
    await stream.until(() => stream.events.length === 1);
    app.jobs.move(id, { status: 'running', stage: 'story', percent: 10 });
    await stream.until(() => stream.events.length === 2);
    app.jobs.move(id, { status: 'done', percent: 100 });
    await stream.until(() => stream.ended);
    expect(stream.text).to.match(/^retry: \d+\n/);
    expect(stream.events.map(({ event, id: rev, data }) => [event, rev, data.percent])).to.deep.equal([
      ['progress', '1', 0],
      ['progress', '2', 10],
      ['done', '3', 100],
    ]);
    expect(stream.events[0]?.data).to.deep.include({ id, status: 'queued', mine: true });
    expect(app.streams).to.equal(0);
  });

  for (const status of ['failed', 'cancelled'] as const) {
    it(`end with ${status} by that name`, async () => {
      await start();
      const id = await make();
      const { stream } = await watch(id);
      app.jobs.move(id, { status });
      await stream.until(() => stream.ended);
      expect(stream.events.at(-1)).to.include({ event: status });
    });
  }

  it('go on after the revision that was seen last', async () => {
    await start();
    const id = await make();
    app.jobs.move(id, { percent: 20 });
    const { stream } = await watch(id, { 'last-event-id': '2' });
    app.jobs.move(id, { percent: 30 });
    await stream.until(() => stream.events.length === 1);
    expect(stream.events[0]).to.include({ id: '3' });
  });

  it('end at once for a client that knows the last revision, and are repeated for one that does not', async () => {
    await start();
    const id = await make();
    app.jobs.move(id, { status: 'done' });
    expect((await watch(id, { 'last-event-id': '2' })).answer.status).to.equal(204);
    for (const seen of ['1', 'junk', '', '-1', '9'.repeat(400)]) {
      const { stream } = await watch(id, seen === '' ? {} : { 'last-event-id': seen });
      await stream.until(() => stream.ended);
      expect(
        stream.events.map(({ event }) => event),
        seen,
      ).to.deep.equal(['done']);
    }
  });

  it('show whose the job is only to its owner', async () => {
    await start({}, 'dev');
    const token = visitorToken();
    const id = await make(token);
    const [own, other] = [await watch(id, { authorization: `Bearer ${token}` }), await watch(id)];
    await own.stream.until(() => own.stream.events.length + other.stream.events.length === 2);
    expect([own, other].map(({ stream }) => stream.events[0]?.data.mine)).to.deep.equal([true, false]);
  });

  it('send heartbeats while nothing changes', async () => {
    await start({ heartbeatMs: 40 });
    const { stream } = await watch(await make());
    await stream.until(() => (stream.text.match(/: still here/g) ?? []).length >= 3);
    expect(stream.events).to.have.length(1);
  });

  it('end with a request to reconnect when the server closes, and new ones are refused', async () => {
    await start();
    const id = await make();
    const { stream } = await watch(id);
    await stream.until(() => stream.events.length === 1);
    app.closing.abort();
    await stream.until(() => stream.ended);
    expect(stream.text).to.match(/\nretry: \d+\n: reconnect\n\n$/);
    const refused = await app.fetch(`/api/videos/${id}/events`);
    expect(refused.status).to.equal(503);
    expect(refused.headers.get('retry-after')).to.equal('2');
  });

  it('end with a request to reconnect before a platform would cut them', async () => {
    await start({ streamMs: 100 });
    const { stream } = await watch(await make());
    await stream.until(() => stream.ended);
    expect(stream.text).to.contain(': reconnect');
  });

  it('free everything when the client has disconnected', async () => {
    await start();
    const id = await make();
    for (let times = 0; times < 20; times++) {
      const { stream } = await watch(id);
      await stream.until(() => stream.events.length === 1);
      await stream.leave();
    }
    for (let waited = 0; app.streams + app.jobs.watching > 0 && waited < 100; waited++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect([app.streams, app.jobs.watching]).to.deep.equal([0, 0]);
    expect(app.lines.filter(({ level }) => level === 'error' || level === 'warn')).to.deep.equal([]);
  });

  it('are bounded in number, of one client and in all', async () => {
    await start({ streamsPerClient: 3 });
    const id = await make();
    const open = [await watch(id), await watch(id), await watch(id)];
    const refused = await app.fetch(`/api/videos/${id}/events`);
    expect(refused.status).to.equal(429);
    expect(refused.headers.get('retry-after')).to.equal('10');
    await open[0]?.stream.leave();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await watch(id)).answer.status).to.equal(200);
    await app.stop();
    await start({ streams: 2 });
    const other = await make();
    await watch(other);
    await watch(other);
    expect((await app.fetch(`/api/videos/${other}/events`)).status).to.equal(503);
  });

  it('disconnect a client that does not read', async () => {
    await start({ heartbeatMs: 50, idleWriteMs: 300 });
    const id = await make();
    const socket = await app.socket();
    socket.pause();
    socket.write(`GET /api/videos/${id}/events HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    const big = 'x'.repeat(2_000_000);
    const fill = setInterval(() => app.jobs.move(id, { title: big }), 20);
    for (let waited = 0; app.jobs.watching === 0 && waited < 100; waited++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    for (let waited = 0; app.jobs.watching > 0 && waited < 200; waited++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    clearInterval(fill);
    expect(app.jobs.watching).to.equal(0);
    socket.destroy();
  });

  it('are not for a caller who wants something else, nor of a video that is not there', async () => {
    await start();
    const id = await make();
    expect(
      (await app.fetch(`/api/videos/${id}/events`, { headers: { accept: 'application/json' } })).status,
    ).to.equal(406);
    expect((await app.fetch(`/api/videos/${'A'.repeat(26)}/events`)).status).to.equal(404);
    const head = await app.fetch(`/api/videos/${id}/events`, { method: 'HEAD' });
    expect([head.status, app.jobs.watching]).to.deep.equal([200, 0]);
  });
});
