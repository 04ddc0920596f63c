import { setTimeout as sleep } from 'node:timers/promises';
import type { V1Pod } from '@kubernetes/client-node';
import { called } from '../../kubernetes/failure.ts';
import { CallFailed } from '../../services/service-driver.ts';
import { quantity } from '../../kubernetes/quantity.ts';
import { CannotBeTried } from '../scene.ts';
import type { Scene } from '../scene.ts';
import { firstToGo, nodeSummary, usedBy } from './first-to-go.ts';
import type { NodeSummary } from './first-to-go.ts';
import { Kubelet } from './kubelet.ts';

const POLL_MS = 500;
/** The kubelet counts every ten seconds. */
const COUNTED_MS = 60_000;
const EVICTED_MS = 120_000;
const SETTLED_MS = 120_000;
/** Of the worker's limit: with what a render takes it stays below it. */
const SHARE = 0.5;
/** Of what the workers hold: how far below the threshold the node is, so that it is well again once they are gone. */
const SHORT = 0.6;

/**
 * The node is short of memory because of the workers, and its kubelet evicts them. They take memory within their limit,
 * and the kubelet's own threshold is raised to where that is too much: filling a whole node could end anybody's program.
 * Once they are gone there is enough again, so that nobody else is evicted. Rejects when the kubelet does not.
 */
export async function pressNode(scene: Scene, workers: readonly V1Pod[]): Promise<void> {
  const { onNode } = scene;
  if (onNode === undefined) throw new CannotBeTried('it needs --node-shell');
  const node = await soleNode(scene);
  const kubelet = await Kubelet.find(onNode);
  const bytes = Math.floor(limitOf(workers) * SHARE);
  const holders = workers.map((worker) => holdMemory(scene, worker, bytes));
  try {
    await Promise.all(holders);
    await evictWorkers(scene, workers, { node, kubelet, bytes });
  } catch (error) {
    // Whoever is still there would be short of memory in all that is tried next.
    for (const holder of await Promise.allSettled(holders))
      if (holder.status === 'fulfilled') await letGo(scene, holder.value);
    throw error;
  }
}

async function evictWorkers(
  scene: Scene,
  workers: readonly V1Pod[],
  { node, kubelet, bytes }: { readonly node: string; readonly kubelet: Kubelet; readonly bytes: number },
): Promise<void> {
  const { say } = scene;
  const summary = await untilCounted(scene, node, workers, bytes);
  await refuseOthers(scene, node, workers, summary);
  const threshold = summary.node.memory.availableBytes + bytes * (workers.length - 1 + SHORT);
  try {
    await kubelet.evictBelow(threshold);
    const [, ...ends] = await Promise.all([
      until(scene, EVICTED_MS, 'the node has no condition MemoryPressure', () => pressed(scene, node)),
      ...workers.map((worker) =>
        until(scene, EVICTED_MS, `${nameOf(worker)} was not evicted`, () => endOf(scene, worker)),
      ),
    ]);
    // One without a job may be taken away by the autoscaler meanwhile, which eases the pressure as an eviction does.
    const evicted = workers.filter((_, index) => ends[index] === 'evicted').map(nameOf);
    if (evicted.length === 0) throw new Error('no worker was evicted by the kubelet: they were taken away');
    say(`  the kubelet of ${node} evicted ${evicted.join(', ')}`);
  } finally {
    await kubelet.asBefore();
  }
  await until(scene, SETTLED_MS, 'the node keeps its condition MemoryPressure', async () =>
    'seen' in (await pressed(scene, node)) ? { waiting: 'still there' } : { seen: 'none' },
  );
}

/** Where --node-shell leads is known only of a cluster with one node. */
async function soleNode({ cluster }: Scene): Promise<string> {
  const { items } = await called('listing the nodes', undefined, () => cluster.core.listNode());
  const [node, ...more] = items;
  if (node === undefined || more.length > 0)
    throw new CannotBeTried(
      `--node-shell leads to one of ${items.length} nodes, and not surely to the worker's`,
    );
  return node.metadata?.name ?? '';
}

function limitOf(workers: readonly V1Pod[]): number {
  const limits = workers.map(({ spec }) =>
    quantity(spec?.containers.find(({ name }) => name === 'worker')?.resources?.limits?.['memory'] ?? '0'),
  );
  const least = Math.min(...limits);
  if (least > 0 && Number.isFinite(least)) return least;
  throw new CannotBeTried('the worker has no limit of memory below which it could stay');
}

const KEEP = 'globalThis.kept';

/** A process in a worker's container. */
interface Holder {
  readonly worker: V1Pod;
  readonly pid: number;
}

/** It outlives what started it. */
async function holdMemory(scene: Scene, worker: V1Pod, bytes: number): Promise<Holder> {
  const hold = `${KEEP} = Buffer.alloc(${bytes}, 1); setInterval(() => {}, 1e6)`;
  const script = `const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(hold)}], { detached: true, stdio: 'ignore' });
child.unref();
console.log(child.pid);`;
  return { worker, pid: Number(await scene.shell.run(inWorker(scene, worker, script))) };
}

