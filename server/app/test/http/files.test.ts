import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { KitJson } from '@shortfactory/contract';
import type { Delivery, Job, Short } from '@shortfactory/core';
import { expect } from 'chai';
import { serveApp, visitorToken } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

const SQUARE = Buffer.from('square');
const VIDEO = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 256));
const TITLE = '../Über “drei”\u202e Herzen\u0007: 章鱼?';

const SHORT: Short = {
  title: TITLE,
  description: 'About hearts.',
  language: 'de',
  voice: 'nora',
  script: { title: TITLE, language: 'de', scenes: [{ narration: 'x', visual: 'y' }] },
  scenes: [{ index: 0, illustration: 'artifacts/illustrate/a.image', narrationSeconds: 1 }],
  outputs: [],
  captions: { srt: 'videos/x/c.srt', vtt: 'videos/x/c.vtt', ass: 'videos/x/c.ass' },
  poster: 'videos/x/poster.jpg',
  loudnessLufs: -14,
  degraded: [],
  offline: [],
};
const DONE: Partial<Job> = {
  status: 'done',
  title: TITLE,
  short: SHORT,
  scenes: [{ index: 0, illustration: 'artifacts/illustrate/a.image', narrationSeconds: 1, captioned: true }],
  outputs: (['9:16', '1:1'] as const).map((aspect) => ({
    aspect,
    object: `videos/x/${aspect.replace(':', 'x')}.mp4`,
    bytes: aspect === '1:1' ? SQUARE.length : VIDEO.length,
    generation: '1',
    crc32c: 'x',
    seconds: 3,
    widthPx: 1080,
    heightPx: 1920,
  })),
};

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

