import type { Service } from '../constructs/shapes.ts';
import { servingContainer } from '../policies/values/violation.ts';

/** On a cluster each adds one address to X-Forwarded-For: ingress, activator, queue-proxy. */
const CLUSTER_PROXIES = 3;

/** Fewer trusted proxies than stand in front, and all users are one client, with one client's limits. */
export function proxyProblems(service: Service): string[] {
  const given = servingContainer(service)?.env?.find(({ name }) => name === 'TRUSTED_PROXIES')?.value;
  return Number(given) >= CLUSTER_PROXIES
    ? []
    : [
        `Service/${service.metadata?.name ?? '?'} env TRUSTED_PROXIES: ${given ?? 'nothing'} was given; at least ${CLUSTER_PROXIES} was expected on a cluster (ingress, activator, queue-proxy)`,
      ];
}
