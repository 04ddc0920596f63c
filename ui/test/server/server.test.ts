import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { ApiDouble } from '../double/api.ts';
import { octopusJob } from '../double/jobs.ts';
import { SpanReceiver } from '@shortfactory/testing/support/span-receiver';
import { startUi } from '../support/built-ui.ts';
import type { RunningUi } from '../support/built-ui.ts';

function ask(
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    const { body, ...rest } = options;
    request(url, rest, resolve).once('error', reject).end(body);
  });
}

describe('the UI’s server', () => {
  const api = new ApiDouble();
  let ui: RunningUi;
  let collector: SpanReceiver;
  const done = octopusJob('done', Date.now());

  before(async function () {
    this.timeout(120_000);
    api.film = { type: 'video/mp4', bytes: Buffer.from('0123456789') };
    api.videos = [done];
    collector = await SpanReceiver.start();
    ui = await startUi(await api.listen(), {
      ALLOWED_HOSTS: 'nas.example.lan',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    });
  });
  after(async () => {
    await ui.stop();
    collector.stop();
    await api.close();
  });

  it('sends hashed files with a year to keep them, compressed', async () => {
    const page = await text(await ask(`${ui.url}/`));
    const file = /\/assets\/root-[\w-]+\.css/.exec(page)?.[0] ?? '';
    const answer = await ask(ui.url + file, { headers: { 'accept-encoding': 'br, gzip' } });
    answer.resume();
    expect(answer.headers['cache-control']).to.equal('public, max-age=31536000, immutable');
    expect(answer.headers['content-encoding']).to.equal('br');
  });

  it('carries a browser’s trace on to the API, on pages and on what it passes through, with a span between', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const headers = { traceparent: `00-${traceId}-b7ad6b7169203331-01` };
    for (const path of [`/videos/${done.id}`, `/api/videos/${done.id}`]) {
      api.seen.length = 0;
      (await ask(`${ui.url}${path}`, { headers })).resume();
      const sent = api.seen.find((one) => one.path === `/api/videos/${done.id}`)?.headers['traceparent'];
      expect(sent, path).to.match(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`));
      expect(sent, path).not.to.equal(headers.traceparent);
    }
    for (let tries = 0; collector.spans.length < 2 && tries < 100; tries++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const spans = collector.spans.filter((span) => span.traceId === traceId);
    expect(spans.map(({ service, name }) => `${service}: ${name}`)).to.deep.equal([
      'shortfactory-ui: HTTP GET',
      'shortfactory-ui: HTTP GET',
    ]);
    expect(spans.map(({ parentSpanId }) => parentSpanId)).to.deep.equal([
      'b7ad6b7169203331',
      'b7ad6b7169203331',
    ]);
  });

  it('shows, passes on and makes nothing for a page of another site that points its name here', async () => {
    const attempts = [
      ['GET', '/'],
      ['GET', '/videos'],
      ['GET', '/scripts/new'],
      ['POST', '/?index'],
      ['POST', '/api/uploads'],
      ['GET', `/api/videos/${done.id}`],
    ] as const;
    for (const host of [
      'evil.example',
      'evil.example:3000',
      'localhost.evil.example',
      '127.0.0.1.nip.io',
      'ui',
    ])
      for (const [method, path] of attempts) {
        const answer = await ask(`${ui.url}${path}`, { method, headers: { host } });
        expect(answer.statusCode, `${method} ${path} ${host}`).to.equal(421);
        expect(await text(answer)).to.match(/^This server does not answer to the name in the Host header; /);
        expect(answer.headers['set-cookie']).to.equal(undefined);
      }
    for (const host of ['localhost:3000', '127.0.0.1', '192.168.1.7:3000', '[::1]', 'nas.example.lan:3000'])
      expect((await ask(`${ui.url}/`, { headers: { host } })).resume().statusCode, host).to.equal(200);
    expect((await ask(`${ui.url}/live`, { headers: { host: 'evil.example' } })).resume().statusCode).to.equal(
      200,
    );
  });

  it('sends pages that may not be stored on the way, compressed, with a strict policy and a nonce of their own', async () => {
    const [first, second] = await Promise.all([
      ask(`${ui.url}/`, { headers: { 'accept-encoding': 'gzip' } }),
      ask(`${ui.url}/`),
    ]);
    first.resume();
    second.resume();
    expect(first.headers['cache-control']).to.equal('no-store');
    expect(first.headers['content-encoding']).to.equal('gzip');
    const policy = String(first.headers['content-security-policy']);
    expect(policy).to.include("default-src 'none'").and.not.include('unsafe');
    expect(policy).not.to.equal(second.headers['content-security-policy']);
    expect(first.headers).to.include({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
  });

  it('gives a visitor a token that scripts cannot read, and shows the same one to the API', async () => {
    const answer = await ask(`${ui.url}/`);
    answer.resume();
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie)
      .to.match(/^sf_visitor=[\w-]{43};/)
      .and.match(/httponly/i)
      .and.match(/samesite=lax/i);
    const token = /sf_visitor=([\w-]+)/.exec(cookie)?.[1];
    (await ask(`${ui.url}/videos`, { headers: { cookie: `sf_visitor=${token}` } })).resume();
    const asked = api.seen.filter(({ path }) => path.startsWith('/api/videos')).at(-1);
    expect(asked?.headers.authorization).to.equal(`Bearer ${token}`);
  });

  it('shows its own key to an API that wants one, and only to it', async () => {
    const keyed = await startUi(api.url, { API_KEY: 'a-key-of-this-front-end' });
    try {
      const page = await ask(`${keyed.url}/videos`);
      expect(await text(page)).to.not.include('a-key-of-this-front-end');
      (await ask(keyed.url + (done.outputs[0]?.url ?? ''))).resume();
      for (const path of ['/api/videos?limit', '/api/videos/job_octopus_done']) {
        const asked = api.seen.findLast((each) => each.path.startsWith(path));
        expect(asked?.headers['x-api-key'], path).to.equal('a-key-of-this-front-end');
      }
    } finally {
      await keyed.stop();
    }
  });

  it('sends the visitor’s address, as its own proxy wrote it, to an API that trusts its key', async () => {
    const key = 'a-key-that-vouches-for-visitors';
    const headers = {
      'x-forwarded-for': '192.0.2.66, 198.51.100.7',
      'x-visitor-address': '192.0.2.67',
      'x-visitor-key': 'mine',
    };
    const askedWith = async (env: Record<string, string>, sent: Record<string, string>) => {
      const front = await startUi(api.url, env);
      try {
        const page = await ask(`${front.url}/videos`, { headers: sent });
        expect(await text(page)).to.not.include(key);
        (await ask(front.url + (done.outputs[0]?.url ?? ''), { headers: sent })).resume();
        return ['/api/videos?limit', '/api/videos/job_octopus_done'].map((path) => {
          const { headers: asked = {} } = api.seen.findLast((each) => each.path.startsWith(path)) ?? {};
          return [asked['x-visitor-key'], asked['x-visitor-address']];
        });
      } finally {
        await front.stop();
      }
    };
    const twice = <T>(value: T): T[] => [value, value];
    expect(await askedWith({ VISITOR_KEY: key, TRUSTED_PROXIES: '1' }, headers)).to.deep.equal(
      twice([key, '198.51.100.7']),
    );
    expect(await askedWith({ VISITOR_KEY: key, TRUSTED_PROXIES: '2' }, headers)).to.deep.equal(
      twice([key, '192.0.2.66']),
    );
    expect(await askedWith({ VISITOR_KEY: key }, headers)).to.deep.equal(twice([key, '127.0.0.1']));
    expect(await askedWith({ TRUSTED_PROXIES: '1' }, headers)).to.deep.equal(twice([undefined, undefined]));
  });

  it('passes ranges and entity tags of a video through', async () => {
    const url = ui.url + (done.outputs[0]?.url ?? '');
    const part = await ask(url, { headers: { range: 'bytes=2-4' } });
    expect(part.statusCode).to.equal(206);
    expect(part.headers['content-range']).to.equal('bytes 2-4/10');
    expect(await text(part)).to.equal('234');
    const known = await ask(url, { headers: { 'if-none-match': String(part.headers.etag) } });
    known.resume();
    expect(known.statusCode).to.equal(304);
  });

  it('passes an event stream on as it comes', async () => {
    const running = octopusJob('running', Date.now());
    api.videos = [running, done];
    const stream = await ask(`${ui.url}/api/videos/${running.id}/events`, {
      headers: { 'last-event-id': '7' },
    });
    expect(stream.headers['content-type']).to.match(/^text\/event-stream/);
    api.push({ ...running, percent: 77 });
    let heard = '';
    for await (const chunk of stream) {
      heard += String(chunk);
      if (heard.includes('"percent":77')) break;
    }
    expect(api.seen.findLast(({ path }) => path.endsWith('/events'))?.headers['last-event-id']).to.equal('7');
  });

  for (const bytes of [1_500_000, 8_000_000]) {
    it(`shows a browser that sends a form of ${bytes / 1e6} MB that it is too large`, async () => {
      const answer = await fetch(`${ui.url}/create`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        body: `script=${'x'.repeat(bytes)}`,
      });
      expect(answer.status).to.equal(413);
      expect(await answer.text()).to.include('larger than anything it could hold: 1 MB at the most.');
    });
  }

  async function sendTable(bytes: Uint8Array<ArrayBuffer>): Promise<{ status: number; text: string }> {
    const body = new FormData();
    body.set('do', 'check');
    body.set('file', new File([bytes], 'november.csv', { type: 'text/csv' }));
    const headers = { 'sec-fetch-site': 'same-origin' };
    const answer = await fetch(`${ui.url}/batches`, { method: 'POST', headers, body });
    return { status: answer.status, text: await answer.text() };
  }

  it('says what to do with a table of videos that is too large for a form', async () => {
    const { status, text } = await sendTable(new Uint8Array(1_500_000).fill(0x61));
    expect(status).to.equal(413);
    expect(text).to.include('1 MB at the most. A larger table goes through the API');
  });

  it('says of a table that a spreadsheet saved as UTF-16 how it can be read', async () => {
    const { status, text } = await sendTable(new Uint8Array(Buffer.from('\ufefftopic\nBread\n', 'utf16le')));
    expect(status).to.equal(400);
    expect(text).to.include('This file is not UTF-8; a spreadsheet saves it so as “CSV UTF-8”.');
  });

  it('says how large a recording may be that comes with a form', async () => {
    const form = new FormData();
    form.set('narrationFile', new File([new Uint8Array(27_000_000)], 'voice.wav', { type: 'audio/wav' }));
    const headers = { 'sec-fetch-site': 'same-origin' };
    const answer = await fetch(`${ui.url}/scripts/new`, { method: 'POST', headers, body: form });
    expect(answer.status).to.equal(413);
    expect(await answer.text()).to.equal('A recording that comes with a form has at most 25 MB.');
  });

  it('takes a form whose sender waits to be asked for it', async () => {
    const answer = await ask(`${ui.url}/theme`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        expect: '100-continue',
      },
      body: 'theme=dark',
    });
    answer.resume();
    expect(answer.statusCode).to.equal(302);
  });

  it('opens nothing of the API but what pages need', async () => {
    for (const [method, path] of [
      ['GET', '/api/options'],
      ['DELETE', `/api/videos/${done.id}`],
      ['GET', '/api/videos/../../internal/jobs'],
      ['POST', '/api/videos'],
    ] as const) {
      const answer = await ask(ui.url + path, { method });
      answer.resume();
      expect(answer.statusCode, `${method} ${path}`).to.equal(404);
    }
  });

  it('refuses a change that another site sends', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const sent of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }]) {
      const answer = await ask(`${ui.url}/theme`, {
        method: 'POST',
        headers: { ...headers, ...sent },
        body: 'theme=dark',
      });
      answer.resume();
      expect(answer.statusCode).to.equal(403);
    }
  });

  it('goes back to its own pages only after the colours were changed', async () => {
    const answer = await ask(`${ui.url}/theme`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: 'theme=dark&back=//elsewhere.example/',
    });
    answer.resume();
    expect(answer.headers.location).to.equal('/');
    expect(String(answer.headers['set-cookie'])).to.include('sf_theme=dark');
  });

  it('answers an address that no page has with 404 in words', async () => {
    const answer = await ask(`${ui.url}/nowhere`);
    expect(answer.statusCode).to.equal(404);
    expect(await text(answer)).to.include('There is no page here');
  });

  it('says in words that the API is not there, and is healthy itself', async () => {
    const alone = await startUi('http://127.0.0.1:9');
    try {
      const page = await ask(`${alone.url}/videos`);
      expect(page.statusCode).to.equal(503);
      expect(await text(page)).to.include('The server does not answer');
      const health = await ask(`${alone.url}/health`);
      expect(health.statusCode).to.equal(200);
      expect(JSON.parse(await text(health))).to.deep.include({ checks: { api: 'unreachable' } });
    } finally {
      await alone.stop();
    }
  });

  it('ends in order at SIGTERM, open event streams too', async () => {
    const running = octopusJob('running', Date.now());
    api.videos = [running, done];
    const short = await startUi(api.url);
    const stream = await ask(`${short.url}/api/videos/${running.id}/events`);
    stream.on('error', () => undefined).resume();
    const started = Date.now();
    expect(await short.stop()).to.equal(0);
    expect(Date.now() - started).to.be.below(10_000);
  });

  it('goes on when its log is not read', async () => {
    // Some 250 bytes a line: half as much again as a pipe holds.
    const unread = await startUi(api.url, { LOG_LEVEL: 'info' });
    try {
      for (let times = 0; times < 8; times++) {
        const asked = Array.from({ length: 50 }, () =>
          fetch(`${unread.url}/nowhere.txt`, { signal: AbortSignal.timeout(20_000) }),
        );
        for (const answer of await Promise.all(asked)) await answer.arrayBuffer();
      }
      expect((await fetch(`${unread.url}/live`)).status).to.equal(200);
    } finally {
      unread.process.kill('SIGKILL');
    }
  });

  it('does not start with a bad environment, and names what is bad', () => {
    const bundle = fileURLToPath(new URL('../../build/server.js', import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, [bundle], {
      env: { NODE_ENV: 'production', PORT: 'x', API_URL: 'nowhere' },
      encoding: 'utf8',
    });
    expect(status).to.equal(78);
    expect(stderr).to.include('PORT').and.include('API_URL');
  });
});