describe('a video’s files', () => {
  let app: ServedApp;
  let base: string;
  let id: string;
  before(async () => {
    app = await serveApp();
    const put = (name: string, bytes: Buffer) => app.store.create(name, { bytes });
    await put('videos/x/9x16.mp4', VIDEO);
    await put('videos/x/1x1.mp4', SQUARE);
    await put('videos/x/c.srt', Buffer.from('1\n'));
    await put('videos/x/c.vtt', Buffer.from('WEBVTT\n'));
    await put('videos/x/poster.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
    await put('artifacts/illustrate/a.image', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1]));
    ({ id } = (await (await app.fetch('/api/videos', { json: { topic: 'x' } })).json()) as { id: string });
    app.jobs.move(id, DONE);
    base = `/api/videos/${id}`;
  });
  after(() => app.stop());

  /** By Node's own client, which adds no header of its own. */
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> =>
    new Promise((resolve, reject) => {
      request({ port: app.port, path, method, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
        );
        answer.on('error', reject);
      })
        .on('error', reject)
        .end();
    });

  it('come whole, with what a player, a cache and a careful browser want to know', async () => {
    const { status, headers, body } = await get(`${base}/file`);
    expect(status).to.equal(200);
    expect(body.equals(VIDEO)).to.equal(true);
    expect(headers).to.include({
      'content-type': 'video/mp4',
      'content-length': '1000',
      'accept-ranges': 'bytes',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect(headers.etag).to.match(/^"[\w.-]+"$/);
    expect(Date.parse(headers['last-modified'] ?? '')).to.be.within(Date.now() - 60_000, Date.now() + 1000);
    expect(headers['content-security-policy']).to.match(
      /^default-src 'none'; img-src 'self'; media-src 'self'; /,
    );
  });

  for (const method of ['GET', 'HEAD']) {
    it(`are a problem when they are not as long as they were made (${method})`, async () => {
      const { id: cut } = (await (await app.fetch('/api/videos', { json: { topic: 'x' } })).json()) as {
        id: string;
      };
      app.jobs.move(cut, { ...DONE, outputs: [{ ...DONE.outputs?.[0], bytes: VIDEO.length + 1 } as never] });
      const { status, headers, body } = await get(`/api/videos/${cut}/file`, { range: 'bytes=0-9' }, method);
      expect(status).to.equal(500);
      expect(headers).not.to.have.property('etag');
      if (method === 'GET')
        expect(JSON.parse(body.toString())).to.include({ title: 'What is stored is damaged' });
    });
  }

  it('are those that the job names', async () => {
    expect((await get(`${base}/file?aspect=1:1`)).body.toString()).to.equal('square');
    const job = JSON.parse((await get(base)).body.toString()) as {
      outputs: { url: string }[];
      captions: { srt: string; vtt: string };
      poster: string;
      scenes: { illustrationUrl: string }[];
    };
    const urls = [...job.outputs.map(({ url }) => url), job.captions.srt, job.captions.vtt, job.poster];
    urls.push(...job.scenes.map(({ illustrationUrl }) => illustrationUrl));
    const types = [];
    for (const url of urls) {
      const { status, headers } = await get(url);
      expect(status, url).to.equal(200);
      expect(headers['cache-control'], url).to.contain('immutable');
      types.push(headers['content-type']);
    }
    expect(types).to.deep.equal([
      'video/mp4',
      'video/mp4',
      'application/x-subrip; charset=utf-8',
      'text/vtt; charset=utf-8',
      'image/jpeg',
      'image/jpeg',
    ]);
  });

  it('are cached forever only at a URL that changes with them', async () => {
    expect((await get(`${base}/scenes/0/illustration`)).headers['cache-control']).to.equal(
      'private, no-cache',
    );
    expect((await get(`${base}/scenes/0/illustration?v=other`)).headers['cache-control']).to.equal(
      'private, no-cache',
    );
  });

  it('have a publish kit, as JSON and to copy from, whose words the script gives', async () => {
    const kit = JSON.parse((await get(`${base}/kit`)).body.toString()) as KitJson;
    expect(kit).to.include({ title: TITLE, language: 'de', description: 'About hearts.', altText: 'y' });
    expect(kit.hashtags).to.deep.equal(['#drei', '#herzen', '#章鱼']);
    expect(kit.text).to.equal('About hearts.\n\n#drei #herzen #章鱼');
    expect(kit.videos.map(({ aspect }) => aspect)).to.deep.equal(['9:16', '1:1']);
    for (const url of [kit.thumbnail, kit.captions.srt, kit.captions.vtt])
      expect((await get(url)).status, url).to.equal(200);
    const text = await get(`${base}/kit.txt`);
    expect(text.headers['content-type']).to.equal('text/plain; charset=utf-8');
    expect(text.headers['content-disposition']).to.match(/^attachment; .*kit\.txt/);
    expect(text.body.toString()).to.include(TITLE).and.include(kit.text);
  });

  it('are saved under the title, in its script and without its tricks', async () => {
    const shown = (await get(`${base}/file`)).headers['content-disposition'];
    const saved = (await get(`${base}/file?download=1`)).headers['content-disposition'];
    expect(shown).to.match(/^inline; /);
    expect(saved).to.match(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''/);
    const name = decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(saved ?? '')?.[1] ?? '');
    expect(name).to.equal('Über “drei” Herzen 章鱼 9x16.mp4');
  });

  it('answer HEAD as GET, without the body', async () => {
    const [head, whole] = [await get(`${base}/file`, {}, 'HEAD'), await get(`${base}/file`)];
    expect(head.status).to.equal(200);
    expect(head.body).to.have.length(0);
    for (const name of [
      'content-length',
      'content-type',
      'etag',
      'last-modified',
      'accept-ranges',
    ] as const) {
      expect(head.headers[name], name).to.equal(whole.headers[name]);
    }
    const ranged = await get(`${base}/file`, { range: 'bytes=0-9' }, 'HEAD');
    expect(ranged.status).to.equal(200);
    expect(ranged.headers['content-length']).to.equal('1000');
  });

  for (const [range, first, last] of [
    ['bytes=0-0', 0, 0],
    ['bytes=10-19', 10, 19],
    ['bytes=990-', 990, 999],
    ['bytes=990-5000', 990, 999],
    ['bytes=-10', 990, 999],
    ['bytes=-5000', 0, 999],
  ] as const) {
    it(`give the part ${range}`, async () => {
      const { status, headers, body } = await get(`${base}/file`, { range });
      expect(status).to.equal(206);
      expect(headers['content-range']).to.equal(`bytes ${first}-${last}/1000`);
      expect(headers['content-length']).to.equal(String(last - first + 1));
      expect(body.equals(VIDEO.subarray(first, last + 1))).to.equal(true);
    });
  }

  for (const range of ['bytes=1000-', 'bytes=5000-6000', 'bytes=-0']) {
    it(`have no part ${range}`, async () => {
      const { status, headers, body } = await get(`${base}/file`, { range });
      expect(status).to.equal(416);
      expect(headers['content-range']).to.equal('bytes */1000');
      expect(headers).not.to.have.property('etag');
      expect(JSON.parse(body.toString())).to.include({
        type: 'urn:shortfactory:problem:range-not-satisfiable',
      });
    });
  }

  for (const range of ['bytes=0-9,20-29', 'bytes=9-0', 'lines=0-9', 'bytes=a-b', 'bytes', 'bytes=', '0-9']) {
    it(`come whole for the range ${JSON.stringify(range)}`, async () => {
      const { status, body } = await get(`${base}/file`, { range });
      expect(status).to.equal(200);
      expect(body).to.have.length(1000);
    });
  }

  it('heed conditions in the order of the standard', async () => {
    const { etag = '', 'last-modified': modified = '' } = (await get(`${base}/file`)).headers;
    const before = new Date(Date.parse(modified) - 10_000).toUTCString();
    const cases: [Record<string, string>, number][] = [
      [{ 'if-none-match': etag }, 304],
      [{ 'if-none-match': `W/${etag}` }, 304],
      [{ 'if-none-match': `"other", ${etag}` }, 304],
      [{ 'if-none-match': '*' }, 304],
      [{ 'if-none-match': etag, 'cache-control': 'no-cache' }, 304],
      [{ 'if-none-match': '"other"' }, 200],
      [{ 'if-none-match': '"other"', 'if-modified-since': modified }, 200],
      [{ 'if-modified-since': modified }, 304],
      [{ 'if-modified-since': before }, 200],
      [{ 'if-modified-since': 'yesterday' }, 200],
      [{ 'if-match': etag }, 200],
      [{ 'if-match': '*' }, 200],
      [{ 'if-match': '"other"' }, 412],
      [{ 'if-match': `W/${etag}` }, 412],
      [{ 'if-unmodified-since': modified }, 200],
      [{ 'if-unmodified-since': before }, 412],
      [{ 'if-match': etag, 'if-unmodified-since': before }, 200],
      [{ 'if-match': etag, 'if-none-match': etag }, 304],
      [{ range: 'bytes=0-9', 'if-range': etag }, 206],
      [{ range: 'bytes=0-9', 'if-range': modified }, 206],
      [{ range: 'bytes=0-9', 'if-range': '"other"' }, 200],
      [{ range: 'bytes=0-9', 'if-range': `W/${etag}` }, 200],
      [{ range: 'bytes=0-9', 'if-range': before }, 200],
      [{ range: 'bytes=5000-', 'if-range': '"other"' }, 200],
      [{ range: 'bytes=0-9', 'if-none-match': etag }, 304],
    ];
    for (const [headers, status] of cases) {
      const got = await get(`${base}/file`, headers);
      expect(got.status, JSON.stringify(headers)).to.equal(status);
      if (status === 304) {
        expect(got.body).to.have.length(0);
        expect(got.headers).to.include({ etag, 'cache-control': 'private, max-age=31536000, immutable' });
        expect(got.headers).not.to.have.property('content-length');
      }
    }
  });

  it('are not there before the video is, nor in an aspect that was not asked for, nor after they are gone', async () => {
    const { id: young } = (await (await app.fetch('/api/videos', { json: { topic: 'x' } })).json()) as {
      id: string;
    };
    for (const path of [
      'file',
      'captions.srt',
      'captions.vtt',
      'poster',
      'kit',
      'kit.txt',
      'scenes/0/illustration',
    ]) {
      expect((await get(`/api/videos/${young}/${path}`)).status, path).to.equal(404);
    }
    for (const path of [
      'file?aspect=16:9',
      'scenes/1/illustration',
      'scenes/-1/illustration',
      'captions.ass',
      'captions.txt',
    ]) {
      expect((await get(`${base}/${path}`)).status, path).to.equal(404);
    }
    expect((await get(`${base}/file?aspect=2:1`)).status).to.equal(400);
    expect((await get(`${base}/file?download=yes`)).status).to.equal(400);
    app.jobs.move(young, {
      ...DONE,
      outputs: [{ ...DONE.outputs?.[0], object: 'videos/x/gone.mp4' } as never],
    });
    expect((await get(`/api/videos/${young}/file`)).status).to.equal(404);
  });

  for (const path of [
    '/api/videos/..%2f..%2fetc%2fpasswd/file',
    '/api/videos/%2e%2e/file',
    '/api/videos/../../etc/passwd',
    '/api/videos/a%00b/file',
    '/api/uploads/..%2f..%2fvideos%2fx%2f9x16.mp4',
    '/api/uploads/../videos/x/9x16.mp4',
    '/videos/x/9x16.mp4',
    '//videos/x/9x16.mp4',
    '/api/videos/%C0%AE%C0%AE/file',
    `/api/videos/${'A'.repeat(5000)}/file`,
  ]) {
    it(`do not come by the address ${path.slice(0, 60)}`, async () => {
      const { status, headers } = await get(path);
      expect(status).to.equal(404);
      expect(headers['content-type']).to.equal('application/problem+json');
    });
  }

  it('free their resources when the client disconnects', async () => {
    app.lines.splice(0);
    await app.store.create('videos/x/large.mp4', { bytes: Buffer.alloc(30_000_000) });
    const { id: large } = (await (await app.fetch('/api/videos', { json: { topic: 'x' } })).json()) as {
      id: string;
    };
    app.jobs.move(large, {
      ...DONE,
      outputs: [{ ...DONE.outputs?.[0], object: 'videos/x/large.mp4', bytes: 30_000_000 } as never],
    });
    for (let times = 0; times < 20; times++) {
      const socket = await app.socket();
      socket.write(`GET /api/videos/${large}/file HTTP/1.1\r\nHost: a\r\n\r\n`);
      await new Promise((resolve) => socket.once('data', resolve));
      socket.destroy();
    }
    const logged = app.lines.filter((line) => line.message.includes('/file 499'));
    for (let waited = 0; logged.length < 20 && waited < 100; waited++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      logged.splice(0, Infinity, ...app.lines.filter((line) => line.message.includes('/file 499')));
    }
    expect(logged).to.have.length(20);
    expect(app.lines.filter(({ level }) => level === 'error' || level === 'warn')).to.deep.equal([]);
  });
});

