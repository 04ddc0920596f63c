import { setTimeout as sleep } from 'node:timers/promises';
import type { V1Pod } from '@kubernetes/client-node';
import type { Cluster } from '../kubernetes/cluster.ts';
import { called } from '../kubernetes/failure.ts';
import { CallFailed } from '../services/service-driver.ts';

const POLL_MS = 500;

/** Pods of one Knative Service that are not on their way out, oldest first. */
export async function podsOf(cluster: Cluster, namespace: string, service: string): Promise<V1Pod[]> {
  const labelSelector = `serving.knative.dev/service=${service}`;
  const { items } = await called(`listing the Pods of ${service}`, undefined, () =>
    cluster.core.listNamespacedPod({ namespace, labelSelector }),
  );
  const born = ({ metadata }: V1Pod): number => metadata?.creationTimestamp?.getTime() ?? 0;
  return items
    .filter(({ metadata, status }) => metadata?.deletionTimestamp === undefined && status?.phase !== 'Failed')
    .sort((a, b) => born(a) - born(b));
}

/** Waits until there are as many as `enough` accepts; gives the seconds that it took. Rejects when it takes too long. */
export async function untilPods(
  look: () => Promise<readonly V1Pod[]>,
  enough: (count: number) => boolean,
  what: string,
  withinSeconds: number,
  signal: AbortSignal,
): Promise<number> {
  const began = performance.now();
  let count = -1;
  while (performance.now() - began < withinSeconds * 1000) {
    // A reading not had is had next time.
    count = await look().then(
      (pods) => pods.length,
      (error: unknown) => {
        if (error instanceof CallFailed && error.kind === 'passing') return -1;
        throw error;
      },
    );
    if (count >= 0 && enough(count)) return (performance.now() - began) / 1000;
    await sleep(POLL_MS, undefined, { signal });
  }
  throw new Error(`${what}: there are ${count} Pods after ${withinSeconds} s.`);
}

/** Counts Pods while something else happens. */
export class PodWatch {
  readonly #names = new Set<string>();
  readonly #over = new AbortController();
  readonly #work: Promise<void>;
  #most = 0;

  constructor(look: () => Promise<readonly V1Pod[]>) {
    this.#work = this.#watch(look);
  }

  /** The most at the same time, and how many there were in all. */
  async stop(): Promise<{ readonly most: number; readonly all: number }> {
    this.#over.abort();
    await this.#work;
    return { most: this.#most, all: this.#names.size };
  }

  async #watch(look: () => Promise<readonly V1Pod[]>): Promise<void> {
    const { signal } = this.#over;
    while (!signal.aborted) {
      const pods = await look().catch(() => []);
      this.#most = Math.max(this.#most, pods.length);
      for (const { metadata } of pods) this.#names.add(metadata?.name ?? '');
      await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
