import { createHash } from 'node:crypto';
import { request } from 'node:http';
import type { JobJson, JobListJson } from '@shortfactory/contract';
import { clientOf } from '@shortfactory/http-server';
import { expect } from 'chai';
import { parseKeys } from '../../http/identity/authenticate.ts';
import { serveApp, visitorToken } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

const KEY = visitorToken();
const OTHER = visitorToken();
const hex = (text: string): string => createHash('sha256').update(text).digest('hex');
const KEYS = `ui:${hex(KEY)}, team.two:${hex(OTHER)}`;
const DEV = { APP_ENV: 'dev' };

describe('authentication', () => {
  const apps: ServedApp[] = [];
  const serve = async (options: Parameters<typeof serveApp>[0]): Promise<ServedApp> => {
    const app = await serveApp(options);
    apps.push(app);
    return app;
  };
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.stop();
  });
  const titles = async (app: ServedApp, token?: string, headers = {}): Promise<string[]> => {
    const answer = await app.fetch('/api/videos', { headers, ...(token === undefined ? {} : { token }) });
    expect(answer.status).to.equal(200);
    return ((await answer.json()) as JobListJson).videos.map(({ title }) => title);
  };

  it('gives the local owner where APP_ENV is local, without a token and with any', async () => {
    const app = await serve({});
    await app.fetch('/api/videos', { json: { topic: 'mine' } });
    await app.fetch('/api/videos', { json: { topic: 'of a browser' }, token: visitorToken() });
    for (const token of [undefined, visitorToken()]) {
      expect(await titles(app, token)).to.deep.equal(['of a browser', 'mine']);
    }
  });

  it('rejects requests to make and list from a page of another site that points its name here, with a token or without', async () => {
    const app = await serve({ env: { ALLOWED_HOSTS: 'server, NAS.example.lan' } });
    const statusFor = (
      host: string,
      method: string,
      path: string,
      token?: string,
    ): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const headers = {
          host,
          'content-type': 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        };
        request({ port: app.port, method, path, headers }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        })
          .on('error', reject)
          .end(method === 'POST' ? JSON.stringify(BODIES[path]) : undefined);
      });
    const BODIES: Readonly<Record<string, unknown>> = {
      '/api/videos': { topic: 'not asked for' },
      '/api/stories': { topic: 'not asked for' },
      '/api/scripts': { topic: 'not asked for' },
      '/api/uploads': { filename: 'a', contentType: 'image/png', bytes: 100 },
    };
    const attempts = [
      ['GET', '/api/videos'],
      ...Object.keys(BODIES).map((path) => ['POST', path] as const),
      ['DELETE', '/api/videos/01ARZ3NDEKTSV4RRFFQ69G5FAV'],
    ] as const;
    for (const host of [
      'evil.example',
      'evil.example:8000',
      'localhost.evil.example',
      '127.0.0.1.nip.io',
      'nas',
    ])
      for (const [method, path] of attempts)
        for (const token of [undefined, visitorToken()])
          expect(await statusFor(host, method, path, token), `${method} ${path} ${host}`).to.equal(421);
    expect(await titles(app)).to.deep.equal([]);
    expect(await statusFor('evil.example', 'GET', '/live')).to.equal(200);
    const own = ['localhost:8000', 'app.localhost', '127.0.0.1', '192.168.1.7:3000', '[::1]:8000'];
    for (const host of [...own, 'server:8000', 'nas.example.lan']) {
      expect(await statusFor(host, 'GET', '/api/videos'), host).to.equal(200);
    }
  });

  it('accepts any Host elsewhere, where an owner needs a token', async () => {
    const app = await serve({ env: DEV });
    const answer = await app.raw(
      'GET /api/videos HTTP/1.1\r\nHost: shorts.example\r\nConnection: close\r\n\r\n',
    );
    expect(answer).to.match(/^HTTP\/1\.1 401 /);
  });

  it('gives no owner without a token elsewhere: reading is allowed, owning is not', async () => {
    const app = await serve({ env: DEV });
    const made = await app.fetch('/api/videos', { json: { topic: 'a' }, token: visitorToken() });
    const { id } = (await made.json()) as JobJson;
    expect(await (await app.fetch(`/api/videos/${id}`)).json()).to.deep.include({ mine: false });
    for (const [path, init] of [
      ['/api/videos', {}],
      ['/api/videos', { json: { topic: 'a' } }],
      ['/api/stories', { json: { topic: 'a' } }],
      [`/api/videos/${id}`, { method: 'DELETE' }],
      [`/api/videos/${id}/retry`, { method: 'POST' }],
    ] as const) {
      const answer = await app.fetch(path, init);
      expect(answer.status, path).to.equal(401);
      expect(answer.headers.get('www-authenticate')).to.equal('Bearer realm="shortfactory"');
    }
  });

  for (const [what, authorization] of [
    ['a short token', `Bearer ${'a'.repeat(42)}`],
    ['a token of other signs', `Bearer ${'ü'.repeat(43)}`],
    ['a very long token', `Bearer ${'a'.repeat(129)}`],
    ['another scheme', 'Basic dXNlcjpwYXNzd29yZA=='],
    ['no token', 'Bearer'],
    ['two tokens', `Bearer ${'a'.repeat(43)} ${'b'.repeat(43)}`],
  ] as const) {
    it(`refuses ${what}, even to look`, async () => {
      const app = await serve({});
      const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
        request(
          {
            port: app.port,
            path: `/api/videos/${'A'.repeat(26)}`,
            headers: { authorization: Buffer.from(authorization).toString('latin1') },
          },
          (res) => {
            let text = '';
            res
              .on('data', (chunk) => (text += chunk))
              .on('end', () => resolve({ status: res.statusCode ?? 0, text }));
          },
        )
          .on('error', reject)
          .end();
      });
      expect(answer.status).to.equal(401);
      expect(answer.text).not.to.contain('aaaa');
    });
  }

  it('gives the same visitor for the same token, in any spelling of the scheme', async () => {
    const app = await serve({ env: DEV });
    const token = visitorToken();
    await app.fetch('/api/videos', { json: { topic: 'a' }, headers: { authorization: `bearer   ${token}` } });
    expect(await titles(app, token)).to.deep.equal(['a']);
    expect(await titles(app, visitorToken())).to.deep.equal([]);
  });

  it('requires a key to make something where keys are set up', async () => {
    const app = await serve({ env: DEV, secrets: { API_KEYS: KEYS } });
    for (const init of [{ token: visitorToken() }, {}, { headers: { 'x-api-key': visitorToken() } }]) {
      const answer = await app.fetch('/api/videos', { json: { topic: 'a' }, ...init });
      expect(answer.status).to.equal(401);
      expect(answer.headers.get('www-authenticate')).to.contain('Bearer');
    }
    expect((await app.fetch('/api/videos', { json: { topic: 'bearer' }, token: KEY })).status).to.equal(202);
    expect(
      (await app.fetch('/api/videos', { json: { topic: 'header' }, headers: { 'x-api-key': KEY } })).status,
    ).to.equal(202);
    expect(await titles(app, KEY)).to.deep.equal(['header', 'bearer']);
    expect(await titles(app, OTHER)).to.deep.equal([]);
  });

  it('requires one locally too, where keys are set up', async () => {
    const app = await serve({ secrets: { API_KEYS: KEYS } });
    expect((await app.fetch('/api/videos', { json: { topic: 'a' } })).status).to.equal(401);
    // Callers with different keys are different owners there too.
    await app.fetch('/api/videos', { json: { topic: 'keyed' }, token: KEY });
    expect(await titles(app, KEY)).to.deep.equal(['keyed']);
    expect(await titles(app, OTHER)).to.deep.equal([]);
    expect((await app.fetch('/api/videos')).status).to.equal(401);
  });

  it('gives the visitor of a front end with a key', async () => {
    const app = await serve({ env: DEV, secrets: { API_KEYS: KEYS } });
    const headers = { 'x-api-key': KEY };
    const [one, two] = [visitorToken(), visitorToken()];
    await app.fetch('/api/videos', { json: { topic: 'one' }, token: one, headers });
    await app.fetch('/api/videos', { json: { topic: 'two' }, token: two, headers });
    expect(await titles(app, one, headers)).to.deep.equal(['one']);
    expect(await titles(app, two, headers)).to.deep.equal(['two']);
    expect(await titles(app, KEY)).to.deep.equal([]);
    expect(await titles(app, one, { 'x-api-key': OTHER })).to.deep.equal([]);
    expect(await titles(app, one)).to.deep.equal([]);
  });

  it('gives the person whom the web interface names, on any browser, where people sign in', async () => {
    const VISITOR_KEY = visitorToken();
    const app = await serve({ env: { ...DEV, AUTH: 'iap', VISITOR_KEY }, secrets: { VISITOR_KEY } });
    const named = (subject: string) => ({
      'x-visitor-key': VISITOR_KEY,
      'x-visitor-address': '198.51.100.1',
      'x-visitor-subject': subject,
    });
    const [ada, ben] = [named('accounts.google.com:101'), named('accounts.google.com:102')];
    await app.fetch('/api/videos', { json: { topic: 'of ada' }, headers: ada });
    expect(await titles(app, undefined, { ...ada, 'x-visitor-address': '198.51.100.9' })).to.deep.equal([
      'of ada',
    ]);
    expect(await titles(app, undefined, ben)).to.deep.equal([]);
    for (const headers of [
      { authorization: `Bearer ${visitorToken()}` },
      { ...ada, 'x-visitor-key': visitorToken() },
      { 'x-visitor-subject': 'accounts.google.com:101' },
      { ...ada, authorization: `Bearer ${visitorToken()}` },
      named(''),
      named('two words'),
    ]) {
      const answer = await app.fetch('/api/videos', { headers });
      expect(answer.status, JSON.stringify(headers)).to.equal(401);
    }
    expect((await app.fetch('/live')).status).to.equal(200);
  });

  it('keeps visitors and people who signed in apart, unless only people may enter', async () => {
    const VISITOR_KEY = visitorToken();
    const given = { AUTH: 'oidc', VISITOR_KEY };
    const open = await serve({ env: { ...DEV, ...given }, secrets: { VISITOR_KEY } });
    const ada = {
      'x-visitor-key': VISITOR_KEY,
      'x-visitor-address': '198.51.100.1',
      'x-visitor-subject': 'a'.repeat(43),
    };
    const token = visitorToken();
    await open.fetch('/api/videos', { json: { topic: 'of ada' }, headers: ada });
    await open.fetch('/api/videos', { json: { topic: 'of a visitor' }, token });
    expect(await titles(open, undefined, ada)).to.deep.equal(['of ada']);
    expect(await titles(open, token)).to.deep.equal(['of a visitor']);
    const closed = await serve({
      env: { ...DEV, ...given, OIDC_VISITORS: 'false' },
      secrets: { VISITOR_KEY },
    });
    expect((await closed.fetch('/api/videos', { token })).status).to.equal(401);
    expect((await closed.fetch('/api/videos', { headers: ada })).status).to.equal(200);
  });

  it('lets who signs in take a visitor’s videos along, once and for all, and nobody else’s', async () => {
    const VISITOR_KEY = visitorToken();
    const app = await serve({ env: { ...DEV, AUTH: 'oidc', VISITOR_KEY }, secrets: { VISITOR_KEY } });
    const named = (subject: string) => ({
      'x-visitor-key': VISITOR_KEY,
      'x-visitor-address': '198.51.100.1',
      'x-visitor-subject': subject.repeat(43),
    });
    const [ada, ben, visitor, other] = [named('a'), named('b'), visitorToken(), visitorToken()];
    const ids: string[] = [];
    for (const [topic, token] of [
      ['one', visitor],
      ['two', visitor],
      ['three', visitor],
      ['of another', other],
    ] as const) {
      const made = await app.fetch('/api/videos', { json: { topic }, token });
      ids.push(((await made.json()) as { id: string }).id);
    }
    const claim = async (headers: Record<string, string>, videos: readonly string[]): Promise<unknown> =>
      (await app.fetch('/api/claims', { json: { visitor, videos }, headers })).json();
    const [one = '', two = '', three = '', foreign = ''] = ids;
    expect(await claim(ada, [one, one, two, foreign, 'x'.repeat(26)])).to.deep.equal({
      taken: [one, two],
      left: [foreign, 'x'.repeat(26)],
    });
    expect(await claim(ben, [two, three])).to.deep.equal({ taken: [three], left: [two] });
    expect(await claim(ada, [one, two])).to.deep.equal({ taken: [one, two], left: [] });
    expect((await titles(app, undefined, ada)).toSorted()).to.deep.equal(['one', 'two']);
    expect(await titles(app, undefined, ben)).to.deep.equal(['three']);
    expect(await titles(app, visitor)).to.deep.equal([]);
    expect(await titles(app, other)).to.deep.equal(['of another']);
    const url = 'https://example.org/hook';
    const { id: hook } = (await (
      await app.fetch('/api/webhooks', { json: { url }, token: visitor })
    ).json()) as { id: string };
    const csv = { 'content-type': 'text/csv' };
    const sent = await app.fetch('/api/batches', {
      ...{ method: 'POST', token: visitor, headers: csv, body: 'topic\nfour\n' },
    });
    const { id: batch } = (await sent.json()) as { id: string };
    await app.batches.settled();
    const json = { visitor, batches: [batch, '0'.repeat(26)], webhooks: true };
    for (let times = 0; times < 2; times++) {
      const taken = (await (await app.fetch('/api/claims', { json, headers: ada })).json()) as object;
      expect(taken).to.deep.equal({
        ...{ taken: [], left: [], batches: { taken: [batch], left: ['0'.repeat(26)] } },
        webhooks: { taken: times === 0 ? [hook] : [], left: [] },
      });
    }
    await app.batches.settled();
    expect((await titles(app, undefined, ada)).toSorted()).to.deep.equal(['four', 'one', 'two']);
    const seen = async (path: string, who: Parameters<ServedApp['fetch']>[1]): Promise<unknown> =>
      (await app.fetch(path, who)).json();
    expect(await seen('/api/batches', { token: visitor })).to.deep.equal({ batches: [] });
    expect(await seen('/api/webhooks', { token: visitor })).to.deep.equal({ webhooks: [] });
    expect(await seen('/api/webhooks', { headers: ada })).to.have.nested.property('webhooks[0].id', hook);
    expect((await app.fetch(`/api/batches/${batch}`, { token: visitor })).status).to.equal(404);
    expect((await app.fetch(`/api/batches/${batch}`, { headers: ada })).status).to.equal(200);
    for (const [json, sentence] of [
      [{ visitor }, '/videos is missing, and so are batches and webhooks'],
      [{ visitor, batches: ['x'] }, '/batches/0 is not an id of a batch'],
      [{ visitor, webhooks: false }, '/webhooks is not true'],
      [{ visitor: 'short', videos: [one] }, '/visitor is not a visitor'],
      [{ visitor, videos: [] }, '/videos is empty'],
      [{ visitor, videos: ids.concat(Array.from({ length: 100 }, () => one)) }, '/videos has more than 100'],
      [{ visitor, videos: ['../x'] }, '/videos/0 is not an id'],
    ] as const) {
      const refused = await app.fetch('/api/claims', { json, headers: ada });
      expect(refused.status).to.equal(400);
      expect(await refused.text()).to.include(sentence);
    }
    const nobody = await app.fetch('/api/claims', { json: { visitor, videos: [one] } });
    expect(nobody.status).to.equal(401);
  });

  it('takes a person whom nobody vouches for neither for a visitor nor for a key', async () => {
    const VISITOR_KEY = visitorToken();
    for (const AUTH of ['oidc', 'iap']) {
      const app = await serve({
        env: { ...DEV, AUTH, VISITOR_KEY },
        secrets: { API_KEYS: KEYS, VISITOR_KEY },
      });
      for (const headers of [
        { 'x-visitor-subject': 'a'.repeat(43), 'x-api-key': KEY },
        { 'x-visitor-subject': 'a'.repeat(43), 'x-api-key': KEY, 'x-visitor-key': visitorToken() },
      ]) {
        const answer = await app.fetch('/api/videos', { headers });
        expect(answer.status).to.equal(401);
        expect(await answer.text()).to.include('A person is named without the VISITOR_KEY');
      }
    }
  });

  it('where people sign in an API key has videos of its own, and a front end’s key has none', async () => {
    const VISITOR_KEY = visitorToken();
    const app = await serve({
      env: { ...DEV, AUTH: 'iap', VISITOR_KEY },
      secrets: { API_KEYS: KEYS, VISITOR_KEY },
    });
    const person = {
      'x-visitor-key': VISITOR_KEY,
      'x-visitor-address': '198.51.100.1',
      'x-visitor-subject': 'accounts.google.com:101',
      'x-api-key': KEY,
    };
    await app.fetch('/api/videos', { json: { topic: 'of a person' }, headers: person });
    await app.fetch('/api/videos', { json: { topic: 'of a key' }, token: KEY });
    expect(await titles(app, undefined, person)).to.deep.equal(['of a person']);
    expect(await titles(app, KEY)).to.deep.equal(['of a key']);
    // The visitors of a front end that signs nobody in would all be one owner.
    const visitor = { token: visitorToken(), headers: { 'x-api-key': OTHER } };
    expect((await app.fetch('/api/videos', visitor)).status).to.equal(401);
  });

  it('ignores a named person where nobody signs in', async () => {
    const VISITOR_KEY = visitorToken();
    const app = await serve({ env: DEV, secrets: { VISITOR_KEY } });
    const headers = {
      'x-visitor-key': VISITOR_KEY,
      'x-visitor-address': '198.51.100.1',
      'x-visitor-subject': 'accounts.google.com:101',
    };
    expect((await app.fetch('/api/videos', { headers })).status).to.equal(401);
  });

  it('takes a new list of keys without a restart, and accepts no key of an invalid list', async () => {
    let list: string | undefined = KEYS;
    const app = await serve({
      env: DEV,
      deps: { secrets: { get: async (name) => (name === 'API_KEYS' ? list : undefined) } },
    });
    const status = async (): Promise<number> =>
      (await app.fetch('/api/videos', { json: { topic: 'a' }, token: KEY })).status;
    expect(await status()).to.equal(202);
    list = `other:${hex(OTHER)}`;
    expect(await status()).to.equal(401);
    list = 'not a list';
    expect(await status()).to.equal(503);
    expect((await app.fetch('/live')).status).to.equal(200);
  });

  it('reads lists of keys strictly', () => {
    expect([...parseKeys(KEYS).keys()]).to.deep.equal(['ui', 'team.two']);
    for (const bad of ['a', 'a:b', `a:${hex('x')},`, `a b:${hex('x')}`, `:${hex('x')}`]) {
      expect(() => parseKeys(bad), bad).to.throw(/pairs of a name/);
    }
  });
});

