import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServerBuild } from '@remix-run/node';
import { expect } from 'chai';
import { SignJWT, UnsecuredJWT } from 'jose';
import { loadEnv } from '../../app/env.server.ts';
import { createApp } from '../../server/app.ts';
import { createSealing } from '../../server/sign-in/sealing.ts';
import { ApiDouble } from '../double/api.ts';
import { SessionsDouble } from '../double/sessions.ts';
import { CookieJar } from '../support/cookie-jar.ts';
import { idToken, issuerKey, startLyingIssuer, tokenAnswer } from '../support/lying-issuer.ts';
import type { IssuerKey, LyingIssuer } from '../support/lying-issuer.ts';
import { CLIENT, startIssuer } from '../support/oidc-issuer.ts';
import type { TestIssuer } from '../support/oidc-issuer.ts';

const VISITOR_KEY = 'v'.repeat(43);

/** Pages whose data is what their loader knows: who has signed in, and why the page of sign-in is shown. */
const told = async ({ context, request }: { context: Record<string, never>; request: Request }) => {
  const { signIn, api } = context as never as {
    signIn?: { person?: unknown; unanswered(): Promise<unknown>; refused(text: string): Promise<unknown> };
    api: { videos(): Promise<unknown> };
  };
  const { searchParams } = new URL(request.url);
  await api.videos().catch(() => undefined);
  return Response.json({
    person: signIn?.person ?? null,
    refused: (await signIn?.refused(searchParams.get('refused') ?? '')) ?? null,
  });
};
const BUILD = {
  entry: { module: { default: () => new Response() } },
  routes: Object.fromEntries(
    ['list', 'auth/sign-in', 'auth/claim', 'videos'].map((path) => [
      path,
      { id: path, path, module: { loader: told } },
    ]),
  ),
  assets: { version: '1', url: '/manifest.js', entry: { module: '/e.js', imports: [] }, routes: {} },
  publicPath: '/',
  assetsBuildDirectory: 'build',
  future: {},
  isSpaMode: false,
} as unknown as ServerBuild;

