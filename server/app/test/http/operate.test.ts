import { createHash } from 'node:crypto';
import type { Job } from '@shortfactory/core';
import { NO_JOB_ENDS } from '@shortfactory/core';
import { CLIENT_LINES } from '@shortfactory/testing/support/mcp-clients';
import { expect } from 'chai';
import { NEW_WORK } from '../../http/limits/new-work.ts';
import { routesFor } from '../../http/routes/index.ts';
import type { AppDeps } from '../../http/app.ts';
import { serveApp, visitorToken } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

const VISITOR_KEY = visitorToken();
const [OPS, UI] = ['a key of the night shift, long enough', 'the key of a web interface, long enough'];
const hash = (key: string): string => createHash('sha256').update(key).digest('hex');
const named = (subject: string, role?: string): Record<string, string> => ({
  'x-visitor-key': VISITOR_KEY,
  'x-visitor-address': '198.51.100.1',
  'x-visitor-subject': subject.repeat(43),
  'x-api-key': UI,
  ...(role !== undefined && { 'x-visitor-role': role }),
});
const ADMIN = named('a', 'admin');
const MEMBER = named('b', 'member');
const OPERATOR = { 'x-api-key': OPS };
const SENTENCE = 'We move house until three.';
const signal = new AbortController().signal;

/** Routes that make, change or ask for something and begin no work: each new one has to stand here or in NEW_WORK. */
const NOT_WORK = new Set([
  ...['searchFootage', 'hearVoice', 'claimVideos', 'makeLink', 'installVoice', 'stopVoiceInstall'],
  ...['addConnection', 'testConnection', 'setConnectionList', 'removeConnectionKey', 'announceUpload'],
  ...['makeKey', 'renewKey', 'getProject', 'connectYoutube', 'connectedYoutube', 'addWebhook'],
  ...['renewWebhookSecret', 'retryManyJobs', 'cancelManyJobs', 'redeliver', 'redeliverBatch'],
  ...['checkTopic', 'checkScript', 'checkBatch', 'pauseBatch', 'cancelBatch', 'cancelVideo', 'mcp'],
  ...['askDeletion', 'sendUpload', 'openJob', 'stopPublication', 'revokeLink', 'removeWebhook'],
]);

