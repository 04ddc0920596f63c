import { endedOnce, isOver, startJob, untilJob } from './jobs.ts';
import { PodWatch, untilPods } from './pods.ts';
import type { Scene, Step } from './scene.ts';

/** Knative's window is 60 s and its grace 30 s; a Pod may take as long as its terminationGracePeriod on top. */
const TO_ZERO_SECONDS = 420;
const JOB_SECONDS = 600;
const MANY = 4;
/** All of them ask from one address. */
const EACH_MS = 1000 * MANY;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

export const toZero: Step = {
  name: 'workers scale to zero',
  expected: 'within 15 minutes without a request',
  run: async ({ workers, signal }) => {
    const took = await untilPods(
      workers,
      (count) => count === 0,
      'no job is waiting',
      TO_ZERO_SECONDS,
      signal,
    );
    return `0 Pods after ${took.toFixed(0)} s`;
  },
};

/** From no worker at all: one job is a reason for one of them. */
export const oneJobOnePod: Step = {
  name: '0 → 1: one job, one Pod',
  expected: 'one instance for each request at concurrency 1',
  run: async (scene) => {
    const { workers, signal } = scene;
    const api = scene.api();
    const watch = new PodWatch(workers);
    const began = performance.now();
    let started = Number.NaN;
    try {
      const { id } = await startJob(api, signal);
      await untilJob(api, id, ({ status }) => status !== 'queued', JOB_SECONDS, signal);
      started = performance.now() - began;
      const job = await untilJob(api, id, isOver, JOB_SECONDS, signal);
      await endedOnce(api, job, signal);
    } finally {
      await watch.stop();
    }
    const took = performance.now() - began;
    const { most, all } = await watch.stop();
    const words = `running after ${seconds(started)}, done after ${seconds(took)}, ${most} Pod${most === 1 ? '' : 's'}`;
    if (most > 1 || all > 1) throw new Error(`${words} at once, ${all} in all`);
    return words;
  },
};

export const manyJobs: Step = {
  name: `0 → N: ${MANY} jobs at once`,
  expected: 'up to the maximum of instances; the rest wait in the queue',
  run: async (scene) => {
    const { workers, signal } = scene;
    const watch = new PodWatch(workers);
    const began = performance.now();
    try {
      const jobs = await Promise.all(
        Array.from({ length: MANY }, async () => {
          const api = scene.api();
          const { id } = await startJob(api, signal);
          await endedOnce(api, await untilJob(api, id, isOver, JOB_SECONDS, signal, EACH_MS), signal);
        }),
      );
      const { most } = await watch.stop();
      return `${jobs.length} done after ${seconds(performance.now() - began)}, ${most} Pods at most`;
    } finally {
      await watch.stop();
    }
  },
};

/** Of requests that are sent all the while, how many were not answered as they should be. */
export class Prober {
  readonly #over = new AbortController();
  readonly #work: Promise<void>;
  readonly #wrong = new Map<string, number>();
  #sent = 0;

  constructor({ door, url }: Scene, everyMs: number) {
    this.#work = this.#probe(door, new URL('/live', url), everyMs);
  }

  async stop(): Promise<{ readonly sent: number; readonly wrong: ReadonlyMap<string, number> }> {
    this.#over.abort();
    await this.#work;
    return { sent: this.#sent, wrong: this.#wrong };
  }

  async #probe(door: Scene['door'], url: URL, everyMs: number): Promise<void> {
    const { signal } = this.#over;
    while (!signal.aborted) {
      const answer = await door(url, { signal: AbortSignal.timeout(10_000) }).then(
        async (response) => {
          await response.arrayBuffer();
          return response.ok ? undefined : String(response.status);
        },
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      this.#sent += 1;
      if (answer !== undefined) this.#wrong.set(answer, (this.#wrong.get(answer) ?? 0) + 1);
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  }
}
