import { setTimeout as sleep } from 'node:timers/promises';
import type { V1Pod } from '@kubernetes/client-node';
import { called } from '../../kubernetes/failure.ts';
import { cancelJob, endedOnce, isOver, isRendering, startJob, untilJob } from '../jobs.ts';
import { CannotBeTried } from '../scene.ts';
import type { Scene, Step } from '../scene.ts';
import { pressNode } from './node-pressure.ts';

const JOB_SECONDS = 900;
const POLL_MS = 500;
const STORE_AWAY_MS = 120_000;
const STORE_PORT = 4443;
const CORDONED_MS = 60_000;
const STRUCK_MS = 60_000;
/**
 * Takes more memory than any limit of a worker, in small processes, and says of every other one in the container that it
 * is the one to kill: the kernel takes the largest first, and ends at the worker's own.
 */
const HUNGRY = `const fs = require('node:fs');
const { spawn } = require('node:child_process');
const ours = new Set([process.pid]);
setInterval(() => {
  for (const id of fs.readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name) && !ours.has(Number(name))))
    try { fs.writeFileSync('/proc/' + id + '/oom_score_adj', '1000'); } catch {}
  const child = spawn(process.execPath, ['-e', 'globalThis.kept = Buffer.alloc(48 * 2 ** 20, 1); setInterval(() => {}, 1e6)']);
  ours.add(child.pid);
}, 200);`;

interface Fault {
  readonly name: string;
  /** It needs a way to the cluster's node. */
  readonly node?: true;
  /** @param workers every worker: which of them has the job is not known from outside */
  readonly strike: (scene: Scene, workers: readonly V1Pod[]) => Promise<void>;
  /** Why the worker's container must have ended by it, as the kubelet says it; the Pod is the same afterwards. */
  readonly ends?: RegExp;
  /** How many times as long the video is: what takes its time must come before the end of the render. */
  readonly times?: number;
}

/** The same for each of them. */
const each =
  (strike: (scene: Scene, worker: V1Pod) => Promise<unknown>): Fault['strike'] =>
  async (scene, workers) => {
    await Promise.all(workers.map((worker) => strike(scene, worker)));
  };

const FAULTS: readonly Fault[] = [
  {
    name: 'SIGKILL of node',
    node: true,
    ends: /Error|OOMKilled/,
    strike: each((scene, worker) => killContainer(scene, worker, 'worker')),
  },
  {
    name: 'Pod deleted, without grace',
    strike: each(({ cluster, namespace }, worker) =>
      called('deleting the Pod', undefined, () =>
        cluster.core.deleteNamespacedPod({ name: nameOf(worker), namespace, gracePeriodSeconds: 0 }),
      ),
    ),
  },
  {
    name: 'Pod evicted',
    strike: (scene, workers) => evict(scene, workers),
  },
  {
    name: 'out of memory',
    ends: /OOMKilled/,
    strike: each(({ cluster, namespace, shell }, worker) => {
      const pod = ['exec', nameOf(worker), '--container', 'worker', '--', 'node', '-e', HUNGRY];
      // It is killed itself, which is the point.
      return shell
        .run(['kubectl', '--context', cluster.context, '--namespace', namespace, ...pod])
        .catch(() => '');
    }),
  },
  {
    name: 'node under memory pressure, the kubelet evicts',
    node: true,
    times: 4,
    strike: pressNode,
  },
  {
    name: 'Pod evicted, and no node takes another one for a minute',
    node: true,
    strike: async (scene, workers) => {
      const nodes = [...new Set(workers.flatMap(({ spec }) => spec?.nodeName ?? []))];
      const { cluster, shell, signal } = scene;
      const kubectl = ['kubectl', '--context', cluster.context];
      try {
        for (const node of nodes) await shell.run([...kubectl, 'cordon', node]);
        await evict(scene, workers);
        await sleep(CORDONED_MS, undefined, { signal });
      } finally {
        for (const node of nodes) await shell.undo([...kubectl, 'uncordon', node]);
      }
    },
  },
  {
    name: 'queue-proxy killed',
    node: true,
    strike: each((scene, worker) => killContainer(scene, worker, 'queue-proxy')),
  },
  {
    name: 'activator restarted',
    strike: async ({ cluster }) => {
      const namespace = 'knative-serving';
      await called('deleting the activator', undefined, () =>
        cluster.core.deleteCollectionNamespacedPod({ namespace, labelSelector: 'app=activator' }),
      );
    },
  },
  {
    name: 'store away for two minutes',
    node: true,
    strike: async ({ onNode, signal }) => {
      const rule = `FORWARD -p tcp --dport ${STORE_PORT} -j REJECT --reject-with tcp-reset`;
      await onNode?.(`iptables -I ${rule}`);
      try {
        await sleep(STORE_AWAY_MS, undefined, { signal });
      } finally {
        await onNode?.(`iptables -D ${rule}`, true);
      }
    },
  },
];

