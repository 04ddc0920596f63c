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
export function hostOf(address: string): string {
  return new URL(address).hostname;
}

/** The address that people and browsers use: our own domain where there is one. */
export function publicUrl(environment: Environment, key: 'server' | 'ui'): string {
  if (environment.platform === 'knative') return platformUrl(environment, key);
  const domain = environment.domains[key === 'server' ? 'api' : 'ui'];
  return domain === undefined ? platformUrl(environment, key) : `https://${domain}`;
}

/** Where browsers fetch finished videos from and send uploads to. */
export function mediaOrigin(environment: Environment): string {
  return environment.platform === 'cloud-run'
    ? 'https://storage.googleapis.com'
    : gcsEmulatorUrl(environment);
}

/** Each proxy in front adds one address to X-Forwarded-For. */
export function trustedProxies(environment: Environment): string {
  return environment.platform === 'cloud-run' && environment.edge === 'load-balancer' ? '2' : '1';
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