describe('files in a bucket', () => {
  let app: ServedApp;
  before(async () => {
    app = await serveApp();
    await app.stop();
    const files = app.delivery;
    const signed: Delivery = Object.assign(Object.create(files) as Delivery, {
      stat: async (name: string) => ({
        name,
        bytes: 1000,
        contentType: 'video/mp4',
        etag: 'e1',
        updatedMs: 1000,
      }),
      link: async (name: string, { filename, seconds }: { filename?: string; seconds: number }) =>
        `https://bucket.example/${name}?for=${seconds}&as=${encodeURIComponent(filename ?? '')}`,
      uploadTarget: async (name: string, options: object) => ({
        url: `https://bucket.example/resumable/${name}?${JSON.stringify(options)}`,
        headers: { 'content-type': 'image/png' },
      }),
    });
    app = await serveApp({ env: { CORS_ORIGINS: 'https://app.example' }, deps: { delivery: signed } });
  });
  after(() => app.stop());

  it('are a redirect to a link that ends, named where they are saved', async () => {
    const { id } = (await (await app.fetch('/api/videos', { json: { topic: 'x' } })).json()) as {
      id: string;
    };
    app.jobs.move(id, { ...DONE, title: 'Hearts' });
    const shown = await app.fetch(`/api/videos/${id}/file`);
    expect(shown.status).to.equal(302);
    expect(shown.headers.get('location')).to.equal('https://bucket.example/videos/x/9x16.mp4?for=3600&as=');
    expect(shown.headers.get('cache-control')).to.equal('private, max-age=600');
    const saved = await app.fetch(`/api/videos/${id}/file?download=1`);
    expect(saved.headers.get('location')).to.contain('as=Hearts%209x16.mp4');
    // A signed link is for GET alone.
    const head = await app.fetch(`/api/videos/${id}/file`, { method: 'HEAD' });
    expect(head.status).to.equal(200);
    expect(head.headers.get('content-length')).to.equal('1000');
    expect(
      (await app.fetch(`/api/videos/${id}/file`, { headers: { 'if-none-match': '"e1"' } })).status,
    ).to.equal(304);
  });

  it('are sent there by the page that asked, if it may', async () => {
    const announce = async (origin: string) => {
      const answer = await app.fetch('/api/uploads', {
        json: { filename: 'a.png', contentType: 'image/png', bytes: 10 },
        token: visitorToken(),
        headers: { origin },
      });
      expect(answer.status).to.equal(201);
      return ((await answer.json()) as { url: string }).url;
    };
    expect(await announce('https://app.example')).to.contain('https://app.example');
    expect(await announce('https://evil.example')).not.to.contain('evil');
  });
});
