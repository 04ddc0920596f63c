import { randomBytes } from 'node:crypto';
import type { Job } from '@shortfactory/core';
import { expect } from 'chai';
import { serveApp, visitorToken } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

const SECRET = `whsec_${randomBytes(32).toString('base64')}`;
const URL_OF_ADA = 'https://example.org/hook?token=a-token-of-ada';

interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

describe('webhooks over HTTP', () => {
  let app: ServedApp;
  const [ada, bob] = [visitorToken(), visitorToken()];
  beforeEach(async () => (app = await serveApp({ env: { APP_ENV: 'dev' } })));
  afterEach(() => app.stop());

  const ask = async (
    path: string,
    { token = ada, ...init }: Parameters<ServedApp['fetch']>[1] = {},
  ): Promise<Answered> => {
    const answer = await app.fetch(path, { token, ...init });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as Answered['body'] };
  };
  const make = (json: object, token = ada): Promise<Answered> => ask('/api/videos', { json, token });
  /** A video of Ada's that has ended, and of which its webhook was told. */
  const told = async (): Promise<string> => {
    const { body } = await make({ topic: 'bees', webhook: { url: URL_OF_ADA, secret: SECRET } });
    const id = String(body['id']);
    const job = app.jobs.move(id, { status: 'failed', finishedMs: Date.now() });
    await app.webhooks.ended({ ...endOf(job), webhook: app.jobs.webhooks.get(id) as never });
    await app.webhooks.told(id);
    return id;
  };
  const endOf = (job: Job) => ({
    job: { ...job, ownerHash: job.ownerHash.replace(/[^0-9a-z]/gi, '') },
    round: `active/${job.id}.1`,
  });

  it('are added, listed without their secret, renewed and removed by their owner alone', async () => {
    const added = await ask('/api/webhooks', { json: { url: URL_OF_ADA, events: ['video.done'] } });
    expect(added.status).to.equal(201);
    expect(added.body).to.include({ url: URL_OF_ADA });
    expect(added.body['secret']).to.match(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const { secret, ...shown } = added.body;
    expect((await ask('/api/webhooks')).body).to.deep.equal({ webhooks: [shown] });
    expect((await ask('/api/webhooks', { token: bob })).body).to.deep.equal({ webhooks: [] });
    const path = `/api/webhooks/${String(shown['id'])}`;
    expect((await ask(`${path}/secret`, { method: 'POST', token: bob })).status).to.equal(404);
    const renewed = await ask(`${path}/secret`, { method: 'POST' });
    expect(renewed.body['secret'])
      .to.match(/^whsec_/)
      .and.not.equal(secret);
    expect(Date.parse(String(renewed.body['previousSecretUntil']))).to.be.greaterThan(
      Date.now() + 23 * 3_600_000,
    );
    expect((await ask(path, { method: 'DELETE', token: bob })).status).to.equal(404);
    expect((await ask(path, { method: 'DELETE' })).status).to.equal(204);
    expect((await ask(path, { method: 'DELETE' })).status).to.equal(404);
    expect((await ask('/api/webhooks')).body).to.deep.equal({ webhooks: [] });
  });

  it('are ten at most, each address once', async () => {
    for (let i = 0; i < 10; i++)
      expect((await ask('/api/webhooks', { json: { url: `https://example.org/${i}` } })).status).to.equal(
        201,
      );
    const again = await ask('/api/webhooks', { json: { url: 'https://example.org/3' } });
    expect(again.body['detail']).to.include('is the address of one of your webhooks already');
    const more = await ask('/api/webhooks', { json: { url: 'https://example.org/10' } });
    expect([more.status, more.body['type']]).to.deep.equal([429, 'urn:shortfactory:problem:limit-reached']);
  });

  it('are refused with one sentence that repeats nothing of the address or the secret', async () => {
    const wrong: readonly [object, string][] = [
      [{}, '/url is missing'],
      [{ url: 7 }, '/url is not an address'],
      [{ url: 'ftp://example.org/s3cret' }, '/url is not an address'],
      [{ url: 'https://s3cret:s3cret@example.org/' }, 'url: has a name or password in it'],
      [{ url: 'http://example.org/s3cret' }, 'url: is not an https address'],
      [{ url: 'https://127.0.0.1/s3cret' }, 'url: is not a public address'],
      [{ url: 'https://169.254.169.254/s3cret' }, 'url: is not a public address'],
      [{ url: `https://example.org/${'s3cret'.repeat(200)}` }, '/url has more than 1000 characters'],
      [{ url: 'https://example.org/', events: [] }, '/events is empty'],
      [{ url: 'https://example.org/', events: ['video.started'] }, '/events/0 is not one of'],
      [{ url: 'https://example.org/', secret: SECRET }, '/secret is not a known field'],
    ];
    for (const [json, sentence] of wrong) {
      const { status, body } = await ask('/api/webhooks', { json });
      expect([status, body['detail']], JSON.stringify(json)).to.satisfy(
        ([code, detail]: [number, string]) => code === 400 && detail.includes(sentence),
      );
      expect(JSON.stringify(body)).to.not.include('s3cret').and.not.include(SECRET);
    }
    const video = { topic: 'bees', webhook: { url: URL_OF_ADA, secret: 'whsec_s3cret' } };
    expect((await make(video)).body['detail']).to.include('/webhook/secret is not a secret');
    const lacking = await make({ topic: 'bees', webhook: { url: URL_OF_ADA } });
    expect(lacking.body['detail']).to.include('/webhook/secret is missing');
  });

  it('of a video are no part of it, and of the body that an idempotency key belongs to', async () => {
    const json = { topic: 'bees', webhook: { url: URL_OF_ADA, secret: SECRET } };
    const headers = { 'Idempotency-Key': 'one' };
    const made = await ask('/api/videos', { json, headers });
    expect(made.status).to.equal(202);
    expect(JSON.stringify(made.body)).to.not.include('example.org').and.not.include(SECRET);
    const again = await ask('/api/videos', { json, headers });
    expect([again.status, again.body['id']]).to.deep.equal([202, made.body['id']]);
    const other = {
      ...json,
      webhook: { ...json.webhook, secret: `whsec_${randomBytes(24).toString('base64')}` },
    };
    expect((await ask('/api/videos', { json: other, headers })).status).to.equal(422);
    expect(JSON.stringify(app.lines)).to.not.include(SECRET).and.not.include('a-token-of-ada');
  });

  it('have a log, which only the owner sees, and deliver once more when asked', async () => {
    const id = await told();
    const path = `/api/videos/${id}/deliveries`;
    const { body } = await ask(path);
    const [delivery] = body['deliveries'] as Record<string, unknown>[];
    expect(delivery).to.include({ event: 'video.failed', url: URL_OF_ADA, state: 'delivered' });
    expect(delivery?.['attempts']).to.have.length(1);
    expect(JSON.stringify(body)).to.not.include(SECRET);
    expect((await ask(path, { token: bob })).status).to.equal(403);
    const redeliver = `${path}/${String(delivery?.['id'])}/redeliver`;
    expect((await ask(redeliver, { method: 'POST', token: bob })).status).to.equal(403);
    expect((await ask(`${path}/${'0'.repeat(32)}/redeliver`, { method: 'POST' })).status).to.equal(404);
    const again = await ask(redeliver, { method: 'POST' });
    expect([again.status, again.body['state']]).to.deep.equal([202, 'pending']);
    for (let i = 0; i < 200 && app.sent.length < 2; i++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    const ids = app.sent.map(({ headers }) => headers['webhook-id']);
    expect(ids).to.deep.equal([delivery?.['messageId'], delivery?.['messageId']]);
    expect(app.sent[0]?.body).to.equal(app.sent[1]?.body);
  });

  it('of a batch have a log, too, and deliver its end once more', async () => {
    await ask('/api/webhooks', { method: 'POST', json: { url: URL_OF_ADA, events: ['batch.done'] } });
    const headers = { 'content-type': 'text/csv' };
    const { body: batch } = await ask('/api/batches', { method: 'POST', headers, body: 'topic\nWhy\n' });
    const path = `/api/batches/${String(batch['id'])}/deliveries`;
    await app.batches.settled();
    expect((await ask(path)).body).to.deep.equal({ deliveries: [] });
    await ask(`/api/batches/${String(batch['id'])}/cancel`, { method: 'POST' });
    await app.batches.settled();
    const { body } = await ask(path);
    const [delivery] = body['deliveries'] as Record<string, unknown>[];
    expect(delivery).to.include({ event: 'batch.done', url: URL_OF_ADA });
    expect((await ask(path, { token: bob })).status).to.equal(404);
    const redeliver = `${path}/${String(delivery?.['id'])}/redeliver`;
    expect((await ask(redeliver, { method: 'POST', token: bob })).status).to.equal(404);
    expect((await ask(redeliver, { method: 'POST' })).body).to.include({ state: 'pending' });
    for (let i = 0; i < 200 && app.sent.length < 2; i++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(new Set(app.sent.map(({ headers: sent }) => sent['webhook-id'])).size).to.equal(1);
    expect(app.sent).to.have.length(2);
  });
});
