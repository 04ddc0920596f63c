import type { V1Pod } from '@kubernetes/client-node';
import { z } from 'zod';
import { quantity } from '../../kubernetes/quantity.ts';

/** What we read of a kubelet's `/stats/summary`: memory in bytes, as it judges it itself. */
export const nodeSummary = z.object({
  node: z.object({ memory: z.object({ availableBytes: z.number() }) }),
  pods: z.array(
    z.object({
      podRef: z.object({ name: z.string(), namespace: z.string() }),
      memory: z.object({ workingSetBytes: z.number() }).optional(),
    }),
  ),
});
export type NodeSummary = z.output<typeof nodeSummary>;

/** Bytes that a Pod has in use; undefined where the kubelet has not counted them. */
export function usedBy({ pods }: NodeSummary, { metadata }: V1Pod): number | undefined {
  const found = pods.find(
    ({ podRef }) => podRef.name === metadata?.name && podRef.namespace === metadata.namespace,
  );
  return found?.memory?.workingSetBytes;
}

/**
 * Pods in the order in which a kubelet evicts them for memory: those that it has not counted, those that use more than they asked for, then by priority,
 * then by how much more.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/#pod-selection-for-kubelet-eviction
 */
export function firstToGo(pods: readonly V1Pod[], summary: NodeSummary): V1Pod[] {
  const over = (pod: V1Pod): number => (usedBy(summary, pod) ?? Infinity) - requested(pod);
  const uncounted = (pod: V1Pod): number => Number(usedBy(summary, pod) === undefined);
  return [...pods].sort(
    (a, b) =>
      uncounted(b) - uncounted(a) ||
      Number(over(b) > 0) - Number(over(a) > 0) ||
      (a.spec?.priority ?? 0) - (b.spec?.priority ?? 0) ||
      over(b) - over(a),
  );
}

function requested({ spec }: V1Pod): number {
  return (spec?.containers ?? []).reduce(
    (sum, { resources }) => sum + quantity(resources?.requests?.['memory'] ?? '0'),
    0,
  );
}
