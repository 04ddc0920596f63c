import { StorageFailed, StorageUnknown, accept, cancelled } from '@shortfactory/core';
import type { JobRecord } from '@shortfactory/core';
import { expect } from 'chai';
import { decodeRecord, encodeRecord } from '../store/record-json.ts';
import type { Stored } from '../store/job-store.ts';
import { NO_FAULTS } from '@shortfactory/testing/simulation/faults';
import type { FaultRates } from '@shortfactory/testing/simulation/faults';
import { tinyRequest } from '@shortfactory/testing/jobs/real-jobs';
import { Bench, ID } from './simulated-claim.ts';

const PATIENT = { patienceMs: 60_000 };
const fresh = (): JobRecord =>
  accept(
    { id: ID, ownerHash: 'o', request: tinyRequest('Tiny'), requestHash: 'h', marker: 'active/o/x' },
    1000,
  );
const titled =
  (title: string) =>
  ({ record }: Stored): JobRecord => ({ ...record, job: { ...record.job, title } });

describe('a change of a job’s record', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = new Bench();
    await bench.settled(bench.jobs.create(fresh(), PATIENT));
  });
  const title = async (): Promise<string | undefined> =>
    (await bench.settled(bench.jobs.read(ID)))?.record.job.title;
  /** The next calls go wrong in this way, then all is well. */
  const once = (fault: keyof FaultRates, forMs = 30): void => {
    bench.rates = { ...NO_FAULTS, [fault]: 1 };
    bench.time.after(forMs, () => (bench.rates = NO_FAULTS));
  };
  /** A change from what is known to stand, so that its first call is the write. */
  const change = async (to: string) => {
    const base = (await bench.settled(bench.jobs.read(ID))) as Stored;
    return (start: () => void) => {
      start();
      return bench.settled(bench.jobs.update(ID, titled(to), { ...PATIENT, base }));
    };
  };

  it('is made once when its answer is lost: the record itself says that it stands', async () => {
    const begin = await change('New');
    const before = bench.writes;
    const updated = await begin(() => once('lost'));
    expect([updated.changed, await title(), bench.writes - before]).to.deep.equal([true, 'New', 1]);
  });

  it('is tried again under another name when the store refused it', async () => {
    const begin = await change('New');
    expect((await begin(() => once('refused'))).changed).to.equal(true);
    expect(await title()).to.equal('New');
  });

  it('is made once when it arrives a minute after its answer was lost', async () => {
    const begin = await change('New');
    const updated = await begin(() => once('late'));
    expect(updated.changed).to.equal(true);
    const after = bench.writes;
    await bench.pass(130_000);
    expect([bench.writes, await title()]).to.deep.equal([after, 'New']);
  });

  it('stands although a repetition by the client was told that it does not', async () => {
    const begin = await change('New');
    const updated = await begin(() => once('repeated'));
    expect([updated.changed, await title()]).to.deep.equal([true, 'New']);
  });

  it('is known to have stood also when others have written since', async () => {
    const begin = await change('Mine');
    const updated = await begin(() => {
      once('lost');
      bench.time.after(2000, () => void bench.other().update(ID, titled('Theirs'), PATIENT));
    });
    expect(updated.changed).to.equal(true);
    expect(updated.stored?.record.job.title).to.equal('Theirs');
  });

  it('applies to what another process has written meanwhile, or not at all', async () => {
    const base = (await bench.settled(bench.jobs.read(ID))) as Stored;
    await bench.settled(bench.other().update(ID, ({ record }) => cancelled(record, 5000), PATIENT));
    const refused = await bench.settled(
      bench.jobs.update(ID, ({ record }) => cancelled(record, 6000), { ...PATIENT, base }),
    );
    expect([refused.changed, refused.stored?.record.job.status]).to.deep.equal([false, 'cancelled']);
  });

  it('is never called "not made" once it was sent', async () => {
    const base = (await bench.settled(bench.jobs.read(ID))) as Stored;
    bench.rates = { ...NO_FAULTS, lost: 1 };
    const change = bench.jobs.update(ID, titled('New'), { patienceMs: 5000, base });
    expect(await bench.settled(change.catch((error: unknown) => error))).to.be.instanceOf(StorageUnknown);
  });

  it('is called "not made" when nothing was sent', async () => {
    bench.rates = { ...NO_FAULTS, refused: 1 };
    const error: unknown = await bench.settled(
      bench.jobs.update(ID, titled('New'), { patienceMs: 3000 }).catch((e: unknown) => e),
    );
    expect(error).to.be.instanceOf(StorageFailed);
  });
});

describe('a record in the store', () => {
  const written = { record: fresh(), writeId: 'w', writeIds: ['v', 'w'] };
  const json = (): Record<string, unknown> =>
    JSON.parse(Buffer.from(encodeRecord(written)).toString()) as Record<string, unknown>;
  const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

  it('comes back as it was', () => {
    expect(decodeRecord(ID, encodeRecord(written))).to.deep.equal(written);
  });

  for (const sum of ['null', '-3']) {
    it(`is read although an older version wrote ${sum} as its cost`, () => {
      const text = Buffer.from(encodeRecord(written))
        .toString()
        .replace(/"costUsd":[^,}]+/, `"costUsd":${sum}`);
      expect(decodeRecord(ID, Buffer.from(text)).record.job.costUsd).to.equal(0);
    });
  }

  const withJob = (fields: object): unknown => ({
    ...json(),
    job: { ...(json()['job'] as object), ...fields },
  });
  const bad: [string, unknown, RegExp][] = [
    ['of a time that no date has', withJob({ createdMs: 1e20 }), /job\.createdMs/],
    ['more than finished', withJob({ percent: 101 }), /job\.percent/],
    ['tried less than never', withJob({ attempts: -1 }), /job\.attempts/],
    ['not JSON', '{', /is not JSON/],
    ['another job’s', { ...json(), job: { ...(json()['job'] as object), id: 'X' } }, /job\.id/],
    ['of a format to come', { ...json(), format: 99 }, /format/],
    ['without an epoch', { ...json(), epoch: undefined }, /epoch/],
    [
      'with a state that is none',
      { ...json(), job: { ...(json()['job'] as object), status: 'lost' } },
      /job\.status/,
    ],
  ];
  for (const [what, value, words] of bad) {
    it(`is refused when it is ${what}, with a sentence that says where`, () => {
      const bytes = typeof value === 'string' ? Buffer.from(value) : bytesOf(value);
      expect(() => decodeRecord(ID, bytes)).to.throw(StorageFailed, words);
    });
  }
});
