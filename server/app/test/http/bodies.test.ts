import { gzipSync } from 'node:zlib';
import type { ProblemJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { serveApp } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

describe('a JSON body', () => {
  let app: ServedApp;
  before(async () => {
    app = await serveApp();
  });
  after(() => app.stop());

  const post = (body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Response> =>
    app.fetch('/api/videos', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
  const nested = (depth: number): string => `{"topic":"a","x":${'['.repeat(depth)}${']'.repeat(depth)}}`;

  const cases: readonly [
    what: string,
    body: string | Uint8Array,
    headers: Record<string, string>,
    status: number,
    detail: RegExp,
  ][] = [
    ['that is cut short', '{"topic":"a"', {}, 400, /is not JSON/],
    ['with a comma too many', '{"topic":"a",}', {}, 400, /is not JSON \(the fault is at character 13\)/],
    ['in single quotes', "{'topic':'a'}", {}, 400, /is not JSON/],
    ['with NaN', '{"topic":"a","seconds":NaN}', {}, 400, /is not JSON/],
    ['of blanks', '   ', {}, 400, /is not JSON/],
    ['of nothing', '', {}, 400, /empty/],
    ['of a number', '17', {}, 400, /the JSON is not an object with topic or script/],
    ['of null', 'null', {}, 400, /the JSON is not an object/],
    ['in Latin-1', Buffer.from('{"topic":"für"}', 'latin1'), {}, 400, /not UTF-8/],
    ['in UTF-16', Buffer.from('{"topic":"a"}', 'utf16le'), {}, 400, /not/],
    ['with an overlong encoding', Buffer.from([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x7d]), {}, 400, /not UTF-8/],
    ['with half a surrogate pair', '{"topic":"\\ud83c"}', {}, 400, /U\+D83C/],
    ['with a NUL', '{"topic":"a\\u0000b"}', {}, 400, /NUL/],
    ['with __proto__', '{"topic":"a","__proto__":{"x":1}}', {}, 400, /\/__proto__ is not a known field/],
    [
      'with __proto__ by escapes',
      '{"topic":"a","\\u005f_proto__":1}',
      {},
      400,
      /\/__proto__ is not a known field/,
    ],
    [
      'with __proto__ inside',
      '{"script":{"scenes":[{"__proto__":1}]}}',
      {},
      400,
      /\/script\/scenes\/0\/__proto__/,
    ],
    [
      'with constructor',
      '{"topic":"a","constructor":{"prototype":{}}}',
      {},
      400,
      /\/constructor is not a known field/,
    ],
    ['that is nested deep', nested(33), {}, 400, /nested more than 32 deep/],
    ['that is nested very deep', nested(100_000), {}, 400, /nested/],
    ['that is large', JSON.stringify({ topic: 'x'.repeat(262_144) }), {}, 413, /more than 262144 bytes/],
    ['that is compressed', gzipSync('{"topic":"a"}'), { 'content-encoding': 'gzip' }, 415, /compressed/],
    [
      'of another type',
      'topic=a',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      /application\/json/,
    ],
    ['of a form', '{"topic":"a"}', { 'content-type': 'text/plain' }, 415, /application\/json/],
    [
      'of a related type',
      '{"topic":"a"}',
      { 'content-type': 'application/vnd.api+json' },
      415,
      /application\/json/,
    ],
    [
      'in another charset',
      '{"topic":"a"}',
      { 'content-type': 'application/json; charset=utf-16' },
      415,
      /UTF-8/,
    ],
    ['of a broken type', '{"topic":"a"}', { 'content-type': ';;;=' }, 415, /application\/json/],
  ];
  for (const [what, body, headers, status, detail] of cases) {
    it(`${what} is refused in one sentence`, async () => {
      const answer = await post(body, headers);
      const problem = (await answer.json()) as ProblemJson;
      expect([answer.status, problem.status]).to.deep.equal([status, status]);
      expect(problem.detail).to.match(detail);
      expect(problem.detail.length).to.be.lessThan(500);
    });
  }

  it('is taken in every spelling of its type, with a mark of byte order, and in chunks', async () => {
    for (const type of [
      'application/json',
      'Application/JSON; charset=UTF-8',
      'application/json;charset="utf-8"',
    ]) {
      expect((await post('{"topic":"a"}', { 'content-type': type })).status, type).to.equal(202);
    }
    expect((await post(Buffer.from('\ufeff{"topic":"a"}'))).status).to.equal(202);
    expect((await post('{"topic":"a"}', { 'content-encoding': 'identity' })).status).to.equal(202);
    const parts = Buffer.from('{"topic":"Füchse 🦊"}');
    const body = new ReadableStream({
      start(controller) {
        for (const byte of parts) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json' } };
    const answer = await app.fetch('/api/videos', init as RequestInit);
    expect(await answer.json()).to.deep.include({ topic: 'Füchse 🦊' });
  });

  it('does not reach the prototype of anything', async () => {
    await post('{"topic":"a","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
    expect(({} as { polluted?: boolean }).polluted).to.equal(undefined);
  });

  it('lists at most twenty of its faults and counts on', async () => {
    const script = { title: 'T', language: 'en', scenes: Array(40).fill({}) };
    const { errors = [], detail } = (await (await post(JSON.stringify({ script }))).json()) as ProblemJson;
    expect(errors).to.have.length(20);
    expect(detail).to.match(/; and 17 more\.$/);
  });
});

describe('what surrounds an answer', () => {
  let app: ServedApp;
  afterEach(() => app.stop());

  it('keeps browsers from doing anything with it', async () => {
    app = await serveApp();
    for (const path of ['/', '/nothing', '/api/options']) {
      const { headers } = await app.fetch(path);
      expect(headers.get('content-security-policy')).to.equal(
        "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
      );
      expect(headers.get('x-content-type-options')).to.equal('nosniff');
      expect(headers.get('x-frame-options')).to.equal('DENY');
      expect(headers.get('referrer-policy')).to.equal('no-referrer');
      expect(headers.get('cross-origin-resource-policy')).to.equal('same-origin');
      expect(headers.get('x-powered-by')).to.equal(null);
      expect(headers.get('server')).to.equal(null);
      expect(headers.get('strict-transport-security')).to.equal(null);
    }
    await app.stop();
    app = await serveApp({ env: { APP_ENV: 'dev' } });
    expect((await app.fetch('/nothing')).headers.get('strict-transport-security')).to.equal(
      'max-age=63072000; includeSubDomains',
    );
  });

  it('lets the pages of listed origins read it, and no other', async () => {
    app = await serveApp({ env: { CORS_ORIGINS: 'https://app.example,http://localhost:3000' } });
    const from = (origin: string, init: RequestInit = {}, path = '/api/options') =>
      app.fetch(path, { ...init, headers: { origin, ...(init.headers as Record<string, string>) } });
    const good = await from('https://app.example');
    expect(good.headers.get('access-control-allow-origin')).to.equal('https://app.example');
    expect(good.headers.get('access-control-allow-credentials')).to.equal(null);
    expect(good.headers.get('access-control-expose-headers'))
      .to.contain('Location')
      .and.contain('X-Request-Id');
    const wrong = await from('https://app.example', {}, '/nothing');
    expect(wrong.status).to.equal(404);
    expect(wrong.headers.get('access-control-allow-origin')).to.equal('https://app.example');
    for (const origin of [
      'https://evil.example',
      'https://app.example.evil.example',
      'null',
      'http://app.example',
    ]) {
      const answer = await from(origin);
      expect(answer.headers.get('access-control-allow-origin'), origin).to.equal(null);
      expect(answer.headers.get('vary')).to.contain('Origin');
    }
    const preflight = (origin: string) =>
      from(
        origin,
        { method: 'OPTIONS', headers: { 'access-control-request-method': 'DELETE' } },
        `/api/videos/${'A'.repeat(26)}`,
      );
    expect((await preflight('https://app.example')).headers.get('access-control-allow-methods')).to.contain(
      'DELETE',
    );
    expect((await preflight('https://app.example')).status).to.equal(204);
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-methods')).to.equal(
      null,
    );
  });

  it('says which methods an address takes', async () => {
    app = await serveApp();
    for (const [path, allow] of [
      ['/api/videos', 'GET, HEAD, OPTIONS, POST'],
      [`/api/videos/${'A'.repeat(26)}`, 'DELETE, GET, HEAD, OPTIONS'],
      ['/api/stories', 'OPTIONS, POST'],
      [`/api/uploads/${'a'.repeat(30)}`, 'GET, HEAD, OPTIONS, PUT'],
    ] as const) {
      for (const method of ['PATCH', 'PROPFIND', 'OPTIONS']) {
        const answer = await app.fetch(path, { method });
        expect(answer.status, `${method} ${path}`).to.equal(method === 'OPTIONS' ? 204 : 405);
        expect(answer.headers.get('allow')).to.equal(allow);
      }
    }
    expect((await app.fetch('/nothing', { method: 'PATCH' })).status).to.equal(404);
  });

  it('is of a type that the caller takes', async () => {
    app = await serveApp();
    const status = async (path: string, accept: string): Promise<number> =>
      (await app.fetch(path, { headers: { accept } })).status;
    for (const accept of ['application/json', '*/*', 'application/*', 'text/html, */*;q=0.1']) {
      expect(await status('/api/options', accept), accept).to.equal(200);
    }
    expect(await status('/api/options', 'text/html')).to.equal(406);
    expect(await status('/docs', 'application/json')).to.equal(406);
    expect(await status('/docs', 'text/html,application/xhtml+xml')).to.equal(200);
  });

  it('bears the caller’s id where it is harmless, and one of its own where it is not', async () => {
    app = await serveApp();
    const idOf = async (given: string): Promise<string> =>
      (await app.fetch('/', { headers: { 'x-request-id': given } })).headers.get('x-request-id') ?? '';
    expect(await idOf('deploy-2026.11_24')).to.equal('deploy-2026.11_24');
    for (const bad of [
      'short',
      'a b c d e f g h',
      '<script>alert(1)</script>',
      'x'.repeat(65),
      '-leading-dash',
      '{"a":"b","c":1}',
    ]) {
      expect(await idOf(bad), bad).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    }
  });

  it('leaves one line, with Cloud Logging’s fields, the trace and no word of the query', async () => {
    app = await serveApp({ env: { TRUSTED_PROXIES: '1' } });
    const headers = {
      'user-agent': 'a test',
      'x-forwarded-for': '203.0.113.9',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    };
    await (await app.fetch('/api/videos?q=my%20secret%20plan', { headers })).text();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const [line, ...others] = app.lines;
    expect(others).to.deep.equal([]);
    expect(line).to.deep.include({
      level: 'info',
      message: 'GET /api/videos 200',
      route: '/api/videos',
      trace: { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331', sampled: true },
    });
    expect(line?.httpRequest).to.include({
      requestMethod: 'GET',
      requestUrl: '/api/videos',
      status: 200,
      userAgent: 'a test',
      remoteIp: '203.0.113.9',
      protocol: 'HTTP/1.1',
    });
    expect((line?.httpRequest as { latency: string }).latency).to.match(/^\d+\.\d{6}s$/);
    expect(JSON.stringify(app.lines)).not.to.contain('secret');
    expect(app.observed).to.have.length(1);
    expect(app.observed[0]).to.include({ method: 'GET', route: '/api/videos', status: 200 });
  });

  it('follows Google’s older trace header, and no broken one', async () => {
    app = await serveApp();
    for (const [headers, trace] of [
      [
        { 'x-cloud-trace-context': '105445aa7843bc8bf206b12000100000/1;o=1' },
        { traceId: '105445aa7843bc8bf206b12000100000', spanId: '0000000000000001', sampled: true },
      ],
      [
        { 'x-cloud-trace-context': '105445aa7843bc8bf206b12000100000' },
        { traceId: '105445aa7843bc8bf206b12000100000', sampled: false },
      ],
      [{ 'x-cloud-trace-context': 'junk' }, undefined],
      [{ traceparent: `00-${'0'.repeat(32)}-b7ad6b7169203331-01` }, undefined],
      [{ traceparent: 'junk' }, undefined],
    ] as const) {
      app.lines.length = 0;
      await (await app.fetch('/', { headers })).text();
      await new Promise((resolve) => setTimeout(resolve, 10));
      expect(app.lines[0]?.trace).to.deep.equal(trace);
    }
  });

  it('never uses untrusted input as a metric label', async () => {
    app = await serveApp();
    for (const path of ['/nothing', '/api/videos/what-ever-this-is-here', '/..%2f..', '/api/videos/../x']) {
      await (await app.fetch(path)).text();
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(new Set(app.observed.map(({ route }) => route))).to.deep.equal(
      new Set(['unmatched', '/api/videos/:id']),
    );
  });

  it('answers the probes of a platform', async () => {
    app = await serveApp();
    expect(await (await app.fetch('/live')).json()).to.deep.equal({ status: 'alive' });
    expect(await (await app.fetch('/ready')).json()).to.deep.equal({ status: 'ready' });
    expect((await app.fetch('/health')).status).to.equal(200);
    app.isReady = false;
    app.health = {
      ...app.health,
      status: 'broken',
      checks: {
        ...app.health.checks,
        storage: { state: 'broken', detail: 'the disk is full', latencyMs: 3 },
      },
    };
    expect((await app.fetch('/ready')).status).to.equal(503);
    const broken = await app.fetch('/health');
    expect(broken.status).to.equal(503);
    expect(broken.headers.get('content-type')).to.contain('application/json');
    expect(await broken.json()).to.deep.equal(app.health);
    expect((await app.fetch('/live')).status).to.equal(200);
  });
});
