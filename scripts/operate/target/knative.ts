import { readFile } from 'node:fs/promises';
import type { CommandContext } from '@shortfactory/command-line';
import type { LocalEnvironment, Overrides } from '@shortfactory/manifests';
import { parse } from 'yaml';
import { clusterEnvironment } from '../environment/cloud-environment.ts';
import type { OVERRIDE_FLAGS } from '../environment/flags.ts';
import { openCluster } from '../kubernetes/cluster.ts';
import type { Cluster } from '../kubernetes/cluster.ts';
import { preflight } from '../kubernetes/preflight/preflight.ts';
import type { ServiceDocument } from '../kubernetes/preflight/check.ts';
import { KnativeService } from '../kubernetes/service-driver.ts';
import { LiveService } from '../services/live-service.ts';
import type { ServiceName } from '../services/names.ts';
import { direct, through } from '../smoke/door.ts';
import type { TargetValues } from './flags.ts';
import type { Target, TargetOptions } from './target.ts';

/** Without --env. */
const ENVIRONMENT = 'local';

/** Knative on a cluster, by the Kubernetes API. Throws InputInvalid. */
export async function openKnative(
  values: TargetValues,
  { patience, dryRun }: TargetOptions,
  { env, say }: CommandContext,
): Promise<Target> {
  // Before the cluster is asked anything.
  const { name, context: declared } = clusterOf(values);
  const cluster = await openCluster(env, {
    given: values.context,
    declared,
    environment: name,
  });
  const domain = values['cluster-domain'] ?? (await domainOf(cluster));
  const environment = (overrides: Overrides): LocalEnvironment =>
    clusterOf(values, {
      ...(domain === undefined ? {} : { 'cluster-domain': domain }),
      ...overrides,
    });
  const { namespace } = environment({});
  const { ingress } = values;
  return {
    name,
    environment,
    service: (service) => {
      const full = `shortfactory-${service}`;
      return new LiveService(
        full,
        new KnativeService(full, cluster, { namespace, dryRun, say }),
        patience,
        say,
      );
    },
    preflight: async (files) => {
      const documents = await Promise.all(
        files.map(async (file) => parse(await readFile(file, 'utf8')) as ServiceDocument),
      );
      await preflight({ cluster, namespace, namespaceGiven: values.namespace !== undefined, documents }, say);
    },
    reach: (service, url) => reachable(service, url, { server: values.url, ui: values['ui-url'] }),
    door: ingress === undefined ? direct : through(ingress),
  };
}

/** The environment of a cluster, with what the options and a deploy say instead. Throws InputInvalid. */
export function clusterOf(
  {
    namespace,
    env,
    ...values
  }: Pick<TargetValues, 'namespace' | 'env' | 'environments' | keyof typeof OVERRIDE_FLAGS>,
  overrides: Overrides = {},
): LocalEnvironment {
  return clusterEnvironment(
    { ...values, env: env ?? ENVIRONMENT },
    { ...(namespace === undefined ? {} : { namespace }), ...overrides },
  );
}

/** The first domain that Knative gives addresses in; undefined where none is set, or it may not be read. */
export async function domainOf({ core }: Cluster): Promise<string | undefined> {
  const config = await core
    .readNamespacedConfigMap({ name: 'config-domain', namespace: 'knative-serving' })
    .catch(() => undefined);
  return Object.keys(config?.data ?? {}).find((key) => !key.startsWith('_'));
}

/** The address of a Service or a tag of it (`<tag>-<service>`) under the name by which it is reached from here. */
function reachable(
  name: ServiceName,
  url: string,
  given: { readonly server: string | undefined; readonly ui: string | undefined },
): string | undefined {
  if (name === 'worker') return undefined;
  const base = given[name];
  if (base === undefined) return url;
  const [label = ''] = new URL(url).hostname.split('.');
  const own = new URL(base);
  const service = `shortfactory-${name}`;
  if (label.endsWith(`-${service}`)) own.hostname = `${label.slice(0, -service.length)}${own.hostname}`;
  return own.href;
}