describe('signing in by an OpenID provider', () => {
  const api = new ApiDouble();
  let issuer: TestIssuer;
  let ui: Server;
  let base: string;
  let answer: RequestListener;

  /** Another process at the same address. */
  const start = (change: Record<string, string> = {}): void => {
    answer = uiOver(api, issuer.url, change);
  };
  const signIn = (jar: CookieJar, back = '/list') =>
    jar.follow(`${base}/auth/begin?${new URLSearchParams({ back })}`);
  const personOf = async (jar: CookieJar): Promise<Record<string, string> | null> =>
    ((await (await jar.get(`${base}/list`)).json()) as { person: Record<string, string> | null }).person;

  before(async () => {
    ui = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => ui.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(ui.address() as AddressInfo).port}`;
    await api.listen();
    issuer = await startIssuer([`${base}/auth/callback`], base);
  });
  beforeEach(async () => {
    api.seen.length = 0;
    api.sessions = new SessionsDouble();
    issuer.account = {
      ...{ sub: 'ada', name: 'Ada Lovelace', email: 'ada@fjord.example', email_verified: true },
      groups: ['film'],
    };
    start();
  });
  after(async () => {
    ui.closeAllConnections();
    ui.close();
    await issuer.close();
    await api.close();
  });

  it('leads to the provider and back to the page, and the API hears the same person from any browser', async () => {
    const subjects = new Set<unknown>();
    for (const jar of [new CookieJar(), new CookieJar()]) {
      const { way, answer } = await signIn(jar);
      expect(answer.status).to.equal(200);
      expect(way.at(-1)).to.equal(`${base}/list`);
      expect(await personOf(jar)).to.include({ name: 'Ada Lovelace', role: 'member' });
      const headers = api.seen.at(-1)?.headers ?? {};
      subjects.add(headers['x-visitor-subject']);
      expect(headers['x-visitor-key']).to.equal(VISITOR_KEY);
      expect(headers['authorization']).to.equal(undefined);
    }
    expect(subjects.size).to.equal(1);
    expect([...subjects][0]).to.match(/^[A-Za-z0-9_-]{43}$/);
  });

  it('asks with PKCE, a state and a nonce, and keeps what it asked out of sight', async () => {
    const jar = new CookieJar();
    const begun = await jar.get(`${base}/auth/begin`);
    const asked = new URL(begun.headers.get('location') ?? '').searchParams;
    expect(asked.get('code_challenge_method')).to.equal('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).to.have.length.above(40);
    const [cookie = ''] = begun.headers.getSetCookie();
    expect(cookie)
      .to.match(/HttpOnly/i)
      .and.match(/SameSite=Lax/i);
    expect(cookie).not.to.include(asked.get('nonce'));
  });

  it('leads back to paths of its own only', async () => {
    for (const back of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/auth/sign-out',
      '/\nx',
    ]) {
      const { way } = await signIn(new CookieJar(), back);
      expect(way.at(-1), back).to.equal(`${base}/videos`);
    }
  });

  it('lets two tabs sign in at once, and a third that comes too late finds itself signed in', async () => {
    const jar = new CookieJar();
    const [one, other] = [
      await jar.get(`${base}/auth/begin?back=/list`),
      await jar.get(`${base}/auth/begin`),
    ];
    for (const begun of [one, other]) {
      const { answer: last } = await jar.follow(begun.headers.get('location') ?? '');
      expect(last.status).to.equal(200);
    }
    const { way } = await jar.follow(`${base}/auth/callback?code=x&state=unknown&iss=${issuer.url}`);
    expect(way.at(-1)).to.equal(`${base}/videos`);
  });

  it('refuses a code twice, another state, another issuer and a sign-in of another browser', async () => {
    const jar = new CookieJar();
    const begun = await jar.get(`${base}/auth/begin`);
    const kept = new Map(jar.of(base));
    let callback = new URL(begun.headers.get('location') ?? '');
    while (!callback.href.startsWith(base))
      callback = new URL((await jar.get(callback)).headers.get('location') ?? '', callback);
    const wrong = (name: string, value: string): URL => {
      const changed = new URL(callback);
      changed.searchParams.set(name, value);
      return changed;
    };
    const stranger = new CookieJar();
    for (const [what, browser, address] of [
      ['another browser', stranger, callback],
      ['another state', jar, wrong('state', 'x'.repeat(43))],
      ['a state that only begins alike', jar, wrong('state', `${callback.searchParams.get('state')}x`)],
      ['another issuer', jar, wrong('iss', 'https://other.example')],
    ] as const) {
      kept.forEach((value, name) => jar.of(base).set(name, value));
      const { way } = await browser.follow(address);
      expect(way.at(-1), what).to.match(/\/auth\/sign-in\?why=begun&/);
      expect(await personOf(browser), what).to.equal(null);
    }
    kept.forEach((value, name) => jar.of(base).set(name, value));
    expect((await jar.follow(callback)).way.at(-1)).to.match(/\/auth\/claim\?back=%2Fvideos$/);
    const thief = new CookieJar();
    kept.forEach((value, name) => thief.of(base).set(name, value));
    expect((await thief.follow(callback)).way.at(-1)).to.match(/why=begun/);
    expect(await personOf(thief)).to.equal(null);
  });

  it('lets in whom domains, addresses or groups name, and says to others which account it was', async () => {
    const rules = {
      OIDC_DOMAINS: 'fjord.example',
      OIDC_PEOPLE: 'Ben@mail.example',
      OIDC_GROUPS: 'film',
      OIDC_ADMIN_GROUPS: 'ops',
    };
    const many = Array.from({ length: 5000 }, (_, index) => `a group with a name of some length ${index}`);
    start(rules);
    for (const [claims, role] of [
      [{ email: 'ada@fjord.example', email_verified: true }, 'member'],
      [{ email: 'ben@mail.example', email_verified: true }, 'member'],
      [{ groups: [...many, 'film', 'ops'] }, 'admin'],
      [{ groups: 'film' }, 'member'],
      [{ email: 'ada@fjord.example', email_verified: false }, undefined],
      [{ email: 'ada@fjord.example' }, undefined],
      [{ email: 'ada@evil.example', email_verified: true, groups: many }, undefined],
      [{ email: 'ada@fjord.example@evil.example', email_verified: true }, undefined],
      [{ email: ['ada@fjord.example'], email_verified: true, groups: { film: true } }, undefined],
    ] as const) {
      issuer.account = { sub: 'ada', name: 'Ada', ...claims };
      const jar = new CookieJar();
      const { answer: last } = await signIn(jar);
      expect((await personOf(jar))?.['role'], JSON.stringify(claims).slice(0, 100)).to.equal(role);
      // The API hears of admins, and of nobody else as one.
      if (role !== undefined)
        expect(api.seen.at(-1)?.headers['x-visitor-role']).to.equal(role === 'admin' ? 'admin' : undefined);
      if (role !== undefined) continue;
      const said = (await last.json()) as { refused: string };
      expect(said.refused).to.equal(
        'email' in claims && typeof claims.email === 'string' ? claims.email : 'Ada',
      );
      expect(last.url).not.to.include('example%40').and.not.to.include('fjord');
    }
  });

  it('takes no cookie that is cut, of another deployment, of another epoch or too old a key', async () => {
    const jar = new CookieJar();
    await signIn(jar);
    const [name, session] = [...jar.of(base)].find(([each]) => each === 'sf_session') ?? ['', ''];
    const withCookie = (value: string): CookieJar => {
      const other = new CookieJar();
      other.of(base).set(name, value);
      return other;
    };
    expect(await personOf(withCookie(session))).to.include({ name: 'Ada Lovelace' });
    for (const value of [
      session.slice(0, -9),
      `${session}A`,
      '',
      'x'.repeat(4000),
      'a.b.c.d.e',
      `${session}.${session}`,
    ])
      expect(await personOf(withCookie(value)), value.slice(0, 20)).to.equal(null);
    for (const [change, stays] of [
      [{ COOKIE_KEYS: `${'n'.repeat(32)},${'c'.repeat(32)}` }, true],
      [{ COOKIE_KEYS: 'n'.repeat(32) }, false],
      [{ SESSION_EPOCH: '1' }, false],
      [{ OIDC_ISSUER: 'http://127.0.0.1:1' }, false],
      [{ OIDC_CLIENT_ID: 'another' }, false],
    ] as const) {
      start(change);
      expect((await personOf(withCookie(session))) !== null, JSON.stringify(change)).to.equal(stays);
    }
  });

  it('signs out here and at the provider, by a form of its own pages only', async () => {
    const jar = new CookieJar();
    await signIn(jar);
    const foreign = { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } };
    expect((await jar.get(`${base}/auth/sign-out`, foreign)).status).to.equal(403);
    expect(await personOf(jar)).not.to.equal(null);
    const out = await jar.get(`${base}/auth/sign-out`, { method: 'POST' });
    const there = new URL(out.headers.get('location') ?? '');
    expect(there.origin).to.equal(issuer.url);
    expect(there.searchParams.get('client_id')).to.equal(CLIENT.id);
    expect(await personOf(jar)).to.equal(null);
    expect(out.headers.get('content-security-policy')).to.include(`form-action 'self' ${issuer.url}`);
  });

  it('tells the API of each session once, and which were signed out: no copy of a cookie works then', async () => {
    const jar = new CookieJar();
    await signIn(jar);
    const copy = new CookieJar();
    jar.of(base).forEach((value, name) => copy.of(base).set(name, value));
    for (let page = 0; page < 20; page++) expect(await personOf(copy)).not.to.equal(null);
    const told = api.seen.filter(({ path }) => path.startsWith('/api/sessions/'));
    expect(told.length).to.be.within(1, 3);
    expect(api.sessions.list).to.have.length(1);
    expect(JSON.stringify(api.sessions.list)).not.to.match(/Ada|fjord/);
    await jar.get(`${base}/auth/sign-out`, { method: 'POST' });
    expect(await personOf(copy)).to.equal(null);
    expect(copy.of(base).has('sf_session')).to.equal(false);
    expect(api.sessions.list).to.deep.equal([]);
  });

  it('keeps who is signed in, and lets people sign in and out, while the API is away', async () => {
    api.sessions.isAway = true;
    const jar = new CookieJar();
    await signIn(jar);
    start();
    expect(await personOf(jar)).to.include({ name: 'Ada Lovelace' });
    await jar.get(`${base}/auth/sign-out`, { method: 'POST' });
    expect(await personOf(jar)).to.equal(null);
    await signIn(jar);
    api.sessions.isAway = false;
    start();
    expect(await personOf(jar)).to.include({ name: 'Ada Lovelace' });
    expect(api.sessions.list).to.have.length(1);
  });

  it('lists a session of a version that listed none as one, whoever asks first', async () => {
    const sealing = createSealing(['c'.repeat(32)], `${issuer.url} ${CLIENT.id}`);
    const begun = Math.floor(Date.now() / 1000) - 60;
    const claims = { subject: 's'.repeat(43), name: 'Ada', role: 'member', begun, epoch: 0 };
    const jar = new CookieJar();
    jar.of(base).set('sf_session', await sealing.seal('session', claims, 3600));
    for (let process = 0; process < 2; process++) {
      start();
      expect(await personOf(jar)).to.include({ name: 'Ada' });
    }
    expect(api.sessions.list).to.have.length(1);
  });

  it('shows pages to visitors, or to people alone', async () => {
    const visitor = new CookieJar();
    expect((await visitor.get(`${base}/list`)).status).to.equal(200);
    start({ OIDC_VISITORS: 'false' });
    const { way } = await visitor.follow(`${base}/list?a=1`);
    expect(way.at(-1)).to.equal(`${base}/auth/sign-in?back=%2Flist%3Fa%3D1`);
    const refused = await visitor.get(`${base}/api/voices`);
    expect(refused.status).to.equal(401);
    expect(await refused.text()).to.include('Only who has signed in may do this.');
    expect((await signIn(visitor, '/list')).answer.status).to.equal(200);
  });

  it('keeps sessions over https under a name that no other host can set', async () => {
    start({ APP_ENV: 'dev', TRUSTED_PROXIES: '1', OIDC_ISSUER: 'https://127.0.0.1:1' });
    const plain = await fetch(`${base}/auth/begin`, { redirect: 'manual' });
    expect(plain.status).to.equal(400);
    expect(await plain.text()).to.equal('Signing in needs https: this page was asked for over plain http.');
    const out = await fetch(`${base}/auth/sign-out`, {
      ...{ method: 'POST', redirect: 'manual' },
      headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': '198.51.100.1' },
    });
    expect(out.headers.get('set-cookie')).to.match(/^__Host-sf_session=;.*path=\/.*secure.*httponly/i);
  });
});

describe('an issuer that is away or does not tell the truth', () => {
  const api = new ApiDouble();
  let issuer: LyingIssuer;
  let good: IssuerKey;
  let ui: Server;
  let base: string;
  let answer: RequestListener;

  before(async () => {
    await api.listen();
    good = await issuerKey('first');
    ui = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => ui.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(ui.address() as AddressInfo).port}`;
  });
  beforeEach(async () => {
    issuer = await startLyingIssuer();
    issuer.keys = [good.jwk];
    answer = uiOver(api, issuer.url);
  });
  afterEach(() => issuer.close());
  after(async () => {
    ui.closeAllConnections();
    ui.close();
    await api.close();
  });

  /** Begins, and comes back with what the issuer says then. */
  const comeBack = async (
    jar: CookieJar,
    token: (nonce: string) => Promise<string> | string,
  ): Promise<string> => {
    const begun = await jar.get(`${base}/auth/begin?back=/list`);
    const asked = new URL(begun.headers.get('location') ?? '', base).searchParams;
    issuer.token = () => token(asked.get('nonce') ?? '');
    const back = new URLSearchParams({ code: 'c', state: asked.get('state') ?? '', iss: issuer.url });
    const { way } = await jar.follow(`${base}/auth/callback?${back}`);
    return way.at(-1) ?? '';
  };
  const honest = async (nonce: string): Promise<string> => tokenAnswer(await idToken(issuer, good, nonce));

  it('is believed as far as it proves what it says', async () => {
    expect(await comeBack(new CookieJar(), honest)).to.equal(`${base}/list`);
    const [stranger, unknown] = [await issuerKey('first'), await issuerKey('unknown')];
    const secret = new TextEncoder().encode(JSON.stringify(good.jwk));
    const now = Math.floor(Date.now() / 1000);
    const attempts: Readonly<Record<string, (nonce: string) => Promise<string> | string>> = {
      'alg none': (nonce) =>
        new UnsecuredJWT({
          iss: issuer.url,
          aud: CLIENT.id,
          sub: 'ada',
          nonce,
          iat: now,
          exp: now + 60,
        }).encode(),
      'another key of the same name': (nonce) => idToken(issuer, stranger, nonce),
      'a key that was not published': (nonce) => idToken(issuer, unknown, nonce),
      'the public key as a secret': (nonce) =>
        new SignJWT({ iss: issuer.url, aud: CLIENT.id, sub: 'ada', nonce, iat: now, exp: now + 60 })
          .setProtectedHeader({ alg: 'HS256', kid: 'first' })
          .sign(secret),
      'another audience': (nonce) => idToken(issuer, good, nonce, { aud: 'other' }),
      'another issuer': (nonce) => idToken(issuer, good, nonce, { iss: 'https://other.example' }),
      'another nonce': () => idToken(issuer, good, 'x'.repeat(43)),
      'no nonce': (nonce) => idToken(issuer, good, nonce, { nonce: undefined }),
      'no subject': (nonce) => idToken(issuer, good, nonce, { sub: undefined }),
      'expired a minute ago': (nonce) => idToken(issuer, good, nonce, { exp: now - 60, iat: now - 120 }),
      'no end': (nonce) => idToken(issuer, good, nonce, { exp: undefined }),
      'no token at all': () => '',
      'no token but a word': () => 'ada@example.com',
    };
    for (const [what, token] of Object.entries(attempts)) {
      const jar = new CookieJar();
      const end = await comeBack(jar, async (nonce) => tokenAnswer(await token(nonce)));
      expect(end, what).to.match(/\/auth\/sign-in\?why=unproven&/);
      expect(jar.of(base).has('sf_session'), what).to.equal(false);
    }
  });

  it('may change its keys, and clocks may differ by a few seconds', async () => {
    expect(await comeBack(new CookieJar(), honest)).to.equal(`${base}/list`);
    const now = Math.floor(Date.now() / 1000);
    const late = async (nonce: string): Promise<string> =>
      tokenAnswer(await idToken(issuer, good, nonce, { exp: now - 10 }));
    expect(await comeBack(new CookieJar(), late)).to.equal(`${base}/list`);
    const next = await issuerKey('second');
    issuer.keys = [next.jwk];
    answer = uiOver(api, issuer.url);
    const renewed = async (nonce: string): Promise<string> => tokenAnswer(await idToken(issuer, next, nonce));
    expect(await comeBack(new CookieJar(), renewed)).to.equal(`${base}/list`);
    expect(await comeBack(new CookieJar(), honest)).to.match(/why=unproven/);
  });

  it('that answers with a page, too much, or not as it should is said to be away', async () => {
    await comeBack(new CookieJar(), honest);
    for (const [what, token, type] of [
      ['a page', () => '<h1>hello</h1>', 'text/html'],
      ['a token of 1 MB', () => tokenAnswer('x'.repeat(1_000_000)), 'application/json'],
    ] as const) {
      answer = uiOver(api, issuer.url);
      const jar = new CookieJar();
      const end = await comeBack(jar, (nonce) => {
        issuer.answers = { status: 200, type };
        void nonce;
        return token();
      });
      issuer.answers = { status: 200, type: 'application/json' };
      expect(end, what).to.match(/\/auth\/sign-in\?why=down&/);
    }
  });

  it('that is away when the server starts keeps nobody from anything but signing in', async () => {
    issuer.answers = { status: 502, type: 'text/html' };
    answer = uiOver(api, issuer.url);
    const jar = new CookieJar();
    expect((await jar.get(`${base}/list`)).status).to.equal(200);
    expect((await jar.follow(`${base}/auth/begin`)).way.at(-1)).to.match(/why=down/);
    const health = await jar.get(`${base}/health`);
    expect(health.status).to.equal(200);
    expect(((await health.json()) as { checks: unknown }).checks).to.deep.include({ signIn: 'unreachable' });
  });

  it('whose metadata are another’s is not asked', async () => {
    issuer.metadata = { issuer: 'https://other.example' };
    expect((await new CookieJar().follow(`${base}/auth/begin`)).way.at(-1)).to.match(/why=down/);
  });

  it('who says no there is back at the form, with nothing to read', async () => {
    const jar = new CookieJar();
    const begun = await jar.get(`${base}/auth/begin?back=/list`);
    const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const back = new URLSearchParams({ error: 'access_denied', state, iss: issuer.url });
    const { way } = await jar.follow(`${base}/auth/callback?${back}`);
    expect(way.at(-1)).to.equal(`${base}/auth/sign-in?back=%2Flist`);
  });
});

function uiOver(api: ApiDouble, issuerUrl: string, change: Record<string, string> = {}): RequestListener {
  const env = loadEnv({
    ...{ AUTH: 'oidc', OIDC_ISSUER: issuerUrl, OIDC_CLIENT_ID: CLIENT.id, OIDC_NAME: 'Fjord Media' },
    ...{ OIDC_CLIENT_SECRET: CLIENT.secret, COOKIE_KEYS: 'c'.repeat(32), VISITOR_KEY },
    ...{ API_URL: api.url, LOG_LEVEL: 'silent', ...change },
  });
  const none = (): void => undefined;
  const logger = { debug: none, info: none, warn: none, error: none, fatal: none } as never;
  return createApp({
    ...{ env, logger, build: BUILD, mode: 'production' },
    closing: new AbortController().signal,
  }).callback();
}