/** What happens to a worker in the middle of a render, one after the other; each job ends once, with one output. */
export const faultSteps: readonly Step[] = FAULTS.map(({ name, node, strike, ends, times }) => ({
  name: `in a render: ${name}`,
  expected: 'the queue delivers again; the job ends once, with one output',
  run: async (scene) => {
    if (node && scene.onNode === undefined) throw new CannotBeTried('it needs --node-shell');
    const { signal } = scene;
    const api = scene.api();
    const began = performance.now();
    const { id } = await startJob(api, signal, times);
    try {
      const running = await untilJob(api, id, isRendering, JOB_SECONDS, signal);
      if (isOver(running)) throw new Error('the job was over before anything happened to it');
      const workers = await scene.workers();
      await strike(scene, workers);
      if (ends) await Promise.all(workers.map((worker) => untilEnded(scene, worker, ends)));
      const job = await untilJob(api, id, isOver, JOB_SECONDS, signal);
      await endedOnce(api, job, signal);
    } catch (error) {
      await cancelJob(api, id);
      throw error;
    }
    return `done once, after ${((performance.now() - began) / 1000).toFixed(0)} s`;
  },
}));

const nameOf = ({ metadata }: V1Pod): string => metadata?.name ?? '';

async function evict({ cluster, namespace }: Scene, workers: readonly V1Pod[]): Promise<void> {
  for (const worker of workers) {
    const metadata = { name: nameOf(worker), namespace };
    await called('evicting the Pod', undefined, () =>
      cluster.core.createNamespacedPodEviction({ ...metadata, body: { metadata } }),
    );
  }
}

/** Waits until the kubelet says that the worker's container ended since it was read, and why. Rejects when it did not. */
async function untilEnded({ cluster, namespace, signal }: Scene, before: V1Pod, why: RegExp): Promise<void> {
  const name = nameOf(before);
  const restarts = workerOf(before)?.restartCount ?? 0;
  const deadline = performance.now() + STRUCK_MS;
  let said = 'nothing';
  while (performance.now() < deadline) {
    const now = workerOf(
      await called('reading the Pod', undefined, () => cluster.core.readNamespacedPod({ name, namespace })),
    );
    const ended = now?.state?.terminated ?? now?.lastState?.terminated;
    if (ended && ((now?.restartCount ?? 0) > restarts || now?.state?.terminated)) {
      said = `${ended.reason ?? 'no reason'} (${ended.exitCode})`;
      if (why.test(said)) return;
    }
    await sleep(POLL_MS, undefined, { signal });
  }
  throw new Error(`the worker of ${name} was not ended by it; the kubelet says ${said}`);
}

const workerOf = ({ status }: V1Pod) => status?.containerStatuses?.find(({ name }) => name === 'worker');

/** From inside, the first process of a container cannot be killed; from the node, everything in its cgroup can. */
async function killContainer({ onNode }: Scene, pod: V1Pod, container: string): Promise<void> {
  const status = pod.status?.containerStatuses?.find(({ name }) => name === container);
  const id = /\/\/([0-9a-f]{12,})$/.exec(status?.containerID ?? '')?.[1];
  if (id === undefined) throw new Error(`the container ${container} of ${nameOf(pod)} has no id`);
  const find = `grep -l ${id} /proc/[0-9]*/cgroup 2>/dev/null | cut -d/ -f3`;
  await onNode?.(`for p in $(${find}); do kill -9 "$p"; done`);
}
