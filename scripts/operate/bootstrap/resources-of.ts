import { randomBytes } from 'node:crypto';
import {
  API_ONLY,
  guardsService,
  publicUrl,
  regionsOf,
  queueAccount,
  serviceAccount,
  TASKS_QUEUE,
} from '@shortfactory/manifests';
import type { CloudEnvironment } from '@shortfactory/manifests';
import type { CloudResources, ResourceSecret, GithubRepository } from './cloud-resources.ts';

const MADE_HERE = new Set(['SIGNING_KEY', 'WORKER_TOKEN', 'VISITOR_KEY']);

export interface ResourceFlags {
  readonly github?: GithubRepository;
  readonly billingAccount?: string;
  /** The collector's document, from the synthesized monitoring. */
  readonly runMonitoring: string;
  /** The document of the collector of spans, when there is one. */
  readonly otelCollector?: string | undefined;
}

/** What an environment stands on, so that what bootstrap makes and what the manifests name is the same. */
export function resourcesOf(environment: CloudEnvironment, flags: ResourceFlags): CloudResources {
  const { api, ui } = environment.domains;
  const { encryption, network, binaryAuthorization } = environment;
  return {
    env: environment.name,
    project: environment.project,
    projectNumber: environment.projectNumber,
    region: regionsOf(environment)[0] ?? environment.region,
    regions: regionsOf(environment),
    bucket: environment.bucket,
    origins: [publicUrl(environment, 'ui')],
    registry: 'shortfactory',
    queue: TASKS_QUEUE,
    maxDispatches: environment.services.worker.scaling.max * environment.services.worker.concurrency,
    accounts: {
      server: nameOf(serviceAccount(environment, 'server')),
      worker: nameOf(serviceAccount(environment, 'worker')),
      ui: nameOf(serviceAccount(environment, 'ui')),
      tasks: nameOf(queueAccount(environment)),
      pusher: 'shortfactory-pusher',
      deployer: 'shortfactory-deployer',
    },
    secrets: secretsOf(environment, flags),
    traced: flags.otelCollector !== undefined,
    budgetUsd: environment.budgetUsd,
    ...(environment.iap === undefined
      ? {}
      : { iap: { members: environment.iap.members, atBackend: !guardsService(environment) } }),
    ...(flags.github === undefined ? {} : { github: flags.github }),
    ...(flags.billingAccount === undefined ? {} : { billingAccount: flags.billingAccount }),
    ...(encryption === undefined ? {} : { encryptionKey: encryption.key }),
    ...(network === undefined ? {} : { network }),
    ...(binaryAuthorization === undefined ? {} : { binaryAuthorization }),
    ...(api === undefined || ui === undefined ? {} : { domains: { api, ui } }),
  };
}

function secretsOf(
  environment: CloudEnvironment,
  { runMonitoring, otelCollector }: ResourceFlags,
): ResourceSecret[] {
  const own = Object.entries(environment.secrets).map(([name, reference]): ResourceSecret => ({
    id: reference.secret,
    readers: readersOf(name),
    needed: true,
    ...(MADE_HERE.has(name) ? { value: randomKey } : {}),
  }));
  const { uiKey, oidc } = environment;
  if (uiKey) own.push({ id: uiKey.secret, readers: ['ui'], needed: true });
  if (oidc) {
    own.push({ id: oidc.clientSecret.secret, readers: ['ui'], needed: true });
    own.push({ id: oidc.cookieKeys.secret, readers: ['ui'], needed: true, value: randomKey });
  }
  const { secret } = environment.collector.config;
  const collectors: ResourceSecret[] = [
    { id: secret, readers: ['server', 'worker'], needed: true, value: () => runMonitoring },
  ];
  if (otelCollector !== undefined) {
    const { secret: id } = environment.traces.config;
    collectors.push({ id, readers: ['server', 'worker', 'ui'], needed: true, value: () => otelCollector });
  }
  return [...own, ...collectors];
}

/** 256 random bits. */
function randomKey(): string {
  return randomBytes(32).toString('base64url');
}

function readersOf(name: string): ResourceSecret['readers'] {
  if (name === 'VISITOR_KEY') return ['server', 'ui'];
  return API_ONLY.has(name) ? ['server'] : ['server', 'worker'];
}

function nameOf(email: string): string {
  return email.split('@')[0] ?? email;
}
