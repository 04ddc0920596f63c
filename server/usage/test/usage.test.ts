import { QuotaReached } from '@shortfactory/core';
import type { Job, Quota } from '@shortfactory/core';
import { NO_FAULTS } from '@shortfactory/testing/simulation/faults';
import { SimulatedStore, StoreConnection } from '@shortfactory/testing/simulation/simulated-store';
import { EPOCH_MS, SimulatedProcess, VirtualTime } from '@shortfactory/testing/simulation/virtual-time';
import { expect } from 'chai';
import { Usage } from '../index.ts';

const ADA = 'a'.repeat(40);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('what an owner makes in a day', () => {
  let time: VirtualTime;
  let usage: Usage;
  let store: SimulatedStore;
  let quota: Quota;

  beforeEach(async () => {
    time = new VirtualTime();
    store = new SimulatedStore(time, { swapped: () => undefined, removed: () => undefined });
    const process = new SimulatedProcess('p', time, 1, 0);
    const connection = new StoreConnection(
      store,
      process,
      () => 0.5,
      () => NO_FAULTS,
      () => undefined,
    );
    quota = {};
    usage = new Usage({ objects: connection, store: connection, clock: process, quotaOf: () => quota });
    // At 20:00 of 2027-01-15, UTC.
    await later(Date.parse('2027-01-15T20:00:00Z') - EPOCH_MS);
  });

  async function later(ms: number): Promise<void> {
    const until = time.nowMs + ms;
    time.at(until, () => undefined);
    await time.run(until, () => false);
  }

  /** What a call gives; time goes on until then. */
  async function settled<T>(promise: Promise<T>): Promise<T> {
    let over = false;
    const noted = promise.finally(() => (over = true));
    noted.catch(() => undefined);
    await time.run(time.nowMs + 600_000, () => over);
    return noted;
  }

  const begin = (id: string, costUsd = 0): Promise<void> =>
    settled(usage.admit('visitor:ada', { id, ownerHash: ADA, costUsd }));

  function job(id: string, status: Job['status'], changes: Partial<Job> = {}): Job {
    const nowMs = EPOCH_MS + time.nowMs;
    const outputs = status === 'done' ? [{ seconds: 30, bytes: 5000 }] : [];
    const known = { id, ownerHash: ADA, status, costUsd: 0, outputs, createdMs: nowMs, finishedMs: nowMs };
    return { ...known, ...changes } as unknown as Job;
  }

  const days = async (from = '2027-01-01', to = '2027-01-31') => settled(usage.days(ADA, from, to));

  it('is counted once, however often a job and its end are told', async () => {
    for (const id of ['one', 'one', 'two', 'three']) await begin(id);
    const spend = [{ provider: 'gemini', kind: 'image' as const, calls: 3, usd: 0.25 }];
    const done = job('one', 'done', { costUsd: 0.25 });
    await settled(usage.ended(done, spend));
    await settled(usage.ended(done));
    await settled(usage.ended(done, spend));
    await settled(usage.ended(job('two', 'failed', { costUsd: 0.1 })));
    await settled(usage.ended(job('four', 'running')));
    expect(await days()).to.deep.equal([
      {
        ...{ date: '2027-01-15', open: 1, done: 1, failed: 1, cancelled: 0, seconds: 30, bytes: 5000 },
        ...{ usd: 0.35, providers: { gemini: 0.25 } },
      },
    ]);
  });

  it('has what a job costs on the day of the round that cost it', async () => {
    const createdMs = EPOCH_MS + time.nowMs;
    await begin('one');
    await settled(usage.ended(job('one', 'failed', { costUsd: 0.4, createdMs })));
    await later(DAY_MS);
    await begin('one', 0.4);
    await later(5 * HOUR_MS);
    // The round ends on the day after it began.
    await settled(usage.ended(job('one', 'done', { costUsd: 0.5, createdMs })));
    const [first, second, ...more] = await days();
    expect(more).to.deep.equal([]);
    expect(first).to.deep.include({ date: '2027-01-15', failed: 1, usd: 0.4, seconds: 0 });
    expect(second).to.deep.include({ date: '2027-01-16', done: 1, seconds: 30 });
    expect(second?.usd).to.be.closeTo(0.1, 1e-9);
  });

  it('keeps what earlier rounds of a day have cost and made', async () => {
    await begin('one');
    await settled(usage.ended(job('one', 'failed', { costUsd: 0.4 })));
    await begin('one', 0.4);
    expect(await days()).to.have.nested.property('[0].usd', 0.4);
    await settled(usage.ended(job('one', 'done', { costUsd: 0.6 })));
    expect((await days())[0]).to.deep.include({ usd: 0.6, done: 1, failed: 0, open: 0 });
  });

  it('no longer has the bytes of what was removed', async () => {
    await begin('one');
    const done = job('one', 'done');
    await settled(usage.ended(done));
    await settled(usage.removed(done));
    expect((await days())[0]).to.deep.include({ done: 1, seconds: 30, bytes: 0 });
  });

  it('stays small with a thousand jobs, and loses none of them', async () => {
    for (let i = 0; i < 1000; i++) {
      await begin(`${i}`);
      await settled(usage.ended(job(`${i}`, 'done', { costUsd: 0.01 })));
      if (i % 100 === 0) await later(4000);
      if (i === 500) await later(2 * HOUR_MS);
    }
    const [day] = await days();
    expect(day).to.deep.include({ done: 1000, seconds: 30_000, bytes: 5_000_000 });
    expect(day?.usd).to.be.closeTo(10, 1e-6);
    const [[, object] = []] = [...store.objects];
    expect(object?.bytes.length).to.be.below(100_000);
  });

  it('is listed by day, from one to another and both of them', async () => {
    for (const id of ['1', '2', '3', '4']) {
      await begin(id);
      await later(DAY_MS);
    }
    expect((await days('2027-01-16', '2027-01-17')).map(({ date }) => date)).to.deep.equal([
      '2027-01-16',
      '2027-01-17',
    ]);
    expect(await settled(usage.days('b'.repeat(40), '2027-01-15', '2027-01-25'))).to.deep.equal([]);
  });

  describe('with a quota', () => {
    const refusal = async (id: string, costUsd = 0): Promise<QuotaReached> => {
      const error = await begin(id, costUsd).then(
        () => undefined,
        (fault: unknown) => fault,
      );
      expect(error).to.be.instanceOf(QuotaReached);
      return error as QuotaReached;
    };

    it('of videos ends with those that are made or being made, and renews at midnight of UTC', async () => {
      quota = { videos: 2 };
      await begin('one');
      await begin('two');
      const { message, retryAfterSeconds, quotas } = await refusal('three');
      expect(message).to.equal(
        'Today you have used 2 of 2 videos; more can be made from 00:00 UTC, in 4 hours.',
      );
      expect(retryAfterSeconds).to.be.within(4 * 3600 - 10, 4 * 3600);
      expect(quotas).to.deep.equal([
        { name: 'videos', limit: 2, used: 2, renewsMs: Date.parse('2027-01-16') },
      ]);
      // Asked for again, it is the same job.
      await begin('two');
      await settled(usage.ended(job('two', 'failed')));
      await begin('three');
      await refusal('two');
      await later(4 * HOUR_MS);
      await begin('two');
    });

    it('of minutes and of dollars ends with what has been made and spent', async () => {
      quota = { minutes: 0.5, usd: 1 };
      await begin('one');
      await settled(usage.ended(job('one', 'failed', { costUsd: 0.99 })));
      await begin('two');
      await settled(usage.ended(job('two', 'cancelled', { costUsd: 0.02 })));
      expect((await refusal('three')).message).to.match(
        /^Today you have used \$1\.01 of \$1\.00 for services; /,
      );
      quota = { minutes: 0.5 };
      await begin('three');
      await settled(usage.ended(job('three', 'done')));
      expect((await refusal('four')).message).to.match(
        /^Today you have used 0\.5 of 0\.5 minutes of video; /,
      );
      // Neither is anything counted that was refused.
      expect((await days())[0]).to.deep.include({ open: 0, done: 1, failed: 1, cancelled: 1 });
    });
  });
});
