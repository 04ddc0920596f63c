import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { CloudResources } from './cloud-resources.ts';
import type { Part, Step } from './step.ts';
import { command, named as listed } from './step.ts';

const API = 'https://monitoring.googleapis.com/v3/projects';
const named = z.object({ displayName: z.string() });

/**
 * Dashboard, alerts, objectives, uptime checks and log metrics, as the manifests wrote them.
 * @param folder where the documents lie, seen from `root`
 */
export async function monitoring(resources: CloudResources, root: string, folder: string): Promise<Step> {
  const files = (await readdir(`${root}${folder}`)).sort();
  const of = (kind: string): string[] =>
    files.filter((name) => name.startsWith(kind) && name.endsWith('.json'));
  const titled = async (name: string): Promise<{ file: string; title: string }> => {
    const document: unknown = JSON.parse(await readFile(`${root}${folder}/${name}`, 'utf8'));
    return { file: `${folder}/${name}`, title: named.parse(document).displayName };
  };
  return {
    id: 'monitoring',
    title: 'Dashboard, alerts, objectives, uptime checks',
    parts: [
      // Alerts may only name metrics that are there.
      ...(await Promise.all(of('log-metric-').map((name) => logMetric(root, `${folder}/${name}`)))),
      ...(await Promise.all(of('dashboard').map(async (name) => dashboard(await titled(name))))),
      ...of('service-').map((name) => monitoredService(resources, `${folder}/${name}`)),
      ...of('slo-').map((name) => objective(resources, `${folder}/${name}`)),
      ...(await Promise.all(of('uptime-').map((name) => uptime(root, `${folder}/${name}`)))),
      ...(await Promise.all(of('alert-').map(async (name) => alert(await titled(name))))),
    ],
  };
}

async function logMetric(root: string, file: string): Promise<Part> {
  const { name } = z.object({ name: z.string() }).parse(JSON.parse(await readFile(`${root}${file}`, 'utf8')));
  return {
    look: ['logging', 'metrics', 'describe', name],
    proof: ['logging', 'metrics', 'list', listed(name)],
    create: [command('logging', 'metrics', 'create', name, `--config-from-file=${file}`)],
  };
}

function dashboard({ file, title }: { file: string; title: string }): Part {
  return {
    look: ['monitoring', 'dashboards', 'list', `--filter=displayName="${title}"`],
    create: [command('monitoring', 'dashboards', 'create', `--config-from-file=${file}`)],
  };
}

function alert({ file, title }: { file: string; title: string }): Part {
  return {
    look: ['alpha', 'monitoring', 'policies', 'list', `--filter=displayName="${title}"`],
    create: [command('alpha', 'monitoring', 'policies', 'create', `--policy-from-file=${file}`)],
  };
}

/** gcloud has no command for services and objectives: they are posted. There already is success. */
function monitoredService({ project }: CloudResources, file: string): Part {
  const id = /service-(.*)\.json$/.exec(file)?.[1] ?? '';
  return { posts: [{ url: `${API}/${project}/services?serviceId=${id}`, file }] };
}

function objective({ project }: CloudResources, file: string): Part {
  const id = /slo-(.*)\.json$/.exec(file)?.[1] ?? '';
  const of = `${API}/${project}/services/${id}/serviceLevelObjectives`;
  return { posts: [{ url: `${of}?serviceLevelObjectiveId=availability`, file }] };
}

const check = z.object({
  displayName: z.string(),
  monitoredResource: z.object({ labels: z.object({ host: z.string(), project_id: z.string() }) }),
  httpCheck: z.object({ path: z.string() }),
  period: z.string(),
  timeout: z.string(),
});

async function uptime(root: string, file: string): Promise<Part> {
  const { displayName, monitoredResource, httpCheck, period, timeout } = check.parse(
    JSON.parse(await readFile(`${root}${file}`, 'utf8')),
  );
  const { host, project_id } = monitoredResource.labels;
  return {
    look: ['monitoring', 'uptime', 'list-configs', `--filter=displayName="${displayName}"`],
    create: [
      command(
        ...['monitoring', 'uptime', 'create', displayName, '--resource-type=uptime-url'],
        ...[`--resource-labels=host=${host},project_id=${project_id}`, '--protocol=https', '--port=443'],
        ...[`--path=${httpCheck.path}`, `--period=${Number.parseInt(period, 10) / 60}`],
        ...[`--timeout=${Number.parseInt(timeout, 10)}`, '--validate-ssl=true', '--status-classes=2xx'],
      ),
    ],
  };
}

const THRESHOLDS = ['percent=0.5', 'percent=0.8', 'percent=1.0', 'percent=1.0,basis=forecasted-spend'];

/** It only sends alerts: nothing is switched off. */
export function budget({ project, billingAccount, budgetUsd, env }: CloudResources): Step {
  const title = `ShortFactory ${env}`;
  if (billingAccount === undefined) {
    return {
      id: 'budget',
      title: 'A budget with alerts',
      parts: [{ note: 'No --billing-account was given: there is no budget yet.' }],
    };
  }
  const account = `--billing-account=${billingAccount}`;
  return {
    id: 'budget',
    title: 'A budget with alerts',
    parts: [
      {
        look: ['billing', 'budgets', 'list', account, `--filter=displayName="${title}"`],
        create: [
          command(
            ...['billing', 'budgets', 'create', account, `--display-name=${title}`],
            ...[`--budget-amount=${budgetUsd}USD`, `--filter-projects=projects/${project}`],
            ...THRESHOLDS.map((rule) => `--threshold-rule=${rule}`),
          ),
        ],
      },
    ],
  };
}
