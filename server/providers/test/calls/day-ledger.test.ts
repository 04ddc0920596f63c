import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LimitReached } from '@shortfactory/core';
import type { Clock } from '@shortfactory/core';
import { FsVersionedObjects } from '@shortfactory/storage';
import { expect } from 'chai';
import { DayLedger } from '../../calls/day-ledger.ts';

const folders: string[] = [];
process.once('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A store, and a clock that stands still until it is set. */
function world() {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-test-'));
  folders.push(folder);
  const objects = new FsVersionedObjects(folder);
  const time = { nowMs: Date.parse('2026-11-24T23:00:00Z') };
  const clock: Clock = { monotonicMs: () => 0, nowMs: () => time.nowMs, sleep: async () => undefined };
  const ledger = (maxUsd: number) => new DayLedger({ objects, clock, maxUsd, idleMs: 5 });
  const taken = async (day = '2026-11-24'): Promise<number> => {
    const record = await objects.get(`spend/${day}`);
    return record ? (JSON.parse(Buffer.from(record.bytes).toString()) as { takenUsd: number }).takenUsd : 0;
  };
  return { objects, time, ledger, taken };
}

function outcome(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'taken',
    (error: unknown) => error,
  );
}

describe('DayLedger', () => {
  it('stops before the call that would exceed the day’s limit, and says when the next day begins', async () => {
    const { ledger } = world();
    const day = ledger(0.1);
    await day.reserve(0.06);
    day.settle(0.06, 0.06);
    const error = await outcome(day.reserve(0.06));
    expect(error).to.be.instanceOf(LimitReached);
    expect((error as LimitReached).message).to.match(
      /MAX_COST_PER_DAY_USD allows \$0\.10\. It begins anew at 00:00 UTC\.$/,
    );
    expect((error as LimitReached).retryAfterSeconds).to.equal(3600);
    expect(await outcome(day.reserve(0.04)), 'what is left can be spent').to.equal('taken');
  });

  it('writes the day’s object less than once in a hundred calls under a limit for a million videos', async () => {
    const { ledger, taken } = world();
    const day = ledger(600_000);
    const sums = new Set<number>();
    for (let call = 0; call < 300; call++) {
      await day.reserve(0.4);
      sums.add(await taken());
    }
    expect(sums.size).to.be.at.most(3);
    expect([...sums].at(-1)).to.be.at.least(120);
  });

  it('is one limit for all instances, also with concurrent calls', async () => {
    const { ledger } = world();
    const instances = [ledger(1), ledger(1), ledger(1)];
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, (_, i) => outcome((instances[i % 3] as DayLedger).reserve(0.03))),
    );
    const spent = outcomes.filter((each) => each === 'taken').length * 0.03;
    expect(spent).to.be.at.most(1.000001);
    expect(spent, 'blocks that others hold keep a little back').to.be.at.least(0.85);
    expect(
      outcomes.filter((each) => each !== 'taken').every((each) => each instanceof LimitReached),
    ).to.equal(true);
  });

  it('writes once for several calls, and returns what was not spent', async () => {
    const { objects, ledger, taken } = world();
    let writes = 0;
    const counted = {
      get: (name: string) => objects.get(name),
      swap: (...given: Parameters<FsVersionedObjects['swap']>) => {
        writes += 1;
        return objects.swap(...given);
      },
      discard: (...given: Parameters<FsVersionedObjects['discard']>) => objects.discard(...given),
    };
    const clock: Clock = {
      monotonicMs: () => 0,
      nowMs: () => Date.parse('2026-11-24T12:00:00Z'),
      sleep: async () => undefined,
    };
    const day = new DayLedger({ objects: counted, clock, maxUsd: 20 });
    for (let i = 0; i < 10; i++) {
      await day.reserve(0.03);
      day.settle(0.03, 0.02);
    }
    expect(writes).to.equal(1);
    await day.release();
    expect(await taken()).to.equal(0.2);
    expect(await outcome(ledger(0.2).reserve(0.01))).to.be.instanceOf(LimitReached);
  });

  it('counts a call in full that cost more than its estimate', async () => {
    const { ledger, taken } = world();
    const day = ledger(20);
    await day.reserve(0.9);
    day.settle(0.9, 1.4);
    await day.release();
    expect(await taken()).to.equal(1.4);
  });

  it('returns the balance by itself when no call is under way', async () => {
    const { ledger, taken } = world();
    const day = ledger(20);
    await day.reserve(0.01);
    expect(await taken()).to.equal(1);
    day.settle(0.01, 0.01);
    for (let i = 0; i < 100 && (await taken()) !== 0.01; i++)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await taken()).to.equal(0.01);
  });

  it('starts again with each day; yesterday’s calls count for yesterday', async () => {
    const { time, ledger, taken } = world();
    const day = ledger(0.1);
    await day.reserve(0.1);
    time.nowMs = Date.parse('2026-11-25T00:00:01Z');
    day.settle(0.1, 0);
    await day.reserve(0.08);
    day.settle(0.08, 0.08);
    await day.release();
    expect([await taken('2026-11-24'), await taken('2026-11-25')]).to.deep.equal([0.1, 0.08]);
  });

  for (const record of [
    '{"takenUsd":"much"}',
    '{"takenUsd":null}',
    '{"takenUsd":-3}',
    '{"takenUsd":1e999}',
    '{"takenUsd":1,"takenEur":1}',
    '{"format":2,"takenUsd":1}',
    '{"tak',
  ]) {
    it(`refuses every call when its record cannot be read: ${record}`, async () => {
      const { objects, ledger } = world();
      await objects.swap('spend/2026-11-24', null, Buffer.from(record));
      const error = await outcome(ledger(5).reserve(0.01));
      expect(error).to.be.instanceOf(LimitReached);
      expect((error as LimitReached).message).to.match(
        /^What services have cost today is not known, because spend\/2026-11-24 .* It begins anew at 00:00 UTC\.$/,
      );
      expect((error as LimitReached).retryAfterSeconds).to.equal(3600);
    });
  }

  for (const odd of [NaN, -50, Infinity]) {
    it(`keeps to its limit when a call states a cost of ${odd}`, async () => {
      const { ledger, taken } = world();
      const day = ledger(0.1);
      await day.reserve(0.06);
      day.settle(0.06, odd);
      expect(await outcome(day.reserve(0.06))).to.be.instanceOf(LimitReached);
      expect(await outcome(day.reserve(NaN))).to.be.instanceOf(LimitReached);
      await day.release();
      expect(await taken()).to.equal(0.06);
    });
  }
});
