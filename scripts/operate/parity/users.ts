import { called } from '../kubernetes/failure.ts';
import type { Scene, Step } from './scene.ts';

const NAME = 'shortfactory-parity-users';

/** Each user's whole life: one story, asked for with a key of its own; the status is its only word. */
const SCRIPT = `
const started = performance.now();
const headers = { authorization: 'Bearer ' + crypto.randomUUID() + crypto.randomUUID(), 'content-type': 'application/json' };
const body = JSON.stringify({ topic: 'Why the sky is blue' });
fetch(process.argv[1] + '/api/stories', { method: 'POST', headers, body })
  .then((answer) => console.log(answer.status, Math.round(performance.now() - started)), (error) => console.log('none', String(error.cause ?? error)));
`;

/**
 * Users with an address each: Pods, because all requests from outside may come through one address. They ask the API by
 * its name inside the cluster, through the same ingress, activator and queue-proxy.
 */
export const manyUsers: Step = {
  name: 'users with an address each',
  expected: 'each is counted by its own address: no 429',
  run: async (scene) => {
    const { cluster, namespace, shell, users, serverImage } = scene;
    const kubectl = ['kubectl', '--context', cluster.context, '--namespace', namespace];
    const remove = [
      ...kubectl,
      'delete',
      'job',
      NAME,
      '--ignore-not-found',
      '--cascade=foreground',
      '--wait',
    ];
    await shell.run(remove);
    try {
      await shell.run(
        [...kubectl, 'create', '-f', '-'],
        JSON.stringify(jobOf(namespace, serverImage, users)),
      );
      await shell.run([...kubectl, 'wait', '--for=condition=complete', `job/${NAME}`, '--timeout=600s']);
      return judged(await answersOf(scene), users);
    } finally {
      await shell.undo(remove);
    }
  },
};

async function answersOf({ cluster, namespace }: Scene): Promise<string[]> {
  const labelSelector = `job-name=${NAME}`;
  const pods = await called('listing the users', undefined, () =>
    cluster.core.listNamespacedPod({ namespace, labelSelector }),
  );
  return Promise.all(
    pods.items.map(({ metadata }) =>
      called('reading what a user saw', undefined, () =>
        cluster.core.readNamespacedPodLog({ name: metadata?.name ?? '', namespace }),
      ),
    ),
  );
}

function judged(answers: readonly string[], users: number): string {
  const counts = new Map<string, number>();
  for (const answer of answers) {
    const [status = 'none'] = answer.trim().split(' ');
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  const words = [...counts].map(([status, count]) => `${count} × ${status}`).join(', ');
  if (counts.get('200') !== users) throw new Error(`of ${users} users: ${words}`);
  return words;
}

function jobOf(namespace: string, image: string, users: number): object {
  const container = {
    name: 'user',
    image,
    imagePullPolicy: 'IfNotPresent',
    command: ['node', '-e', SCRIPT, `http://shortfactory-server.${namespace}.svc.cluster.local`],
    resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    },
  };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: NAME, namespace, labels: { app: 'shortfactory-parity' } },
    spec: {
      completions: users,
      parallelism: Math.min(users, 10),
      backoffLimit: 0,
      template: {
        spec: { restartPolicy: 'Never', automountServiceAccountToken: false, containers: [container] },
      },
    },
  };
}
