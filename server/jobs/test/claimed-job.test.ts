import { cancelled, finished } from '@shortfactory/core';
import type { JobRecord } from '@shortfactory/core';
import { expect } from 'chai';
import { Fenced, JobCancelled, LeaseLost } from '../run/stop-reasons.ts';
import { NO_FAULTS } from '@shortfactory/testing/simulation/faults';
import { shortOf } from '@shortfactory/testing/simulation/simulated-pipeline';
import { tinyRequest } from '@shortfactory/testing/jobs/real-jobs';
import { Bench, ID } from './simulated-claim.ts';

const DOWN = { ...NO_FAULTS, refused: 1 };

describe('a worker that holds a job', () => {
  it('writes its progress every few seconds at most, however often there is some, and tells it at once', async () => {
    const bench = new Bench();
    const claimedJob = await bench.claimed();
    const before = bench.writes;
    for (let i = 1; i <= 600; i++) {
      await bench.pass(100);
      claimedJob.report({ stage: 'compose', percent: i / 10, frames: { done: i, total: 1000 } });
      expect(bench.told.at(-1)?.frames?.done).to.equal(i);
    }
    expect(bench.writes - before).to.be.within(10, 15);
    const stored = await bench.settled(bench.jobs.read(ID));
    expect(stored?.record.job.frames?.done).to.be.at.least(550);
    await bench.settled(claimedJob.abandon());
  });

  it('renews its lease every quarter of a minute when there is nothing else to say', async () => {
    const bench = new Bench();
    const claimedJob = await bench.claimed();
    const before = bench.writes;
    await bench.pass(150_000);
    expect(bench.writes - before).to.be.within(9, 11);
    expect(claimedJob.signal.aborted).to.equal(false);
    await bench.settled(claimedJob.abandon());
  });

  it('stops itself forty seconds after the last write that is known to stand', async () => {
    const bench = new Bench();
    const claimedJob = await bench.claimed();
    bench.rates = DOWN;
    const fromMs = bench.process.monotonicMs();
    await bench.pass(39_000);
    expect(claimedJob.signal.aborted).to.equal(false);
    await bench.pass(1500);
    expect(claimedJob.signal.reason).to.be.instanceOf(Fenced);
    expect(() => claimedJob.report({ stage: 'compose', percent: 1 })).to.throw(Fenced);
    expect(bench.process.monotonicMs() - fromMs).to.be.below(41_000);
  });

  it('counts a renewal from when it was sent, not from when it was known to stand', async () => {
    const bench = new Bench();
    const claimedJob = await bench.claimed({ lookMs: 15_000 });
    await bench.pass(14_000);
    bench.rates = { ...NO_FAULTS, lost: 1 };
    await bench.pass(2000);
    bench.rates = NO_FAULTS;
    // The answer is given up after ten seconds, and the record says that the renewal stands.
    await bench.pass(11_000);
    expect(claimedJob.lease.ageMs).to.be.within(11_000, 13_000);
    await bench.settled(claimedJob.abandon());
  });

  it('is not held up by a read that hangs', async () => {
    const bench = new Bench();
    const claimedJob = await bench.claimed();
    // The looks that are sent now are answered after ten seconds, and fail.
    bench.rates = { ...NO_FAULTS, lost: 1 };
    bench.time.after(13_000, () => (bench.rates = NO_FAULTS));
    await bench.pass(17_000);
    expect(claimedJob.lease.ageMs).to.be.below(4000);
    await bench.settled(claimedJob.abandon());
  });

  it('stops when it wakes from a sleep in which the wall clock went on and the monotonic one did not', async () => {
    const bench = new Bench();
    const claimedJob = await bench.claimed();
    const { nowMs } = bench.process;
    bench.process.nowMs = () => nowMs.call(bench.process) + 3_600_000;
    expect(() => claimedJob.step()).to.throw(Fenced);
  });

  it('renews before an expensive step unless two thirds of the lease are left', async () => {
    const bench = new Bench();
    const claimedJob = await bench.claimed();
    bench.rates = DOWN;
    await bench.pass(25_000);
    expect(claimedJob.lease.isFresh).to.equal(false);
    bench.rates = NO_FAULTS;
    await bench.settled(claimedJob.ready());
    expect(claimedJob.lease.ageMs).to.be.below(20_000);
    await bench.settled(claimedJob.abandon());
  });

  it('does not begin an expensive step at all when it cannot renew', async () => {
    const bench = new Bench();
    const claimedJob = await bench.claimed();
    bench.rates = DOWN;
    await bench.pass(25_000);
    const thrown: unknown = await bench.settled(claimedJob.ready().catch((error: unknown) => error));
    expect(thrown).to.be.instanceOf(Fenced);
  });

  it('learns within a second that its job was cancelled elsewhere', async () => {
    const bench = new Bench();
    const claimedJob = await bench.claimed();
    const change = ({ record }: { record: JobRecord }) => cancelled(record, 1e13);
    await bench.settled(bench.other().update(ID, change, { patienceMs: 1000 }));
    await bench.pass(900);
    expect(claimedJob.signal.reason).to.be.instanceOf(JobCancelled);
    expect(bench.told.at(-1)?.status).to.equal('cancelled');
  });

  it('stops when another worker has the job', async () => {
    const bench = new Bench();
    const claimedJob = await bench.claimed();
    const steal = ({ record }: { record: JobRecord }): JobRecord => ({
      ...record,
      epoch: 2,
      lease: { holder: 'other.0', epoch: 2 },
    });
    await bench.settled(bench.other().update(ID, steal, { patienceMs: 1000 }));
    await bench.pass(900);
    expect(claimedJob.signal.reason).to.be.instanceOf(LeaseLost);
  });

  it('says its last word after the write before it, and only once', async () => {
    const bench = new Bench();
    const claimedJob = await bench.claimed();
    claimedJob.report({ stage: 'compose', percent: 50 });
    bench.rates = { ...NO_FAULTS, slow: 1 };
    await bench.pass(4700);
    bench.rates = NO_FAULTS;
    const short = { ...shortOf(tinyRequest('Done'), 'artifacts/x'), scenes: [] };
    const last = await bench.settled(
      claimedJob.conclude((record, live) =>
        finished(record, claimedJob.claimToken, live, { short, outputs: [] }, bench.process.nowMs()),
      ),
    );
    expect(last?.record.job).to.include({ status: 'done', title: 'Done', percent: 100 });
    expect(bench.told.at(-1)?.status).to.equal('done');
  });
});