/** Ends it, unless its container has ended before, and another process has its number. */
async function letGo(scene: Scene, { worker, pid }: Holder): Promise<void> {
  const script = `if (require('node:fs').readFileSync('/proc/${pid}/cmdline', 'utf8').includes('${KEEP}')) process.kill(${pid}, 'SIGKILL');`;
  await scene.shell.undo(inWorker(scene, worker, script)).catch(() => undefined);
}

function inWorker({ cluster, namespace }: Scene, worker: V1Pod, script: string): string[] {
  const pod = ['exec', nameOf(worker), '--container', 'worker', '--', 'node', '-e', script];
  return ['kubectl', '--context', cluster.context, '--namespace', namespace, ...pod];
}

/** What the kubelet counts, once it has counted what the workers hold. */
async function untilCounted(
  scene: Scene,
  node: string,
  workers: readonly V1Pod[],
  bytes: number,
): Promise<NodeSummary> {
  const deadline = performance.now() + COUNTED_MS;
  while (performance.now() < deadline) {
    const summary = await summaryOf(scene, node);
    if (workers.every((worker) => (usedBy(summary, worker) ?? 0) >= bytes)) return summary;
    await sleep(POLL_MS, undefined, { signal: scene.signal });
  }
  throw new Error(`the kubelet did not count ${bytes} bytes in each worker within ${COUNTED_MS / 1000} s`);
}

async function summaryOf({ cluster, shell }: Scene, node: string): Promise<NodeSummary> {
  const path = `/api/v1/nodes/${node}/proxy/stats/summary`;
  const text = await shell
    .read(['kubectl', '--context', cluster.context, 'get', '--raw', path])
    .catch((error: unknown) => {
      throw new CannotBeTried(`the kubelet's summary is not to be read: ${String(error)}`);
    });
  return nodeSummary.parse(JSON.parse(text));
}

/** Nobody's Pod but the workers' may be what the kubelet evicts first. */
async function refuseOthers(
  { cluster }: Scene,
  node: string,
  workers: readonly V1Pod[],
  summary: NodeSummary,
): Promise<void> {
  const { items } = await called('listing the Pods of the node', undefined, () =>
    cluster.core.listPodForAllNamespaces({ fieldSelector: `spec.nodeName=${node},status.phase=Running` }),
  );
  const ours = new Set(workers.map(({ metadata }) => metadata?.uid));
  const other = firstToGo(items, summary)
    .slice(0, workers.length)
    .find(({ metadata }) => !ours.has(metadata?.uid));
  if (other)
    throw new CannotBeTried(
      `the kubelet would evict ${other.metadata?.namespace ?? ''}/${nameOf(other)} before the worker`,
    );
}

async function pressed({ cluster }: Scene, name: string): Promise<Seen> {
  const { status } = await called('reading the node', undefined, () => cluster.core.readNode({ name }));
  const condition = status?.conditions?.find(({ type }) => type === 'MemoryPressure')?.status ?? 'Unknown';
  return condition === 'True' ? { seen: 'pressure' } : { waiting: condition };
}

async function endOf({ cluster, namespace }: Scene, worker: V1Pod): Promise<Seen> {
  const name = nameOf(worker);
  const pod = await called('reading the Pod', { plural: 'pods', name }, () =>
    cluster.core.readNamespacedPod({ name, namespace }),
  ).catch((error: unknown) => {
    if (error instanceof CallFailed && error.kind === 'absent') return undefined;
    throw error;
  });
  if (pod === undefined) return { seen: 'taken away' };
  const { phase = 'unknown', reason = 'no reason', message = '' } = pod.status ?? {};
  if (phase === 'Failed' && reason === 'Evicted' && /memory/.test(message)) return { seen: 'evicted' };
  // One that ends well by itself while it is evicted has another status; the kubelet's own word stands beside it.
  const { items } = await called('reading the events', undefined, () =>
    cluster.core.listNamespacedEvent({
      namespace,
      fieldSelector: `involvedObject.uid=${pod.metadata?.uid ?? ''},reason=Evicted`,
    }),
  );
  const said = items.some(
    ({ source, message: words = '' }) => source?.component === 'kubelet' && /memory/.test(words),
  );
  return said && (phase === 'Failed' || phase === 'Succeeded')
    ? { seen: 'evicted' }
    : { waiting: `${phase}, ${reason}` };
}

/** What was waited for, or how it stands. */
type Seen = { readonly seen: string } | { readonly waiting: string };

/** Asks again until it is seen; a reading not had, as while the kubelet starts, is had next time. */
async function until(
  { signal }: Scene,
  withinMs: number,
  otherwise: string,
  look: () => Promise<Seen>,
): Promise<string> {
  const deadline = performance.now() + withinMs;
  let last = '';
  while (performance.now() < deadline) {
    const now = await look().catch((error: unknown): Seen => ({ waiting: String(error) }));
    if ('seen' in now) return now.seen;
    last = now.waiting;
    await sleep(POLL_MS, undefined, { signal });
  }
  throw new Error(`${otherwise} after ${withinMs / 1000} s (${last})`);
}

const nameOf = ({ metadata }: V1Pod): string => metadata?.name ?? '';
