import { called } from '../failure.ts';
import { orAbsent, problem, NOTHING, note, together, unlessRefused } from './check.ts';
import type { Check, Findings, Planned } from './check.ts';

/** The oldest Knative Serving that took our manifests; older ones were not tried. */
export const OLDEST_SERVING = [1, 15] as const;
const SERVING = 'knative-serving';
const DEFAULT_INGRESS = 'istio.ingress.networking.knative.dev';

/** Knative Serving is there, new enough, and has an ingress that leads requests to Services. */
export const knative: Check = async (planned) => {
  const { cluster } = planned;
  const name = 'services.serving.knative.dev';
  const plural = 'customresourcedefinitions';
  return unlessRefused('The version of Knative', async () => {
    const definition = await orAbsent(
      called('reading what Knative defines', { plural, name }, () =>
        cluster.definitions.readCustomResourceDefinition({ name }),
      ),
    );
    if (!definition)
      return problem(
        `the cluster of context ${cluster.context} has no Knative Serving (there is no ${name})`,
      );
    const label = definition.metadata?.labels?.['app.kubernetes.io/version'];
    return together([versionFinding(label), await ingress(planned)]);
  });
};

/** @param label such as 1.16.0 or v1.16.0 */
function versionFinding(label: string | undefined): Findings {
  const oldest = OLDEST_SERVING.join('.');
  const found = /^v?(\d+)\.(\d+)/.exec(label ?? '');
  if (!found)
    return note(
      `the version of Knative Serving is not known (it says ${label ?? 'nothing'}); ${oldest} or newer is expected`,
    );
  const [major, minor] = [Number(found[1]), Number(found[2])];
  const old = major < OLDEST_SERVING[0] || (major === OLDEST_SERVING[0] && minor < OLDEST_SERVING[1]);
  return old
    ? problem(
        `Knative Serving ${label ?? ''} is too old for these manifests; ${oldest} or newer was expected`,
      )
    : NOTHING;
}

function ingress({ cluster }: Planned): Promise<Findings> {
  return unlessRefused('The ingress', async () => {
    const [name, plural] = ['config-network', 'configmaps'];
    const config = await orAbsent(
      called(`reading ${SERVING}/${name}`, { plural, name }, () =>
        cluster.core.readNamespacedConfigMap({ name, namespace: SERVING }),
      ),
    );
    if (config === undefined) return problem(`Knative has no ${SERVING}/${name}, so it has no ingress`);
    const chosen = config.data?.['ingress-class'] ?? config.data?.['ingress.class'];
    if (chosen?.startsWith('kourier.')) return clientAddresses(cluster);
    if (chosen !== undefined && chosen !== DEFAULT_INGRESS) return NOTHING;
    const deployments = await called('listing the controllers of Knative', undefined, () =>
      cluster.apps.listNamespacedDeployment({ namespace: SERVING }),
    );
    if (deployments.items.some(({ metadata }) => metadata?.name === 'net-istio-controller')) return NOTHING;
    const why = chosen === undefined ? 'names no ingress-class' : `names ${chosen}`;
    return problem(
      `no ingress leads to Services: ${SERVING}/${name} ${why}, and Istio's controller, which Knative takes then, is not there`,
    );
  });
}

/** Kourier adds no address to X-Forwarded-For unless its connections begin with the PROXY protocol. */
async function clientAddresses(cluster: Planned['cluster']): Promise<Findings> {
  const [name, plural] = ['config-kourier', 'configmaps'];
  const config = await orAbsent(
    called(`reading ${SERVING}/${name}`, { plural, name }, () =>
      cluster.core.readNamespacedConfigMap({ name, namespace: SERVING }),
    ),
  );
  if (config?.data?.['enable-proxy-protocol'] === 'true') return NOTHING;
  return note(
    `Kourier tells no client's address (enable-proxy-protocol in ${SERVING}/${name} is not true): unless a balancer in front writes X-Forwarded-For, all users count as one client, with one client's limits, and whoever sends that header chooses an address; manifests/README.md, “Addresses of clients”, says what to do`,
  );
}
