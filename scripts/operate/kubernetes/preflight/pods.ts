import type { V1Pod } from '@kubernetes/client-node';
import { called, KubernetesFailed } from '../failure.ts';
import { note, NOTHING, problem, together } from './check.ts';
import type { Check, Findings, Planned, ServiceDocument } from './check.ts';

/** What Knative adds to each Pod, as far as quotas and policies look at it. */
export const QUEUE_PROXY = {
  name: 'queue-proxy',
  image: 'queue-proxy',
  resources: { requests: { cpu: '25m' } },
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    runAsNonRoot: true,
    capabilities: { drop: ['ALL'] },
    seccompProfile: { type: 'RuntimeDefault' },
  },
} as const;

/** Fields of a revision that are Knative's own. */
const OF_KNATIVE = [
  'containerConcurrency',
  'timeoutSeconds',
  'responseStartTimeoutSeconds',
  'idleTimeoutSeconds',
];

/**
 * Whether the namespace takes the Pods that Knative will make, by the cluster's own dry run: a Service is taken without
 * a look at quotas and Pod Security, and its Pods are refused later.
 */
export const pods: Check = async (planned) =>
  together(await Promise.all(planned.documents.map((document) => findingOf(planned, document))));

async function findingOf({ cluster, namespace }: Planned, document: ServiceDocument): Promise<Findings> {
  const { name } = document.metadata;
  const body = podOf(document, namespace);
  try {
    await called(`the dry run of a Pod of ${name}`, undefined, () =>
      cluster.core.createNamespacedPod({ namespace, body, dryRun: 'All' }),
    );
    return NOTHING;
  } catch (error) {
    if (!(error instanceof KubernetesFailed) || error.kind === 'passing') throw error;
    const said = error.status?.message ?? error.message;
    if (/violates PodSecurity/.test(said))
      return problem(
        `the Pod Security policy of the namespace ${namespace} refuses the Pods of ${name}: ${said}`,
      );
    if (/quota/i.test(said))
      return problem(`a ResourceQuota of the namespace ${namespace} refuses the Pods of ${name}: ${said}`);
    if (error.kind === 'refused' && /cannot create resource/.test(said))
      return note(`whether quotas and policies take the Pods of ${name} was not looked at: ${said}`);
    return problem(`the namespace ${namespace} refuses the Pods of ${name}: ${said}`);
  }
}

function podOf({ metadata, spec: { template } }: ServiceDocument, namespace: string): V1Pod {
  const { containers, ...rest } = template.spec;
  const spec = Object.fromEntries(Object.entries(rest).filter(([field]) => !OF_KNATIVE.includes(field)));
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      generateName: `${metadata.name}-preflight-`,
      namespace,
      labels: { ...template.metadata?.labels },
    },
    spec: {
      ...spec,
      containers: [...containers, QUEUE_PROXY] as unknown as NonNullable<V1Pod['spec']>['containers'],
    },
  };
}
