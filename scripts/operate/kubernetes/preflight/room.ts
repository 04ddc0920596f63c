import type { V1Node, V1Pod } from '@kubernetes/client-node';
import { called } from '../failure.ts';
import { quantity } from '../quantity.ts';
import { NOTHING, problem, together, unlessRefused } from './check.ts';
import type { Check, ContainerDocument, Findings, Planned, ServiceDocument } from './check.ts';
import { QUEUE_PROXY } from './pods.ts';

/** CPU in cores, memory in bytes. */
interface Amount {
  readonly cpu: number;
  readonly memory: number;
}

/** The new Pods fit beside those that run, on the nodes and in the namespace's quotas. */
export const room: Check = async (planned) =>
  together([
    await unlessRefused('How much room the nodes have', () => onNodes(planned)),
    await unlessRefused('The quotas', () => inQuotas(planned)),
  ]);

async function onNodes({ cluster, documents }: Planned): Promise<Findings> {
  const nodes = (await called('listing the nodes', undefined, () => cluster.core.listNode())).items;
  const running = (
    await called('listing all Pods', undefined, () => cluster.core.listPodForAllNamespaces())
  ).items.filter(({ status }) => status?.phase !== 'Succeeded' && status?.phase !== 'Failed');
  const free = nodes.filter(isUsable).map((node) => freeOf(node, running));
  const wanted = documents
    .flatMap((document) =>
      podsOf(document).map(() => ({ name: document.metadata.name, ...podNeeds(document) })),
    )
    .sort((a, b) => b.memory - a.memory || b.cpu - a.cpu);
  const problems: string[] = [];
  for (const { name, ...needs } of wanted) {
    const index = free.findIndex(({ cpu, memory }) => cpu >= needs.cpu && memory >= needs.memory);
    const node = free[index];
    if (node) free[index] = { cpu: node.cpu - needs.cpu, memory: node.memory - needs.memory };
    else {
      const most = free.map(words).join('; ') || 'no node is ready';
      problems.push(`the cluster is too small: a Pod of ${name} needs ${words(needs)}, and free is ${most}`);
    }
  }
  return problems.length === 0 ? NOTHING : problem(...new Set(problems));
}

function isUsable({ spec, status }: V1Node): boolean {
  const ready = status?.conditions?.some((each) => each.type === 'Ready' && each.status === 'True') ?? false;
  return ready && spec?.unschedulable !== true;
}

function freeOf(node: V1Node, pods: readonly V1Pod[]): Amount {
  const of = (values: Readonly<Record<string, string>> | undefined): Amount => amount(values);
  const taken = pods
    .filter(({ spec }) => spec?.nodeName === node.metadata?.name)
    .flatMap(({ spec }) => spec?.containers.map(({ resources }) => of(resources?.requests)) ?? []);
  const all = of(node.status?.allocatable);
  const used = sum(taken);
  return { cpu: all.cpu - used.cpu, memory: all.memory - used.memory };
}

/** One entry for each Pod that stands before there is a request; at least one, by which a revision becomes ready. */
function podsOf({ spec }: ServiceDocument): unknown[] {
  const least = Number(spec.template.metadata?.annotations?.['autoscaling.knative.dev/minScale'] ?? 0);
  return Array.from({ length: Math.max(1, Math.min(least, 100)) });
}

/** What a Pod asks for: limits count where there are no requests, as Kubernetes does. */
function podNeeds({ spec }: ServiceDocument): Amount {
  const all: readonly ContainerDocument[] = [...spec.template.spec.containers, QUEUE_PROXY];
  return sum(all.map(({ resources = {} }) => amount({ ...resources.limits, ...resources.requests })));
}

function amount(values: Readonly<Record<string, string>> | undefined): Amount {
  return { cpu: quantity(values?.['cpu'] ?? '0'), memory: quantity(values?.['memory'] ?? '0') };
}

function sum(amounts: readonly Amount[]): Amount {
  return amounts.reduce((a, b) => ({ cpu: a.cpu + b.cpu, memory: a.memory + b.memory }), {
    cpu: 0,
    memory: 0,
  });
}

function words({ cpu, memory }: Amount): string {
  return `${Math.floor(cpu * 1000)}m CPU and ${Math.floor(memory / 2 ** 20)} MiB`;
}

/** The dry run of one Pod knows nothing of the others. */
async function inQuotas({ cluster, namespace, documents }: Planned): Promise<Findings> {
  const quotas = await called(`listing the quotas of ${namespace}`, undefined, () =>
    cluster.core.listNamespacedResourceQuota({ namespace }),
  );
  const needs = sum(documents.flatMap((document) => podsOf(document).map(() => podNeeds(document))));
  const pods = documents.flatMap(podsOf).length;
  const wanted: Readonly<Record<string, number>> = {
    pods,
    cpu: needs.cpu,
    'requests.cpu': needs.cpu,
    memory: needs.memory,
    'requests.memory': needs.memory,
  };
  const problems = quotas.items.flatMap(({ metadata, status }) =>
    Object.entries(status?.hard ?? {}).flatMap(([key, hard]) => {
      const more = wanted[key];
      const used = status?.used?.[key] ?? '0';
      if (more === undefined || quantity(used) + more <= quantity(hard)) return [];
      const asked = key === 'pods' ? `${more} Pods` : words(needs);
      return [
        `the ResourceQuota ${namespace}/${metadata?.name ?? ''} allows ${key} ${hard}, ${used} are used, and the new Pods ask for ${asked}`,
      ];
    }),
  );
  return problem(...problems);
}
