import { serviceName } from './schema.ts';
import type { CloudEnvironment, Environment, LocalEnvironment, ServiceKey } from './schema.ts';

/** Where things are: whatever follows from an environment's project, region and names. */

/** The address that the platform gives a service, without a trailing slash. */
export function platformUrl(environment: Environment, key: ServiceKey): string {
  return environment.platform === 'cloud-run'
    ? `https://${serviceName(key)}-${environment.projectNumber}.${environment.region}.run.app`
    : `http://${serviceName(key)}.${environment.namespace}.svc.cluster.local`;
}

/** The name that requests to an address have in their Host header, without the port. */
function hostOf(address: string): string {
  return new URL(address).hostname;
}

/** The address that people and browsers use: our own domain, or where an ingress of the cluster gives them one. */
export function publicUrl(environment: Environment, key: 'server' | 'ui'): string {
  if (environment.platform === 'knative') {
    const { origins } = environment;
    return (key === 'server' ? origins.api : origins.ui) ?? platformUrl(environment, key);
  }
  const domain = environment.domains[key === 'server' ? 'api' : 'ui'];
  return domain === undefined ? platformUrl(environment, key) : `https://${domain}`;
}

/** Where browsers fetch finished videos from and send uploads to. */
export function mediaOrigin(environment: Environment): string {
  return environment.platform === 'cloud-run'
    ? 'https://storage.googleapis.com'
    : (environment.origins.media ?? gcsEmulatorUrl(environment));
}

/**
 * The names that a service on a cluster answers to: the cluster's own, that by which browsers come, and where the
 * cluster's domain is known, those that its ingress gives to the service, to blue and to green.
 */
export function allowedHosts(environment: LocalEnvironment, key: ServiceKey): string {
  const { domain, namespace } = environment;
  const addresses = [
    platformUrl(environment, key),
    ...(key === 'worker' ? [] : [publicUrl(environment, key)]),
  ];
  const given =
    domain === undefined || key === 'worker'
      ? []
      : ['', 'blue-', 'green-'].map((tag) => `${tag}${serviceName(key)}.${namespace}.${domain}`);
  return [...new Set([...addresses.map(hostOf), ...given])].join(',');
}

/** Of a cluster, in their order: ingress, activator, queue-proxy. */
const KNATIVE_PROXIES = '3';

/** Each proxy in front adds one address to X-Forwarded-For. */
export function trustedProxies(environment: Environment): string {
  if (environment.platform === 'knative') return KNATIVE_PROXIES;
  return environment.edge === 'load-balancer' ? '2' : '1';
}

export function gcsEmulatorUrl({ namespace }: LocalEnvironment): string {
  return `http://${GCS_EMULATOR}.${namespace}.svc.cluster.local:${GCS_EMULATOR_PORT}`;
}

/** The account that a service runs as; `bootstrap` makes it and gives it its roles. */
export function serviceAccount({ project }: CloudEnvironment, key: ServiceKey): string {
  return `${serviceName(key)}@${project}.iam.gserviceaccount.com`;
}

/** The account whose token Cloud Tasks shows to the worker; it alone may invoke it. */
export function queueAccount({ project }: CloudEnvironment): string {
  return `shortfactory-queue@${project}.iam.gserviceaccount.com`;
}

export const TASKS_QUEUE = 'shortfactory-jobs';
/** Of both roles of the server's image; the second one is never public. */
export const SERVER_PORT = 8000;
export const METRICS_PORT = 9464;
export const UI_PORT = 3000;
export const SCRATCH_DIR = '/scratch';
export const GCS_EMULATOR = 'gcs-emulator';
export const GCS_EMULATOR_PORT = 4443;