describe('operating a deployment for people', () => {
  let app: ServedApp;
  const get = async <T>(path: string, headers: Record<string, string> = ADMIN): Promise<T> => {
    const answer = await app.fetch(path, { headers });
    expect(answer.status, `${path} ${await answer.clone().text()}`).to.equal(200);
    return (await answer.json()) as T;
  };
  const make = async (headers = MEMBER): Promise<string> => {
    const answer = await app.fetch('/api/videos', { headers, json: { topic: 'a secret of Ben' } });
    expect(answer.status, await answer.clone().text()).to.equal(202);
    return ((await answer.json()) as { id: string }).id;
  };
  /** As a worker ends it. */
  const end = async (id: string, change: Partial<Job>): Promise<void> => {
    const job = app.jobs.move(id, { finishedMs: Date.now(), ...change });
    await app.operations.ended
      .entering(NO_JOB_ENDS)
      .ended({ job: { ...job, ownerHash: 'b'.repeat(40) }, round: `active/${id}` });
  };
  const fail = (id: string, title: string): Promise<void> =>
    end(id, {
      status: 'failed',
      error: { stage: 'illustrate', title, detail: 'The model is overloaded.', retryable: true },
    });
  const log = (): Promise<{ entries: Record<string, string>[] }> => get('/api/operate/log?limit=100');

  before(async () => {
    const API_KEYS = `ops:${hash(OPS)},ui:${hash(UI)}`;
    app = await serveApp({
      env: { APP_ENV: 'dev', AUTH: 'oidc', VISITOR_KEY, API_KEYS, OPERATORS: 'ops' },
      secrets: { VISITOR_KEY, API_KEYS },
    });
  });
  after(() => app.stop());

  it('is an admin’s and an operator key’s, and nobody else’s on any of its routes', async () => {
    const shapes = routesFor({
      ...{ config: { ROLE: 'all', APP_ENV: 'dev', CORS_ORIGINS: [] }, closing: signal },
    } as unknown as AppDeps).flatMap(({ shape }) => (shape.access === 'operator' ? [shape] : []));
    expect(shapes.length).to.be.greaterThan(9);
    const made = await app.fetch('/api/keys', {
      headers: ADMIN,
      json: { name: 'n8n', scopes: ['read', 'make', 'manage'] },
    });
    const { key } = (await made.json()) as { key: string };
    const others: Record<string, Record<string, string>> = {
      'a member': MEMBER,
      'a person without a role': named('c'),
      'a role that is none': named('c', 'admin, member'),
      'a key of an admin': { authorization: `Bearer ${key}` },
      'a visitor': { authorization: `Bearer ${visitorToken()}` },
      'a visitor who says admin': { authorization: `Bearer ${visitorToken()}`, 'x-visitor-role': 'admin' },
      nobody: {},
      'who says admin': { 'x-visitor-role': 'admin' },
      'an admin with another key of the interface': { ...ADMIN, 'x-visitor-key': visitorToken() },
      'the key of the web interface': { 'x-api-key': UI },
      'an operator key for a visitor': { ...OPERATOR, authorization: `Bearer ${visitorToken()}` },
      'an operator key for a member': { ...MEMBER, ...OPERATOR },
      'an operator key that names nobody yet': { ...OPERATOR, 'x-visitor-address': '198.51.100.1' },
    };
    for (const shape of shapes) {
      const path = shape.path.replace(':id', '0123456789ABCDEFGHJKMNPQRS');
      const ask = (headers: Record<string, string>) =>
        app.fetch(path, { method: shape.method, headers, ...(shape.body && { json: {} }) });
      for (const [who, headers] of Object.entries(others))
        expect((await ask(headers)).status, `${who} ${shape.method} ${path}`).to.be.oneOf([401, 403]);
      for (const headers of [ADMIN, OPERATOR])
        expect((await ask(headers)).status, `${shape.method} ${path}`).to.be.oneOf([200, 400]);
    }
  });

  it('shows jobs of everybody without what they are about, by pages', async () => {
    const ids = [await make(), await make(), await make()];
    for (const id of ids) await end(id, { status: 'done', costUsd: 0.25 });
    const first = await get<{ jobs: { id: string }[]; next: string }>('/api/operate/jobs?state=done&limit=2');
    const rest = await get<{ jobs: { id: string }[] }>(
      `/api/operate/jobs?state=done&limit=2&cursor=${first.next}`,
    );
    const seen = [...first.jobs, ...rest.jobs];
    expect(seen.map(({ id }) => id)).to.have.members(ids);
    expect(JSON.stringify(seen)).not.to.include('secret').and.not.to.include('b'.repeat(11));
    const { today } = await get<{ today: { done: number; costUsd: number } }>('/api/operate');
    expect(today).to.deep.include({ done: 3, costUsd: 0.75 });
    for (const query of ['cursor=x', 'state=lost', 'limit=0', 'limit=1000', 'reason=no', 'days=1'])
      expect((await app.fetch(`/api/operate/jobs?${query}`, { headers: ADMIN })).status, query).to.equal(400);
  });

  it('tries again what failed for one reason, enters it, and says what was refused', async () => {
    const [one, other, third] = [await make(), await make(), await make()];
    await fail(one, 'Gemini answered 503');
    await fail(other, 'Gemini answered 503');
    await fail(third, 'Out of memory');
    const { reasons } = await get<{
      reasons: { reason: string; count: number; example: { error: object } }[];
    }>('/api/operate/failures');
    expect(reasons.map(({ count }) => count)).to.deep.equal([2, 1]);
    expect(reasons[0]?.example.error).to.deep.include({ title: 'Gemini answered 503' });
    const retried = await app.fetch('/api/operate/jobs/retry', {
      headers: ADMIN,
      json: { reason: reasons[0]?.reason },
    });
    const answer = (await retried.json()) as { done: string[] };
    expect(answer.done).to.have.members([one, other]);
    expect(answer).to.deep.include({ refused: [], more: false });
    expect((await app.jobs.get(third))?.status).to.equal('failed');
    const again = await app.fetch('/api/operate/jobs/retry', {
      headers: OPERATOR,
      json: { ids: [one, third, '0123456789ABCDEFGHJKMNPQRS'] },
    });
    const { done, refused } = (await again.json()) as {
      done: string[];
      refused: { id: string; why: string }[];
    };
    expect(done).to.deep.equal([third]);
    expect(refused.map(({ id }) => id)).to.have.members([one, '0123456789ABCDEFGHJKMNPQRS']);
    for (const { why } of refused) expect(why).to.match(/^[A-Z].+\.$/);
    const cancelled = await app.fetch('/api/operate/jobs/cancel', { headers: ADMIN, json: { ids: [one] } });
    expect(((await cancelled.json()) as { done: string[] }).done).to.deep.equal([one]);
    expect((await app.jobs.get(one))?.status).to.equal('cancelled');
    const { entries } = await log();
    expect(entries.find(({ did, of }) => did === 'job.cancel' && of === one)).to.include({ as: 'admin' });
    expect(entries.find(({ did, of }) => did === 'job.retry' && of === third)).to.include({
      as: 'key',
      who: 'ops',
    });
  });

  it('refuses selections that are none in one sentence', async () => {
    for (const [path, json] of [
      ['retry', {}],
      ['retry', { ids: [] }],
      ['retry', { ids: Array.from({ length: 101 }, () => '0123456789ABCDEFGHJKMNPQRS') }],
      ['retry', { ids: ['../secret'] }],
      ['retry', { reason: 'everything' }],
      ['retry', { reason: '0123456789', days: 3650 }],
      ['cancel', { reason: '0123456789' }],
    ] as const) {
      const answer = await app.fetch(`/api/operate/jobs/${path}`, { headers: ADMIN, json });
      expect(answer.status, JSON.stringify(json).slice(0, 80)).to.equal(400);
    }
    for (const json of [
      {},
      { on: 'yes' },
      { on: true, minutes: 0 },
      { on: true, minutes: 1e9 },
      { on: true, sentence: 'x'.repeat(161) },
    ])
      expect(
        (await app.fetch('/api/operate/maintenance', { method: 'PUT', headers: ADMIN, json })).status,
        JSON.stringify(json).slice(0, 80),
      ).to.equal(400);
  });

  it('enters what people do with keys, links and webhooks, by pseudonym and without secrets', async () => {
    const made = await app.fetch('/api/keys', {
      headers: MEMBER,
      json: { name: 'of Ben', scopes: ['manage'] },
    });
    const { id, key } = (await made.json()) as { id: string; key: string };
    const hook = await app.fetch('/api/webhooks', {
      headers: { authorization: `Bearer ${key}` },
      json: { url: 'https://receiver.example/secret-path' },
    });
    expect(hook.status).to.equal(201);
    await app.fetch(`/api/keys/${id}`, { method: 'DELETE', headers: MEMBER });
    await app.fetch('/api/keys/0000000000000000', { method: 'DELETE', headers: MEMBER });
    const { entries } = await log();
    const of = entries.filter(({ of: thing = '' }) => thing.includes(id));
    expect(of.map(({ did }) => did)).to.deep.equal(['key.revoked', 'key.made']);
    expect(of[0]?.['who']).to.match(/^p-\w{10}$/);
    expect(entries.find(({ did }) => did === 'webhook.added')).to.include({
      who: of[0]?.['who'],
      by: key.slice(0, 8),
    });
    expect(JSON.stringify(entries))
      .not.to.include(key)
      .and.not.to.include('receiver')
      .and.not.to.include('of Ben');
    expect(entries.some(({ of: thing = '' }) => thing.includes('0000000000000000'))).to.equal(false);
  });

  it('opens a video only with a reason, which is entered', async () => {
    const id = await make();
    const open = (json: object) => app.fetch(`/api/operate/jobs/${id}/open`, { headers: ADMIN, json });
    expect((await open({})).status).to.equal(400);
    expect((await open({ why: 'the owner asked for help' })).status).to.equal(204);
    expect((await log()).entries[0]).to.include({ did: 'job.open', of: id, why: 'the owner asked for help' });
  });

  describe('maintenance', () => {
    const set = (json: object) =>
      app.fetch('/api/operate/maintenance', { method: 'PUT', headers: ADMIN, json });
    afterEach(() => set({ on: false }));

    it('is decided for every route that makes or asks for something', () => {
      const shapes = routesFor({
        ...{ config: { ROLE: 'all', APP_ENV: 'local', CORS_ORIGINS: [] }, closing: signal },
        ...{ connections: {}, voiceInstalls: {} },
      } as unknown as AppDeps).map(({ shape }) => shape);
      for (const { id, bucket } of shapes.filter(
        ({ method, bucket: of }) => method === 'POST' || of === 'make',
      ))
        if (bucket !== 'none')
          expect([NEW_WORK.has(id), NOT_WORK.has(id)].filter(Boolean), id).to.have.length(1);
      const known = new Set(shapes.map(({ id }) => id));
      for (const id of NEW_WORK) expect(known.has(id), id).to.equal(true);
    });

    it('refuses new work with the sentence and a time on every door, and nothing else', async () => {
      const id = await make();
      const { key } = (await (
        await app.fetch('/api/keys', { headers: MEMBER, json: { name: 'x', scopes: ['read', 'make'] } })
      ).json()) as { key: string };
      expect((await set({ on: true, sentence: SENTENCE, minutes: 10 })).status).to.equal(200);
      const csv = { method: 'POST', body: 'topic\nTides\n' } as const;
      const doors = [
        app.fetch('/api/videos', { headers: MEMBER, json: { topic: 'Tides' } }),
        app.fetch('/api/videos', { headers: { authorization: `Bearer ${key}` }, json: { topic: 'Tides' } }),
        app.fetch(`/api/videos/${id}/retry`, { method: 'POST', headers: MEMBER }),
        app.fetch('/api/batches', { ...csv, headers: { ...MEMBER, 'content-type': 'text/csv' } }),
        app.fetch('/api/scripts', { headers: MEMBER, json: { topic: 'Tides' } }),
      ];
      for (const answer of await Promise.all(doors)) {
        expect(answer.status, answer.url).to.equal(503);
        expect(Number(answer.headers.get('retry-after')), answer.url).to.be.within(590, 600);
        expect(((await answer.json()) as { detail: string }).detail).to.equal(SENTENCE);
      }
      const client = await CLIENT_LINES[0]?.overHttp(`${app.base}/mcp`, { authorization: `Bearer ${key}` });
      const called = await client?.call('create_video', { topic: 'Tides' });
      expect(called?.isError).to.equal(true);
      expect(JSON.stringify(called)).to.include(SENTENCE);
      await client?.close();
      // What is there can be seen, stopped and ended.
      expect((await app.fetch(`/api/videos/${id}`, { headers: MEMBER })).status).to.equal(200);
      expect(
        (await app.fetch(`/api/videos/${id}`, { method: 'DELETE', headers: MEMBER })).status,
      ).to.be.below(300);
      const health = (await (await app.fetch('/health')).json()) as { maintenance: object };
      expect(health.maintenance).to.include({ sentence: SENTENCE });
      await set({ on: false });
      await make();
      const { entries } = await log();
      const switched = entries.filter(({ did = '' }) => did.startsWith('maintenance.'));
      expect(switched.slice(0, 2).map(({ did }) => did)).to.deep.equal(['maintenance.off', 'maintenance.on']);
      expect(switched[1]).to.include({ as: 'admin', why: SENTENCE });
    });
  });
});

describe('operating one machine', () => {
  it('is a person’s at the machine itself', async () => {
    const app = await serveApp();
    expect((await app.fetch('/api/operate')).status).to.equal(200);
    for (const headers of [
      { 'x-forwarded-for': '198.51.100.7' },
      { 'x-forwarded-host': 'shorts.example.org' },
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    ])
      expect((await app.fetch('/api/operate', { headers })).status, JSON.stringify(headers)).to.equal(403);
    await app.stop();
  });

  it('is nobody’s who has only a token, where API keys are wanted or the machine serves others', async () => {
    for (const env of [{ APP_ENV: 'dev' }, { API_KEYS: `ops:${hash(OPS)}` }]) {
      const app = await serveApp({ env, secrets: 'API_KEYS' in env ? { API_KEYS: env.API_KEYS ?? '' } : {} });
      const answer = await app.fetch('/api/operate', { token: visitorToken() });
      expect(answer.status, JSON.stringify(env)).to.be.oneOf([401, 403]);
      await app.stop();
    }
  });
});
