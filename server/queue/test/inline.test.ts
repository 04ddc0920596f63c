import type { RunOutcome } from '@shortfactory/core';
import { systemClock } from '@shortfactory/core/clock';
import { expect } from 'chai';
import { InlineQueue } from '../inline.ts';
import { JOB_A, JOB_B, jobQueueContract, until } from '@shortfactory/testing/contracts/job-queue';
import type { QueueUnderTest } from '@shortfactory/testing/contracts/job-queue';

async function open(concurrency = 4): Promise<QueueUnderTest> {
  const delivered: { jobId: string; atMs: number }[] = [];
  const queue = new InlineQueue({
    clock: systemClock,
    concurrency,
    run: (jobId) => {
      delivered.push({ jobId, atMs: Date.now() });
      return under.answer(jobId);
    },
  });
  const under: QueueUnderTest = {
    queue,
    answer: async () => 'finished',
    delivered,
    breakDown: () => queue.close(),
    close: () => queue.close(),
  };
  return under;
}

jobQueueContract('InlineQueue', open);

describe('InlineQueue', () => {
  it('runs as many concurrently as it may, in order of arrival, and counts the waiting ones', async () => {
    const under = await open(1);
    let finish: (outcome: RunOutcome) => void = () => undefined;
    under.answer = () => new Promise((resolve) => (finish = resolve));
    await under.queue.enqueue(JOB_A, { delayMs: 0 });
    await under.queue.enqueue(JOB_B, { delayMs: 0 });
    await under.queue.enqueue(JOB_B, { delayMs: 0 });
    expect(under.delivered.map(({ jobId }) => jobId)).to.deep.equal([JOB_A]);
    expect(under.queue.waiting()).to.equal(1);
    finish('finished');
    await until('the second', () => under.delivered.length === 2);
    expect(under.queue.waiting()).to.equal(0);
    finish('finished');
    await under.close();
  });

  it('is not delayed by a job that is due later', async () => {
    const under = await open(1);
    await under.queue.enqueue(JOB_A, { delayMs: 60_000 });
    await under.queue.enqueue(JOB_B, { delayMs: 0 });
    await until('the one that is due', () => under.delivered.length === 1);
    expect(under.delivered[0]?.jobId).to.equal(JOB_B);
    await under.close();
  });
});
