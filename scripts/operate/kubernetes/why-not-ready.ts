import type { CoreV1Event, V1ContainerStatus, V1Pod } from '@kubernetes/client-node';
import type { Cluster } from './cluster.ts';

/** Words that only say that something is under way. */
const UNDER_WAY = new Set(['ContainerCreating', 'PodInitializing']);

/**
 * Why the Pods of a revision do not get ready, as the cluster says it: no node, no image, a container that ends, a quota.
 * Undefined when nothing is said, or nothing may be read.
 */
export async function whyPodsAreNotReady(
  { core }: Cluster,
  namespace: string,
  revision: string,
): Promise<string | undefined> {
  try {
    const labelSelector = `serving.knative.dev/revision=${revision}`;
    const { items } = await core.listNamespacedPod({ namespace, labelSelector });
    const reasons = items.flatMap(reasonsOf);
    if (reasons[0] !== undefined) return reasons[0];
    const { items: events } = await core.listNamespacedEvent({ namespace, fieldSelector: 'type=Warning' });
    return events
      .filter(({ involvedObject }) => involvedObject.name?.startsWith(`${revision}-`))
      .map(wordsOf)
      .at(-1);
  } catch {
    return undefined;
  }
}

function reasonsOf({ metadata, status }: V1Pod): string[] {
  const name = metadata?.name ?? '';
  const unscheduled = status?.conditions?.find(
    (each) => each.type === 'PodScheduled' && each.status === 'False',
  );
  return [
    ...(unscheduled?.message === undefined ? [] : [`Pod ${name}: ${unscheduled.message}`]),
    ...(status?.containerStatuses ?? []).flatMap((container) => containerReasons(name, container)),
  ];
}

function containerReasons(pod: string, { name, state, lastState }: V1ContainerStatus): string[] {
  const { waiting } = state ?? {};
  const ended = state?.terminated ?? lastState?.terminated;
  const where = `Pod ${pod}, container ${name}`;
  return [
    ...(waiting?.reason === undefined || UNDER_WAY.has(waiting.reason)
      ? []
      : [`${where}: ${waiting.reason}${waiting.message === undefined ? '' : ` (${waiting.message})`}`]),
    ...(ended === undefined
      ? []
      : [`${where} ended with code ${ended.exitCode} (${ended.reason ?? 'no reason'})`]),
  ];
}

function wordsOf({ involvedObject, message }: CoreV1Event): string {
  return `${involvedObject.kind ?? ''} ${involvedObject.name ?? ''}: ${message ?? ''}`;
}
