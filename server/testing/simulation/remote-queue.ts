import { QueueUnavailable } from '@shortfactory/core';
import type { JobQueue, RunOutcome } from '@shortfactory/core';
import { whole } from '../seeded.ts';
import type { VirtualTime } from './virtual-time.ts';

/** How long a delivery may take before it is taken for lost, as a service's dispatch deadline. */
const DEADLINE_MS = 900_000;

/** A separate queue, as Cloud Tasks: delivers at least once, sometimes twice, to any running member. */
export class RemoteQueue {
  readonly #time: VirtualTime;
  readonly #random: () => number;
  readonly #deliver: (id: string) => Promise<RunOutcome> | undefined;
  /** How often an enqueue fails or its answer is lost. */
  unreliability: number;

  /** @param deliver returns undefined when no member runs. */
  constructor(
    time: VirtualTime,
    random: () => number,
    unreliability: number,
    deliver: (id: string) => Promise<RunOutcome> | undefined,
  ) {
    this.#time = time;
    this.#random = random;
    this.unreliability = unreliability;
    this.#deliver = deliver;
  }

  /** What a process sees of it. */
  get port(): JobQueue {
    return {
      kind: 'remote',
      durable: true,
      enqueue: async (id, { delayMs }) => {
        const fails = this.#random() < this.unreliability;
        if (fails && this.#random() < 0.5) throw new QueueUnavailable('It did not answer.');
        this.#push(id, delayMs, 0);
        if (this.#random() < 0.1) this.#push(id, delayMs + whole(this.#random, 0, 30_000), 0);
        if (fails) throw new QueueUnavailable('Its answer was lost.');
      },
      waiting: () => 0,
      check: async () => undefined,
      close: async () => undefined,
    };
  }

  #push(id: string, delayMs: number, tries: number): void {
    this.#time.after(delayMs + whole(this.#random, 5, 500), () => {
      let answered = false;
      const settle = (outcome: RunOutcome | undefined): void => {
        if (answered) return;
        answered = true;
        if (outcome === 'finished' || outcome === 'already-finished') return;
        this.#push(id, Math.min(60_000, 1000 * 2 ** tries), tries + 1);
      };
      // A worker that died never answers; the connection breaks some time later.
      this.#time.after(Math.min(DEADLINE_MS, 120_000), () => settle(undefined));
      const delivery = this.#deliver(id);
      if (!delivery) return settle(undefined);
      void delivery.then(settle, () => settle(undefined));
    });
  }
}
