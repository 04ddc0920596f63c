import type { RunOutcome } from '@shortfactory/core';
import { systemClock } from '@shortfactory/core/clock';
import { expect } from 'chai';
import { HttpQueue } from '../http.ts';
import { JOB_A, JOB_B, jobQueueContract, until } from '@shortfactory/testing/contracts/job-queue';
import type { QueueUnderTest } from '@shortfactory/testing/contracts/job-queue';
import { FakeWorker } from '@shortfactory/testing/fakes/worker';
import { silentLog } from '@shortfactory/testing/silent-log';

const TOKEN = 'a token of thirty-two characters or more';

async function open(inFlight = 4): Promise<QueueUnderTest & { readonly worker: FakeWorker }> {
  const worker = await FakeWorker.start();
  const queue = new HttpQueue({
    clock: systemClock,
    log: silentLog,
    workerUrl: worker.url,
    token: async () => TOKEN,
    inFlight,
  });
  return {
    queue,
    worker,
    delivered: worker.delivered,
    get answer() {
      return worker.answer;
    },
    set answer(answer) {
      worker.answer = answer;
    },
    breakDown: () => worker.stop(),
    close: async () => {
      await queue.close();
      await worker.stop();
    },
  };
}

jobQueueContract('HttpQueue', open);

describe('HttpQueue', () => {
  it('sends the token that the worker requires', async () => {
    const under = await open();
    await under.queue.enqueue(JOB_A, { delayMs: 0 });
    await until('delivered', () => under.worker.delivered.length === 1);
    expect(under.worker.delivered[0]?.headers.authorization).to.equal(`Bearer ${TOKEN}`);
    await under.close();
  });

  it('opens no more requests than it may, each until its job has ended', async () => {
    const under = await open(1);
    let finish: (outcome: RunOutcome) => void = () => undefined;
    under.answer = () => new Promise((resolve) => (finish = resolve));
    await under.queue.enqueue(JOB_A, { delayMs: 0 });
    await under.queue.enqueue(JOB_B, { delayMs: 0 });
    await until('the first', () => under.delivered.length === 1);
    expect(under.queue.waiting()).to.equal(1);
    finish('finished');
    await until('the second', () => under.delivered.length === 2);
    finish('finished');
    await under.close();
  });

  it('delivers again when the worker dies in the middle of a job', async () => {
    const under = await open();
    let tries = 0;
    under.answer = async () => {
      tries += 1;
      if (tries > 1) return 'finished';
      under.worker.dropConnections();
      return new Promise(() => undefined);
    };
    await under.queue.enqueue(JOB_A, { delayMs: 0 });
    await until('delivered again', () => tries === 2);
    await under.close();
  });

  it('ends its open requests when it is closed', async () => {
    const under = await open();
    under.answer = () => new Promise(() => undefined);
    await under.queue.enqueue(JOB_A, { delayMs: 0 });
    await until('delivered', () => under.delivered.length === 1);
    await under.queue.close();
    await until('hung up', () => under.worker.openRequests === 0);
    await under.close();
  });
});