describe('rate limits', () => {
  let app: ServedApp;
  afterEach(() => app.stop());

  const statuses = async (times: number, ask: (index: number) => Promise<Response>): Promise<number[]> => {
    const seen: number[] = [];
    for (let index = 0; index < times; index++) {
      const answer = await ask(index);
      seen.push(answer.status);
      await answer.arrayBuffer();
    }
    return seen;
  };

  it('count by the minute, and say so in the standard headers', async () => {
    app = await serveApp({ env: { RATE_LIMIT_PER_MINUTE: '3' } });
    const first = await app.fetch('/api/options');
    expect(first.headers.get('ratelimit-policy')).to.equal('"read";q=3;w=60');
    expect(first.headers.get('ratelimit')).to.match(/^"read";r=2;t=(60|59)$/);
    expect(await statuses(3, () => app.fetch('/api/options'))).to.deep.equal([200, 200, 429]);
    const refused = await app.fetch('/api/options');
    expect(Number(refused.headers.get('retry-after'))).to.be.within(1, 60);
    expect(await refused.json()).to.deep.include({ type: 'urn:shortfactory:problem:rate-limited' });
  });

  it('do not depend on the token, which is free to make', async () => {
    app = await serveApp({ env: { RATE_LIMIT_PER_MINUTE: '3' } });
    const seen = await statuses(5, () => app.fetch('/api/videos', { token: visitorToken() }));
    expect(seen).to.deep.equal([200, 200, 200, 429, 429]);
  });

  it('count requests that are not found or not authenticated, too', async () => {
    app = await serveApp({ env: { RATE_LIMIT_PER_MINUTE: '2' } });
    expect(await statuses(3, () => app.fetch('/nothing'))).to.deep.equal([404, 404, 429]);
    await app.stop();
    app = await serveApp({ env: { RATE_LIMIT_PER_MINUTE: '2' } });
    expect(await statuses(3, () => app.fetch('/api/videos', { token: 'short' }))).to.deep.equal([
      401, 401, 429,
    ]);
  });

  it('are lower for making something, and never apply to a platform’s probes', async () => {
    app = await serveApp({ env: { RATE_LIMIT_PER_MINUTE: '12' } });
    const made = await statuses(3, () => app.fetch('/api/videos', { json: { topic: 'a' } }));
    expect(made).to.deep.equal([202, 202, 429]);
    expect((await app.fetch('/api/videos')).status).to.equal(200);
    for (const path of ['/live', '/ready']) {
      expect(new Set(await statuses(20, () => app.fetch(path)))).to.deep.equal(new Set([200]));
    }
  });

  it('count health checks separately, for each client', async () => {
    app = await serveApp({ env: { RATE_LIMIT_PER_MINUTE: '3' } });
    expect(await statuses(4, () => app.fetch('/health', { token: 'short' }))).to.deep.equal([
      200, 200, 200, 429,
    ]);
    expect((await app.fetch('/api/options')).status).to.equal(200);
  });

  it('count the visitors of a front end with a key one by one', async () => {
    app = await serveApp({
      env: { APP_ENV: 'dev', RATE_LIMIT_PER_MINUTE: '2' },
      secrets: { API_KEYS: KEYS },
    });
    const headers = { 'x-api-key': KEY };
    for (const token of [visitorToken(), visitorToken()]) {
      expect(await statuses(3, () => app.fetch('/api/videos', { token, headers }))).to.deep.equal([
        200, 200, 429,
      ]);
    }
  });

  it('count the visitor that the web interface names, with or without an API key', async () => {
    const VISITOR_KEY = visitorToken();
    app = await serveApp({
      env: { APP_ENV: 'dev', RATE_LIMIT_PER_MINUTE: '2' },
      secrets: { API_KEYS: KEYS, VISITOR_KEY },
    });
    const asking = (address: string, more = {}) =>
      statuses(3, () =>
        app.fetch('/api/videos', {
          // A new cookie with each request does not create another client.
          token: visitorToken(),
          headers: { 'x-visitor-key': VISITOR_KEY, 'x-visitor-address': address, ...more },
        }),
      );
    expect(await asking('198.51.100.1')).to.deep.equal([200, 200, 429]);
    expect(await asking('198.51.100.2', { 'x-api-key': KEY })).to.deep.equal([200, 200, 429]);
    expect(await asking('2001:db8::1')).to.deep.equal([200, 200, 429]);
  });

  it('ignore a visitor address that comes with a wrong key, without one, or that is not an address', async () => {
    const VISITOR_KEY = visitorToken();
    app = await serveApp({
      env: { APP_ENV: 'dev', RATE_LIMIT_PER_MINUTE: '4' },
      secrets: { VISITOR_KEY },
    });
    const lies = [
      { 'x-visitor-address': '198.51.100.1' },
      { 'x-visitor-address': '198.51.100.2', 'x-visitor-key': visitorToken() },
      { 'x-visitor-key': VISITOR_KEY },
      { 'x-visitor-address': 'no-address', 'x-visitor-key': VISITOR_KEY },
      { 'x-visitor-address': '198.51.100.3', 'x-visitor-key': '' },
    ];
    const seen = await statuses(lies.length, (index) =>
      app.fetch('/api/options', { headers: { ...lies[index] } }),
    );
    expect(seen).to.deep.equal([200, 200, 200, 200, 429]);
  });

  for (const [proxies, forwarded, same] of [
    ['0', (n: number) => `198.51.100.${n}`, true],
    ['1', (n: number) => `198.51.100.${n}, 203.0.113.9`, true],
    ['1', (n: number) => `203.0.113.9, 198.51.100.${n}`, false],
    ['2', (n: number) => `198.51.100.${n}, 203.0.113.9, 192.0.2.1`, true],
    ['2', (n: number) => `203.0.113.9, 198.51.100.${n}, 192.0.2.1`, false],
    ['1', (n: number) => `2001:db8:1:2::${n}`, true],
    ['1', (n: number) => `2001:db8:1:${n}::1`, false],
    ['1', (n: number) => `forged-${n}`, true],
  ] as const) {
    it(`with ${proxies} proxies takes ${forwarded(7)} for ${same ? 'one client whatever its 7' : 'its 7th client'}`, async () => {
      app = await serveApp({ env: { RATE_LIMIT_PER_MINUTE: '1', TRUSTED_PROXIES: proxies } });
      const seen = await statuses(3, (index) =>
        app.fetch('/api/options', { headers: { 'x-forwarded-for': forwarded(index + 1) } }),
      );
      expect(seen).to.deep.equal(same ? [200, 429, 429] : [200, 200, 200]);
    });
  }

  it('group addresses by subscriber', () => {
    app = { stop: async () => undefined } as ServedApp;
    expect(clientOf('', '192.0.2.1')).to.equal('192.0.2.1');
    expect(clientOf('', '::ffff:192.0.2.1')).to.equal('192.0.2.1');
    expect(clientOf('2001:DB8:0:1:aaaa::1', undefined)).to.equal('2001:db8:0:1::/64');
    expect(clientOf('2001:db8::1', undefined)).to.equal('2001:db8:0:0::/64');
    expect(clientOf('::1', undefined)).to.equal('0:0:0:0::/64');
    expect(clientOf('fe80::1%eth0', undefined)).to.equal('fe80:0:0:0::/64');
    expect(clientOf('junk', '192.0.2.1')).to.equal('192.0.2.1');
    expect(clientOf('junk', undefined)).to.equal('unknown');
  });
});
