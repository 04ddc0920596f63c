import { randomBytes } from 'node:crypto';
import { API_ONLY, publicUrl, queueAccount, serviceAccount, TASKS_QUEUE } from '@shortfactory/manifests';
import type { CloudEnvironment } from '@shortfactory/manifests';
import type { CloudResources, ResourceSecret, GithubRepository } from './cloud-resources.ts';

const MADE_HERE = new Set(['SIGNING_KEY', 'WORKER_TOKEN', 'VISITOR_KEY']);

export interface ResourceFlags {
  readonly github?: GithubRepository;
  readonly billingAccount?: string;
  /** The collector's document, from the synthesized monitoring. */
  readonly runMonitoring: string;
}

/** What an environment stands on, so that what bootstrap makes and what the manifests name is the same. */
export function resourcesOf(environment: CloudEnvironment, flags: ResourceFlags): CloudResources {
  const { api, ui } = environment.domains;
  return {
    env: environment.name,
    project: environment.project,
    projectNumber: environment.projectNumber,
    region: environment.region,
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
    secrets: secretsOf(environment, flags.runMonitoring),
    budgetUsd: environment.budgetUsd,
    ...(flags.github === undefined ? {} : { github: flags.github }),
    ...(flags.billingAccount === undefined ? {} : { billingAccount: flags.billingAccount }),
    ...(api === undefined || ui === undefined ? {} : { domains: { api, ui } }),
  };
}

function secretsOf(environment: CloudEnvironment, runMonitoring: string): ResourceSecret[] {
  const own = Object.entries(environment.secrets).map(([name, reference]): ResourceSecret => ({
    id: reference.secret,
    readers: readersOf(name),
    needed: true,
    ...(MADE_HERE.has(name) ? { value: () => randomBytes(32).toString('base64url') } : {}),
  }));
  const { uiKey } = environment;
  if (uiKey) own.push({ id: uiKey.secret, readers: ['ui'], needed: true });
  const { secret } = environment.collector.config;
  return [...own, { id: secret, readers: ['server', 'worker'], needed: true, value: () => runMonitoring }];
}

function readersOf(name: string): ResourceSecret['readers'] {
  if (name === 'VISITOR_KEY') return ['server', 'ui'];
  return API_ONLY.has(name) ? ['server'] : ['server', 'worker'];
}

function nameOf(email: string): string {
  return email.split('@')[0] ?? email;
}
