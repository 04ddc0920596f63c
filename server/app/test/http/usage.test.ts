import type { UsageJson } from '@shortfactory/contract';
import type { Job } from '@shortfactory/core';
import { QuotaReached } from '@shortfactory/core';
import { dayOf } from '@shortfactory/usage';
import { expect } from 'chai';
import { visitorOwner } from '../../http/identity/authenticate.ts';
import { serveApp, visitorToken } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

const DAY_MS = 86_400_000;

describe('usage', () => {
  let app: ServedApp;
  const token = visitorToken();
  const owner = visitorOwner(token, undefined);

  before(async () => {
    app = await serveApp({ env: { APP_ENV: 'dev', QUOTA_VISITORS: 'videos=5 usd=2.50' } });
    const { usage, ownerHash } = app;
    for (const id of ['one', 'two'])
      await usage.admit(owner, { id, ownerHash: ownerHash(owner), costUsd: 0 });
    const job = { id: 'one', ownerHash: ownerHash(owner), status: 'done', costUsd: 0.4 };
    const times = { createdMs: Date.now(), finishedMs: Date.now() };
    const outputs = [{ seconds: 30, bytes: 5000 }];
    await usage.ended({ ...job, ...times, outputs } as unknown as Job, [
      { provider: 'gemini', kind: 'image', calls: 2, usd: 0.4 },
    ]);
  });
  after(() => app.stop());

  const ask = (query = '', by = token): Promise<Response> => app.fetch(`/api/usage${query}`, { token: by });

  it('is what one has made, by day and provider, with what is left of today', async () => {
    const answer = await ask();
    const body = (await answer.json()) as UsageJson;
    const made = {
      ...{ open: 1, done: 1, failed: 0, cancelled: 0, minutes: 0.5, usd: 0.4, bytes: 5000 },
      providers: [{ provider: 'gemini', usd: 0.4 }],
    };
    const today = dayOf(Date.now());
    expect(body).to.deep.include({ to: today, total: made, days: [{ date: today, ...made }] });
    expect(Date.parse(body.to) - Date.parse(body.from)).to.equal(29 * DAY_MS);
    const renewsAt = new Date(Date.parse(today) + DAY_MS).toISOString();
    expect(body.quotas).to.deep.equal([
      { name: 'videos', limit: 5, used: 2, left: 3, renewsAt },
      { name: 'usd', limit: 2.5, used: 0.4, left: 2.1, renewsAt },
    ]);
    // Beside what one may ask for in a minute.
    expect(answer.headers.get('ratelimit-policy')).to.equal(
      '"read";q=100000;w=60, "videos";q=5;w=86400;qu="videos", "usd";q=250;w=86400;qu="cents"',
    );
    expect(answer.headers.get('ratelimit')).to.match(
      /^"read";r=\d+;t=\d+, "videos";r=3;t=\d+, "usd";r=210;t=\d+$/,
    );
  });

  it('is nobody else’s', async () => {
    const body = (await (await ask('', visitorToken())).json()) as UsageJson;
    expect(body.days).to.deep.equal([]);
    expect(body.quotas[0]).to.deep.include({ used: 0, left: 5 });
    expect((await app.fetch('/api/usage')).status).to.equal(401);
  });

  it('is asked for by day, 93 of them at the most', async () => {
    expect((await (await ask('?from=2026-01-01&to=2026-01-31')).json()) as UsageJson).to.deep.include({
      ...{ from: '2026-01-01', to: '2026-01-31', days: [] },
    });
    for (const [query, sentence] of [
      ['?from=yesterday', '/from is not a day such as 2026-11-28.'],
      ['?to=2026-02-30', '/to is not a day such as 2026-11-28.'],
      ['?from=2026-02-01&to=2026-01-01', '/from is after the last day, 2026-01-01.'],
      ['?from=2026-01-01&to=2026-12-31', '/from is more than 93 days before the last day, 2026-12-31.'],
      ['?days=7', /days/],
    ] as const) {
      const answer = await ask(query);
      expect(answer.status, query).to.equal(400);
      const { detail } = (await answer.json()) as { detail: string };
      if (typeof sentence === 'string') expect(detail).to.equal(sentence);
      else expect(detail).to.match(sentence);
    }
  });

  it('is told with a video that is taken, and with one that is refused', async () => {
    const make = (): Promise<Response> => app.fetch('/api/videos', { token, json: { topic: 'rain' } });
    const taken = await make();
    expect(taken.status).to.equal(202);
    expect(taken.headers.get('ratelimit')).to.match(/, "videos";r=3;t=\d+/);
    const sentence = 'Today you have used 5 of 5 videos; more can be made from 00:00 UTC, in 4 hours.';
    const renewsMs = Date.now() + 4 * 3_600_000;
    app.jobs.fault = new QuotaReached(sentence, 14_400, [{ name: 'videos', limit: 5, used: 5, renewsMs }]);
    const refused = await make();
    expect(refused.status).to.equal(429);
    expect(refused.headers.get('retry-after')).to.equal('14400');
    expect(refused.headers.get('ratelimit')).to.match(/, "videos";r=0;t=14(399|400)$/);
    expect(await refused.json()).to.deep.include({
      type: 'urn:shortfactory:problem:limit-reached',
      detail: sentence,
      retryAfterSeconds: 14_400,
    });
  });
});
