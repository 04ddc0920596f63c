import { expect } from 'chai';
import { FakeRedis } from '@shortfactory/testing/fakes/redis';
import { serveApp } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

describe('limits that instances share', () => {
  const redis = new FakeRedis();
  const apps: ServedApp[] = [];
  const serve = async (limit: string): Promise<ServedApp> => {
    const app = await serveApp({
      env: { RATE_LIMIT_PER_MINUTE: limit },
      secrets: { REDIS_URL: `redis://:canary-password@127.0.0.1:${redis.port}` },
    });
    apps.push(app);
    return app;
  };
  beforeEach(() => redis.start());
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.stop();
    await redis.stop();
  });
  const status = async (app: ServedApp): Promise<number> => {
    const answer = await app.fetch('/api/options');
    await answer.arrayBuffer();
    return answer.status;
  };
  /** The first request connects and is counted here; the ones that Redis counts come after it. */
  const connected = async (app: ServedApp): Promise<void> => {
    for (let tries = 0; redis.keys.length === 0 && tries < 100; tries++) {
      await (await app.fetch('/nothing')).arrayBuffer();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(redis.keys[0]).to.match(/^shortfactory:read:127\.0\.0\.1$/);
  };

  it('are counted in Redis together', async () => {
    const [one, two] = [await serve('60'), await serve('60')];
    await connected(one);
    await status(two);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const seen = [];
    for (let times = 0; times < 70; times++) seen.push(await status(times % 2 === 0 ? one : two));
    const allowed = seen.filter((each) => each === 200).length;
    expect(allowed).to.be.within(40, 60);
    expect(seen.slice(-5)).to.deep.equal([429, 429, 429, 429, 429]);
  });

  it('are counted by each instance alone while Redis is away, and no request waits for it', async () => {
    const app = await serve('30');
    await connected(app);
    await redis.stop();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const start = Date.now();
    const seen = [];
    for (let times = 0; times < 40; times++) seen.push(await status(app));
    expect(Date.now() - start).to.be.lessThan(3000);
    expect(seen.every((each) => each === 200 || each === 429)).to.equal(true);
    expect(seen.at(-1)).to.equal(429);
    const warnings = app.lines.filter(({ level }) => level === 'warn');
    expect(warnings.map(({ message }) => message)).to.deep.equal([
      'Redis cannot be reached: each instance limits by itself.',
    ]);
    expect(JSON.stringify(app.lines)).not.to.contain('canary-password');
    await redis.start();
  });
});
