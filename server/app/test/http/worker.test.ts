import { generateKeyPairSync, createSign } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StorageFailed } from '@shortfactory/core';
import { expect } from 'chai';
import { createWorkerGuard } from '../../http/app.ts';
import { serveApp, visitorToken } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

const TOKEN = 'a-worker-token-of-at-least-32-characters';
const PATH = `/internal/jobs/${'A'.repeat(26)}/run`;
const QUEUE = { QUEUE: 'http', WORKER_URL: 'https://worker.example', WORKER_TOKEN: TOKEN };
const EMAIL = 'queue@project.iam.gserviceaccount.com';

describe('the worker’s endpoint', () => {
  let app: ServedApp;
  before(async () => {
    app = await serveApp({ env: { ...QUEUE, ROLE: 'worker' }, secrets: { WORKER_TOKEN: TOKEN } });
  });
  after(() => app.stop());

  for (const [outcome, status] of [
    ['finished', 200],
    ['already-finished', 200],
    ['leased-elsewhere', 409],
    ['try-again', 503],
  ] as const) {
    it(`answers ${status} for ${outcome}`, async () => {
      app.jobs.outcome = outcome;
      for (const headers of [{ 'x-worker-token': TOKEN }, { authorization: `Bearer ${TOKEN}` }]) {
        const answer = await app.fetch(PATH, { method: 'POST', headers });
        expect(answer.status).to.equal(status);
        expect(await answer.json()).to.deep.equal({ outcome });
      }
    });
  }

  it('answers 503 when the store is away, so that the queue comes again', async () => {
    app.jobs.fault = new StorageFailed('The folder /secret is gone.');
    const answer = await app.fetch(PATH, { method: 'POST', headers: { 'x-worker-token': TOKEN } });
    expect(answer.status).to.equal(503);
    expect(await answer.text()).not.to.contain('secret');
  });

  it('rejects every other caller', async () => {
    for (const headers of [
      {},
      { authorization: `Bearer ${visitorToken()}` },
      { 'x-worker-token': `${TOKEN}x` },
      { 'x-worker-token': '' },
      { authorization: 'Bearer a.b.c' },
      { 'x-serverless-authorization': 'Bearer a.b.c' },
    ] as Record<string, string>[]) {
      const answer = await app.fetch(PATH, { method: 'POST', headers });
      expect(answer.status, JSON.stringify(headers)).to.equal(401);
      expect(answer.headers.get('www-authenticate')).to.equal('Bearer realm="worker"');
    }
    expect((await app.fetch(PATH, { headers: { 'x-worker-token': TOKEN } })).status).to.equal(405);
  });
});

describe('an identity token of the queue', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const secrets = { get: async () => undefined };
  const config = {
    WORKER_URL: 'https://worker.example',
    TASKS_SERVICE_ACCOUNT: EMAIL,
    WORKER_INVOKER: 'verify',
  } as const;
  let keys: Server;
  let certsUrl: string;
  before(async () => {
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' };
    keys = createServer((_request, response) => {
      response.setHeader('cache-control', 'public, max-age=60');
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ k1: publicKey.export({ format: 'pem', type: 'spki' }), keys: [jwk] }));
    });
    await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
    certsUrl = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/certs`;
  });
  after(() => keys.close());

  const now = Math.floor(Date.now() / 1000);
  const CLAIMS = {
    iss: 'https://accounts.google.com',
    aud: 'https://worker.example',
    email: EMAIL,
    email_verified: true,
    iat: now - 10,
    exp: now + 600,
    sub: '1',
  };
  const part = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url');
  const tokenOf = (claims: object, key = privateKey): string => {
    const plain = `${part({ alg: 'RS256', kid: 'k1', typ: 'JWT' })}.${part(claims)}`;
    return `${plain}.${createSign('RSA-SHA256').update(plain).sign(key).toString('base64url')}`;
  };
  const stripped = (claims: object): string =>
    `${part({ alg: 'RS256' })}.${part(claims)}.SIGNATURE_REMOVED_BY_GOOGLE`;
  const guardOf = (invoker: 'verify' | 'platform' = 'verify') =>
    createWorkerGuard({ ...config, WORKER_INVOKER: invoker }, secrets, {
      endpoints: { oauth2FederatedSignonPemCertsUrl: certsUrl, oauth2FederatedSignonJwkCertsUrl: certsUrl },
    });
  const statusOf = async (token: string, guard = guardOf(), header = 'authorization'): Promise<number> =>
    guard.check({ [header]: `Bearer ${token}` }).then(
      () => 200,
      (error: { status: number }) => error.status,
    );

  it('is accepted by its signature', async () => {
    expect(await statusOf(tokenOf(CLAIMS))).to.equal(200);
  });

  for (const [what, token, status] of [
    ['of another account', () => tokenOf({ ...CLAIMS, email: 'other@project.iam.gserviceaccount.com' }), 403],
    ['of an unverified address', () => tokenOf({ ...CLAIMS, email_verified: false }), 403],
    ['for another service', () => tokenOf({ ...CLAIMS, aud: 'https://other.example' }), 403],
    ['of another issuer', () => tokenOf({ ...CLAIMS, iss: 'https://evil.example' }), 403],
    ['that has run out', () => tokenOf({ ...CLAIMS, iat: now - 8000, exp: now - 4000 }), 403],
    ['with another’s signature', () => tokenOf(CLAIMS, other.privateKey), 403],
    ['without algorithm', () => `${part({ alg: 'none', kid: 'k1' })}.${part(CLAIMS)}.x`, 403],
    ['without signature', () => stripped(CLAIMS), 401],
  ] as const) {
    it(`${what} is refused`, async () => {
      expect(await statusOf(token())).to.equal(status);
    });
  }

  it('without signature counts where the platform has checked it, and only then', async () => {
    const guard = guardOf('platform');
    for (const header of ['authorization', 'x-serverless-authorization']) {
      expect(await statusOf(stripped(CLAIMS), guard, header)).to.equal(200);
      expect(await statusOf(stripped({ ...CLAIMS, email: 'other@x' }), guard, header)).to.equal(403);
      expect(await statusOf(stripped({ ...CLAIMS, exp: now - 1 }), guard, header)).to.equal(403);
      expect(await statusOf(`${part({})}.!!!.SIGNATURE_REMOVED_BY_GOOGLE`, guard, header)).to.equal(403);
      expect(await statusOf(tokenOf(CLAIMS, other.privateKey), guard, header)).to.equal(403);
    }
  });
});
