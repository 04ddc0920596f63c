import type { KeyListJson, KeyWithTextJson } from '@shortfactory/contract';
import { CLIENT_LINES } from '@shortfactory/testing/support/mcp-clients';
import { expect } from 'chai';
import { SCOPES } from '../../http/identity/key-scopes.ts';
import { routesFor } from '../../http/routes/index.ts';
import type { AppDeps } from '../../http/app.ts';
import { serveApp, visitorToken } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

const VISITOR_KEY = visitorToken();
const named = (subject: string): Record<string, string> => ({
  'x-visitor-key': VISITOR_KEY,
  'x-visitor-address': '198.51.100.1',
  'x-visitor-subject': subject.repeat(43),
});
const ADA = named('a');
const BEN = named('b');
const serveSignIn = (env: Record<string, string> = {}): Promise<ServedApp> =>
  serveApp({ env: { APP_ENV: 'dev', AUTH: 'oidc', VISITOR_KEY, ...env }, secrets: { VISITOR_KEY } });

describe('keys that people make', () => {
  let app: ServedApp;
  before(async () => {
    app = await serveSignIn();
  });
  after(() => app.stop());

  const make = async (wanted: object = {}, headers = ADA): Promise<KeyWithTextJson> => {
    const json = { name: 'n8n at home', scopes: ['read', 'make'], ...wanted };
    const answer = await app.fetch('/api/keys', { json, headers });
    expect(answer.status, await answer.clone().text()).to.equal(201);
    expect(answer.headers.get('cache-control')).to.equal('no-store');
    return (await answer.json()) as KeyWithTextJson;
  };
  const list = async (headers = ADA): Promise<KeyListJson['keys']> =>
    ((await (await app.fetch('/api/keys', { headers })).json()) as KeyListJson).keys;

  it('work as their person does, as bearer token and in X-API-Key, and are listed without themselves', async () => {
    const { key, ...shown } = await make();
    expect(shown).to.include({ name: 'n8n at home', state: 'live', prefix: key.slice(0, 8) });
    expect(Date.parse(shown.endsAt) - Date.parse(shown.createdAt)).to.equal(90 * 86_400_000);
    expect((await app.fetch('/api/videos', { json: { topic: 'by a key' }, token: key })).status).to.equal(
      202,
    );
    const { videos } = (await (await app.fetch('/api/videos', { headers: ADA })).json()) as {
      videos: { title: string; mine: boolean }[];
    };
    expect(videos[0]).to.include({ title: 'by a key', mine: true });
    expect((await app.fetch('/api/videos', { headers: { 'x-api-key': key } })).status).to.equal(200);
    const text = JSON.stringify(await list());
    expect(text).to.include(shown.id).and.not.include(key.slice(0, 12));
    expect(await list(BEN)).to.deep.equal([]);
  });

  it('may do what they are allowed, also over MCP, and say which scope is missing', async () => {
    const { key } = await make({ scopes: ['read'] });
    const answer = await app.fetch('/api/videos', { json: { topic: 'a' }, token: key });
    expect(answer.status).to.equal(403);
    expect(answer.headers.get('www-authenticate')).to.include('error="insufficient_scope", scope="make"');
    expect(await answer.json()).to.include({
      detail: 'This key may read; for this one was expected that may make.',
    });
    const [{ overHttp }] = CLIENT_LINES as unknown as [(typeof CLIENT_LINES)[number]];
    const client = await overHttp(`${app.base}/mcp`, { authorization: `Bearer ${key}` });
    expect((await client.call('list_videos', {})).isError).not.to.equal(true);
    const refused = await client.call('create_video', { topic: 'tides' });
    expect(refused.isError).to.equal(true);
    expect(refused.content[0]?.text).to.include('for this one was expected that may make');
    await client.close();
  });

  it('that are revoked, cut or made up are refused in the same words, and never taken for a visitor', async () => {
    const { key, id } = await make();
    expect((await app.fetch(`/api/keys/${id}`, { method: 'DELETE', headers: ADA })).status).to.equal(204);
    const details = new Set<string>();
    for (const token of [
      key,
      key.slice(0, -1),
      `${key.slice(0, -1)}!`.replace('!', '0'),
      `sfk_${'A'.repeat(60)}`,
    ]) {
      const answer = await app.fetch('/api/videos', { token });
      expect(answer.status, token).to.equal(401);
      expect(answer.headers.get('www-authenticate')).to.include('error="invalid_token"');
      details.add(((await answer.json()) as { detail: string }).detail);
    }
    expect(details.size).to.equal(1);
    expect((await list()).find((each) => each.id === id)).to.include({ state: 'revoked' });
    const again = await app.fetch(`/api/keys/${id}/renew`, { json: {}, headers: ADA });
    expect(again.status).to.equal(409);
  });

  it('are made, seen and ended by their person alone: by no key, visitor or other person', async () => {
    const { key, id } = await make({ scopes: ['read', 'make', 'manage'] });
    const attempts = [
      ['GET', '/api/keys', undefined],
      ['POST', '/api/keys', { name: 'x', scopes: ['read'] }],
      ['POST', `/api/keys/${id}/renew`, {}],
      ['DELETE', `/api/keys/${id}`, undefined],
    ] as const;
    for (const [method, path, json] of attempts) {
      const init = { method, ...(json && { json }) };
      expect((await app.fetch(path, { ...init, token: key })).status, path).to.equal(403);
      expect((await app.fetch(path, { ...init, token: visitorToken() })).status, path).to.equal(401);
      expect((await app.fetch(path, init)).status, path).to.equal(401);
    }
    expect((await app.fetch(`/api/keys/${id}`, { method: 'DELETE', headers: BEN })).status).to.equal(404);
    expect((await app.fetch('/api/videos', { token: key })).status).to.equal(200);
  });

  it('are refused with a sentence where their request does not fit', async () => {
    for (const [json, sentence] of [
      [{ name: ' ', scopes: ['read'] }, '/name is empty or has control characters'],
      [{ name: 'x'.repeat(61), scopes: ['read'] }, '/name has more than 60 characters'],
      [{ name: 'x', scopes: [] }, '/scopes is empty (expected at least one of "read", "make", "manage")'],
      [{ name: 'x', scopes: ['read', 'read'] }, '/scopes names a scope twice'],
      [{ name: 'x', scopes: ['admin'] }, '/scopes/0'],
      [{ name: 'x', scopes: ['read'], days: 366 }, '/days is more than a year (365 days)'],
      [{ name: 'x', scopes: ['read'], days: 0 }, '/days is less than 1 day'],
      [{ name: 'x', scopes: ['read'], owner: 'me' }, '/owner is not a known field'],
    ] as const) {
      const answer = await app.fetch('/api/keys', { json, headers: BEN });
      expect(answer.status).to.equal(400);
      expect(await answer.text()).to.include(JSON.stringify(sentence).slice(1, -1));
    }
    for (let i = 0; i < 20; i++) await make({}, BEN);
    const full = await app.fetch('/api/keys', { json: { name: 'x', scopes: ['read'] }, headers: BEN });
    expect(full.status).to.equal(429);
    expect(await full.json()).to.include({ detail: '20 keys are the most; revoke one first.' });
  });

  it('stand in no log but by their first eight characters', async () => {
    const { key } = await make();
    await app.fetch('/api/videos', { token: key });
    const lines = JSON.stringify(app.lines);
    expect(lines)
      .to.include(`"key":"${key.slice(0, 8)}"`)
      .and.not.include(key.slice(0, 9));
  });

  it('are counted before they are looked up', async () => {
    const small = await serveSignIn({ RATE_LIMIT_PER_MINUTE: '2' });
    const { key } = await make();
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await small.fetch('/api/videos', { token: key })).status);
    expect(statuses).to.deep.equal([401, 401, 429]);
    await small.stop();
  });

  it('are unknown where nobody signs in', async () => {
    const { key } = await make();
    const visitors = await serveApp({ env: { APP_ENV: 'dev' } });
    const answer = await visitors.fetch('/api/videos', { token: key });
    expect(answer.status).to.equal(401);
    expect(await answer.text()).to.include('nobody signs in here');
    expect((await visitors.fetch('/api/keys', { token: visitorToken() })).status).to.equal(401);
    await visitors.stop();
  });
});

describe('what a key has to be allowed', () => {
  const closing = new AbortController().signal;
  const routesOf = (ROLE: 'api' | 'worker' | 'all') =>
    routesFor({
      config: { ROLE, APP_ENV: 'local', CORS_ORIGINS: [] },
      ...{ closing, connections: {}, voiceInstalls: {} },
    } as unknown as AppDeps);

  it('is said for every route, and for nothing else', () => {
    const ids = (['api', 'worker', 'all'] as const).flatMap((role) =>
      routesOf(role).map(({ shape }) => shape.id),
    );
    expect(Object.keys(SCOPES).sort()).to.deep.equal([...new Set(ids)].sort());
  });

  it('is nothing that changes something without make or manage', () => {
    for (const { shape } of routesOf('all')) {
      const scope = SCOPES[shape.id];
      if (shape.access === 'machine' || shape.access === 'queue') expect(scope, shape.id).to.equal('never');
      if (shape.access === 'operator' || shape.access === 'person') expect(scope, shape.id).to.equal('never');
      if (shape.method !== 'GET' && shape.id !== 'mcp')
        expect(scope, shape.id).to.be.oneOf(['make', 'manage', 'never']);
    }
  });
});
