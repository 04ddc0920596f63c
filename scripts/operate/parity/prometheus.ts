import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { called } from '../kubernetes/failure.ts';
import { CannotBeTried } from './scene.ts';
import type { Scene, Step } from './scene.ts';

const WITHIN_MS = 120_000;
const POLL_MS = 1000;
const COUNTED = 'sum(shortfactory_http_request_duration_seconds_count)';

const vector = z.object({
  data: z.object({ result: z.array(z.object({ value: z.tuple([z.number(), z.string()]) })) }),
});
const rules = z.object({
  data: z.object({
    groups: z.array(z.object({ rules: z.array(z.object({ name: z.string(), health: z.string() })) })),
  }),
});

/** The Prometheus of the surroundings has found the Pods, counts what they serve, and its rules can be evaluated. */
export const scraped: Step = {
  name: 'Prometheus: Pods scraped, rules evaluated',
  expected: "each instance is scraped by the collector beside it; the project's alerts have the same rules",
  run: async (scene) => {
    await untilStarted(scene);
    const deadline = performance.now() + WITHIN_MS;
    for (;;) {
      const up = await valueOf(scene, 'count(up{job="shortfactory"} == 1)');
      const counted = await valueOf(scene, COUNTED);
      const all = rules
        .parse(await asked(scene, '/api/v1/rules'))
        .data.groups.flatMap((group) => group.rules);
      const wrong = all
        .filter(({ health }) => health !== 'ok')
        .map(({ name, health }) => `${name} ${health}`);
      const words = `${up} Pods scraped, ${counted} requests counted, ${all.length} rules`;
      if (up > 0 && counted > 0 && all.length > 0 && wrong.length === 0) return words;
      if (performance.now() > deadline)
        throw new Error(`${words}${wrong.length > 0 ? `; not evaluated: ${wrong.join(', ')}` : ''}`);
      await sleep(POLL_MS, undefined, { signal: scene.signal });
    }
  },
};

/** Rejects with CannotBeTried where its image is not to be had. */
async function untilStarted({ cluster, namespace, signal }: Scene): Promise<void> {
  const deadline = performance.now() + WITHIN_MS;
  let last = 'no Pod';
  while (performance.now() < deadline) {
    const { items } = await called('listing the Pods of Prometheus', undefined, () =>
      cluster.core.listNamespacedPod({ namespace, labelSelector: 'cdk8s.io/metadata.addr' }),
    );
    const statuses = items.flatMap(({ status }) => status?.containerStatuses ?? []);
    const container = statuses.find(({ name }) => name === 'prometheus');
    if (container?.ready) return;
    const { reason, message } = container?.state?.waiting ?? container?.lastState?.terminated ?? {};
    last = `${reason ?? 'not ready'}: ${message ?? 'no reason'}`;
    if (reason === 'ErrImagePull' || reason === 'ImagePullBackOff')
      throw new CannotBeTried(
        `no node has the image ${container?.image ?? 'of Prometheus'}, and it cannot be pulled; bring it with --image-archive`,
      );
    await sleep(POLL_MS, undefined, { signal });
  }
  throw new Error(`Prometheus is not ready after ${WITHIN_MS / 1000} s (${last})`);
}

async function valueOf(scene: Scene, query: string): Promise<number> {
  const { data } = vector.parse(await asked(scene, `/api/v1/query?query=${encodeURIComponent(query)}`));
  return Number(data.result[0]?.value[1] ?? 0);
}

/** By the cluster's API: from outside nothing else leads there. */
async function asked({ cluster, namespace, shell }: Scene, path: string): Promise<unknown> {
  const raw = `/api/v1/namespaces/${namespace}/services/prometheus:9090/proxy${path}`;
  return JSON.parse(await shell.read(['kubectl', '--context', cluster.context, 'get', '--raw', raw]));
}
