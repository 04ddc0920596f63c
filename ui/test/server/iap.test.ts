import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServerBuild } from '@remix-run/node';
import { expect } from 'chai';
import { SignJWT, UnsecuredJWT, exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { loadEnv } from '../../app/env.server.ts';
import { createApp } from '../../server/app.ts';
import { ApiDouble } from '../double/api.ts';
import { octopusJob } from '../double/jobs.ts';

const AUDIENCE = '/projects/123456789012/locations/us-central1/services/shortfactory-ui';
const ADA = 'accounts.google.com:101';
const now = (): number => Math.floor(Date.now() / 1000);

interface Signed {
  readonly key: CryptoKey;
  readonly kid: string;
  readonly jwk: JWK;
}

async function newKey(kid: string, alg = 'ES256'): Promise<Signed> {
  const { privateKey, publicKey } = await generateKeyPair(alg);
  return { key: privateKey, kid, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

/** What Google's proxy says of a request, or what somebody would like it to have said. */
function claims(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    iss: 'https://cloud.google.com/iap',
    aud: AUDIENCE,
    sub: ADA,
    email: 'ada@example.com',
    iat: now() - 2,
    exp: now() + 600,
    ...change,
  };
}

function sign({ key, kid }: Pick<Signed, 'key' | 'kid'>, change = {}, alg = 'ES256'): Promise<string> {
  return new SignJWT(claims(change)).setProtectedHeader({ alg, kid }).sign(key);
}

/** One address whose data is the caller's list, as a page's loader reads it. */
const BUILD = {
  entry: { module: { default: () => new Response() } },
  routes: {
    list: {
      id: 'list',
      path: 'list',
      module: {
        loader: async ({ context }: { context: { api: { videos(): Promise<unknown> } } }) =>
          Response.json(await context.api.videos()),
      },
    },
  },
  assets: { version: '1', url: '/manifest.js', entry: { module: '/e.js', imports: [] }, routes: {} },
  publicPath: '/',
  assetsBuildDirectory: 'build',
  future: {},
  isSpaMode: false,
} as unknown as ServerBuild;

describe('signing in by Google’s Identity-Aware Proxy', () => {
  const api = new ApiDouble();
  const done = octopusJob('done', Date.now());
  let good: Signed;
  let keys: JWK[];
  let keysUp: boolean;
  let asked = 0;
  let keyServer: Server;
  let ui: Server;
  let base: string;

  const listen = async (server: Server): Promise<string> => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const ask = (path: string, assertion?: string, headers = {}): Promise<Response> =>
    fetch(base + path, {
      headers: { ...(assertion === undefined ? {} : { 'x-goog-iap-jwt-assertion': assertion }), ...headers },
    });
  /** A server that has not asked for keys yet. */
  const start = async (): Promise<void> => {
    ui?.close();
    const env = loadEnv({
      ...{ APP_ENV: 'dev', AUTH: 'iap', IAP_AUDIENCE: AUDIENCE, VISITOR_KEY: 'v'.repeat(43) },
      ...{ API_URL: api.url, LOG_LEVEL: 'silent' },
    });
    const none = (): void => undefined;
    const logger = { debug: none, info: none, warn: none, error: none, fatal: none } as never;
    const app = createApp({
      ...{ env, logger, build: BUILD, mode: 'production' },
      closing: new AbortController().signal,
      iapKeys: new URL('/keys', `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}`),
    });
    ui = createServer(app.callback());
    base = await listen(ui);
  };

  before(async () => {
    await api.listen();
    api.videos = [done];
    api.taken.add(done.id);
    good = await newKey('first');
    keyServer = createServer((_request, response) => {
      asked += 1;
      response.writeHead(keysUp ? 200 : 500, { 'content-type': 'application/json' });
      response.end(keysUp ? JSON.stringify({ keys }) : '<html>no</html>');
    });
    await listen(keyServer);
  });
  beforeEach(async () => {
    keys = [good.jwk];
    keysUp = true;
    api.seen.length = 0;
    await start();
  });
  after(async () => {
    ui.close();
    keyServer.close();
    await api.close();
  });

  it('passes the person on to the API, for pages and for what they ask, with no cookie to lose', async () => {
    for (const path of ['/list', `/api/videos/${done.id}`]) {
      api.seen.length = 0;
      const answer = await ask(path, await sign(good), {
        // What a client writes itself is not passed on.
        'x-visitor-subject': 'accounts.google.com:999',
        authorization: `Bearer ${'a'.repeat(43)}`,
      });
      expect(answer.status, path).to.equal(200);
      expect(answer.headers.get('set-cookie'), path).to.equal(null);
      const headers = api.seen.at(-1)?.headers ?? {};
      expect(headers['x-visitor-subject'], path).to.equal(ADA);
      expect(headers['x-visitor-key'], path).to.equal('v'.repeat(43));
      expect(headers['authorization'], path).to.equal(undefined);
    }
  });

  it('answers 401 in one sentence to everything that Google did not sign for us now', async () => {
    const [stranger, other] = [await newKey('first'), await newKey('other')];
    const rsa = await newKey('rsa', 'RS256');
    keys = [good.jwk, rsa.jwk];
    const valid = await sign(good);
    const [head = '', body = '', signature = ''] = valid.split('.');
    const changed = Buffer.from(JSON.stringify(claims({ sub: 'accounts.google.com:1' }))).toString(
      'base64url',
    );
    const secret = new TextEncoder().encode(JSON.stringify(good.jwk));
    const attempts: Readonly<Record<string, string | undefined>> = {
      nothing: undefined,
      'no token': 'ada@example.com',
      'another key of the same name': await sign(stranger),
      'a key that nobody published': await sign(other),
      'other claims under the signature': [head, changed, signature].join('.'),
      'no signature': `${head}.${body}.`,
      'alg none': new UnsecuredJWT(claims()).encode(),
      'the public key as a secret': await new SignJWT(claims())
        .setProtectedHeader({ alg: 'HS256', kid: 'first' })
        .sign(secret),
      'another algorithm': await sign(rsa, {}, 'RS256'),
      'another audience': await sign(good, { aud: AUDIENCE.replace('-ui', '-server') }),
      'another issuer': await sign(good, { iss: 'https://accounts.google.com' }),
      'no audience': await sign(good, { aud: undefined }),
      'no subject': await sign(good, { sub: undefined }),
      'a subject that breaks a header': await sign(good, { sub: 'a\r\nx-visitor-key: b' }),
      'no end': await sign(good, { exp: undefined }),
      'no beginning': await sign(good, { iat: undefined }),
      'expired a minute ago': await sign(good, { exp: now() - 60 }),
      'of the future': await sign(good, { iat: now() + 120 }),
      'of yesterday, for ever': await sign(good, { iat: now() - 86_400, exp: now() + 86_400 }),
    };
    for (const [what, assertion] of Object.entries(attempts)) {
      for (const path of ['/list', `/api/videos/${done.id}`]) {
        const answer = await ask(path, assertion);
        expect(answer.status, `${what} ${path}`).to.equal(401);
        expect(await answer.text(), what).to.include(
          'Only people whom Google’s Identity-Aware Proxy signed in',
        );
      }
    }
    expect(api.seen).to.deep.equal([]);
  });

  it('takes clocks that differ by a few seconds', async () => {
    for (const change of [{ exp: now() - 10 }, { iat: now() + 10 }])
      expect((await ask('/list', await sign(good, change))).status).to.equal(200);
  });

  it('asks for the keys once, and again when one is new', async () => {
    const before = asked;
    await Promise.all([1, 2, 3].map(async () => ask('/list', await sign(good))));
    expect(asked - before).to.equal(1);
    await start();
    const next = await newKey('second');
    keys = [good.jwk, next.jwk];
    expect((await ask('/list', await sign(next))).status).to.equal(200);
  });

  it('lets nobody in while the keys cannot be had, and people again afterwards', async () => {
    keysUp = false;
    const assertion = await sign(good);
    const answer = await ask('/list', assertion);
    expect(answer.status).to.equal(503);
    expect(answer.headers.get('retry-after')).to.equal('10');
    expect(await answer.text()).to.match(/^Who you are cannot be checked at the moment/);
    expect(api.seen).to.deep.equal([]);
    keysUp = true;
    expect((await ask('/list', assertion)).status).to.equal(200);
  });

  it('needs nobody for probes', async () => {
    keysUp = false;
    for (const path of ['/live', '/ready']) expect((await ask(path)).status, path).to.equal(200);
  });
});
