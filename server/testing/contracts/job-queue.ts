import { QueueUnavailable } from '@shortfactory/core';
import type { JobQueue, RunOutcome } from '@shortfactory/core';
import { expect } from 'chai';

/** A queue and the worker that it delivers to. */
export interface QueueUnderTest {
  readonly queue: JobQueue;
  /** What the worker does with a delivery; every one is noted in `delivered`. */
  answer: (jobId: string) => Promise<RunOutcome>;
  readonly delivered: readonly { readonly jobId: string; readonly atMs: number }[];
  /** Makes the queue, or the way to it, fail from now on. */
  breakDown(): Promise<void>;
  close(): Promise<void>;
}

export const JOB_A = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
export const JOB_B = '01BX5ZZKBKACTAV9WEVGEMMVRZ';

/** Waits for something to become true, and fails with its name when it does not. */
export async function until(what: string, holds: () => boolean, ms = 8000): Promise<void> {
  for (const end = performance.now() + ms; !holds();) {
    if (performance.now() > end) throw new Error(`in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/**
 * What every queue does. `open` returns a new one each time.
 * @param canBreak false for a service that is not ours to break.
 */
export function jobQueueContract(name: string, open: () => Promise<QueueUnderTest>, canBreak = true): void {
  describe(`${name} as a queue of jobs`, () => {
    let under: QueueUnderTest;
    const times = (jobId: string): number => under.delivered.filter((each) => each.jobId === jobId).length;

    beforeEach(async () => (under = await open()));
    afterEach(() => under.close());

    it('delivers what it took', async () => {
      await under.queue.enqueue(JOB_A, { delayMs: 0 });
      await under.queue.enqueue(JOB_B, { delayMs: 0 });
      await until('both delivered', () => times(JOB_A) === 1 && times(JOB_B) === 1);
    });

    it('delivers no earlier than asked', async () => {
      const startMs = Date.now();
      await under.queue.enqueue(JOB_A, { delayMs: 400 });
      await until('delivered', () => times(JOB_A) === 1);
      // A queue may round the time that it was given, a little.
      expect((under.delivered[0]?.atMs ?? 0) - startMs).to.be.at.least(380);
    });

    it('delivers again what could not be run', async () => {
      let tries = 0;
      under.answer = async () => (++tries < 2 ? 'try-again' : 'finished');
      await under.queue.enqueue(JOB_A, { delayMs: 0 });
      await until('delivered twice', () => times(JOB_A) === 2);
    });

    it('delivers again what another worker held', async () => {
      let tries = 0;
      under.answer = async () => (++tries < 2 ? 'leased-elsewhere' : 'already-finished');
      await under.queue.enqueue(JOB_A, { delayMs: 0 });
      await until('delivered twice', () => times(JOB_A) === 2);
    });

    it('says that jobs can be enqueued while they can', async () => {
      await under.queue.check(AbortSignal.timeout(5000));
    });

    if (canBreak) {
      it('says so when they cannot, in a sentence', async () => {
        await under.breakDown();
        const error: unknown = await under.queue.check(AbortSignal.timeout(5000)).catch((e: unknown) => e);
        expect(error).to.be.instanceOf(QueueUnavailable);
        expect((error as Error).message).to.match(/^[A-Z].*\.$/);
      });
    }

    it('takes nothing once it is closed', async () => {
      await under.queue.close();
      const error: unknown = await under.queue.enqueue(JOB_A, { delayMs: 0 }).catch((e: unknown) => e);
      expect(error).to.be.instanceOf(QueueUnavailable);
      expect(under.queue.waiting()).to.equal(0);
      await under.queue.close();
    });
  });
}
