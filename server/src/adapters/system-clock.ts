import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../ports/clock.ts';

/** The machine's own clocks. */
export const systemClock: Clock = {
  monotonicMs: () => performance.now(),
  nowMs: () => Date.now(),
  sleep: async (ms, signal) => {
    signal?.throwIfAborted();
    await sleep(ms, undefined, signal ? { signal } : {}).catch((error: unknown) => {
      // Node wraps the reason; the port promises the reason itself.
      signal?.throwIfAborted();
      throw error;
    });
  },
};
