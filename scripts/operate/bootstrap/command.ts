import { InputInvalid } from '@shortfactory/core/errors';
import { command, ROOT, text, toggle } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import { synthesize, writeFolder } from '@shortfactory/manifests';
import { invoker, roles } from './access-steps.ts';
import { accounts, apis, bucket, queue, registry, secrets } from './base-steps.ts';
import { edge } from './edge-steps.ts';
import { encryption, secretReplication } from './encryption-step.ts';
import { federation } from './federation-step.ts';
import type { GithubRepository } from './cloud-resources.ts';
import { iap } from './iap-step.ts';
import { initEnvironment } from './init/init.ts';
import { network } from './network-step.ts';
import { resourcesOf } from './resources-of.ts';
import { signatures } from './signatures-step.ts';
import { applySteps } from './apply-steps.ts';
import { budget, monitoring } from './watch-steps.ts';
import type { Step } from './step.ts';
import { Gcloud } from '../gcloud/gcloud.ts';
import { cloudEnvironment } from '../environment/cloud-environment.ts';
import { PLACE_FLAGS } from '../environment/flags.ts';

const STEPS =
  'apis, registry, bucket, accounts, secrets, queue, roles, federation, budget, monitoring, invoker, edge, iap';

const FLAGS = {
  ...PLACE_FLAGS,
  env: text('ENV', 'environment: the name of its file, such as prod'),
  init: text('NAME', 'asks for what an environment needs and writes its file; options answer without asking'),
  like: text('ENV', 'with --init: which of ours a new one extends (default: by its name, else prod)'),
  only: text('LIST', 'these steps only, separated by commas'),
  github: text('OWNER/NAME', 'the repository whose main branch may deploy, without a key'),
  'github-id': text('N', 'its id, which no other repository ever gets: gh api repos/OWNER/NAME --jq .id'),
  'billing-account': text('ID', 'for the budget'),
  'dry-run': toggle('asks and changes nothing; prints exactly what would be run'),
};

export const bootstrap = command({
  summary:
    'Creates the cloud resources that a deployment needs. Safe to run again: what is right already is left alone.',
  usage: [
    'npm run bootstrap -- --init prod',
    'npm run bootstrap -- --env prod --github OWNER/NAME --github-id N --billing-account ID',
  ],
  flags: FLAGS,
  notes: `Steps, in order: ${STEPS}.
Where the environment asks for them: encryption (before registry), network and signatures (after queue).
Exit codes: 0 done, 1 a command failed (run it again: it goes on from there), 2 bad input.`,
  run: async (values, context) => {
    const { init, env } = values;
    if (init !== undefined) return initEnvironment(init, values, context);
    if (env !== undefined) return createResources({ ...values, env }, context);
    throw new InputInvalid(
      '--env',
      'is missing; the name of an environment was expected, or --init for a new one.',
    );
  },
});

async function createResources(
  values: Values<typeof FLAGS> & { readonly env: string },
  { env, say, signal }: CommandContext,
): Promise<void> {
  const environment = cloudEnvironment(values);
  const { 'dry-run': dryRun, 'billing-account': billingAccount } = values;
  const gcloud = new Gcloud({ env, project: environment.project, dryRun, say });
  const github = repository(values.github, values['github-id']);
  const files = synthesize(environment);
  const resources = resourcesOf(environment, {
    runMonitoring: files.get('monitoring/run-monitoring.yaml') ?? '',
    otelCollector: files.get('monitoring/otel-collector.yaml'),
    ...(github === undefined ? {} : { github }),
    ...(billingAccount === undefined ? {} : { billingAccount }),
  });
  // What the commands read: written with --dry-run too, so that what is printed can be pasted.
  const folder = `out/bootstrap/${environment.name}`;
  const replication = secretReplication(resources);
  const written = new Map([...files, ['cors.json', corsRules(resources.origins)]]);
  if (replication !== undefined) written.set('secret-replication.json', replication);
  writeFolder(`${ROOT}${folder}`, written);
  const steps = [
    apis(resources),
    ...encryption(resources),
    registry(resources),
    bucket(resources, `${folder}/cors.json`),
    accounts(resources),
    secrets(resources, replication && `${folder}/secret-replication.json`),
    queue(resources),
    ...network(resources),
    ...signatures(resources),
    roles(resources),
    federation(resources),
    budget(resources),
    await monitoring(resources, ROOT, `${folder}/monitoring`),
    invoker(resources),
    edge(resources),
    iap(resources),
  ];
  process.chdir(ROOT);
  await applySteps(chosen(steps, values.only), { gcloud, say, signal });
}

/** Both or none: a name alone could come to mean another repository. */
function repository(name: string | undefined, id: string | undefined): GithubRepository | undefined {
  if (name === undefined && id === undefined) return undefined;
  if (name === undefined || !/^[A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100}$/.test(name)) {
    throw new InputInvalid('--github', `“${name ?? ''}” is not a repository; OWNER/NAME was expected.`);
  }
  if (id === undefined || !/^[1-9]\d{0,18}$/.test(id)) {
    const ask = `gh api repos/${name} --jq .id`;
    throw new InputInvalid(
      '--github-id',
      `“${id ?? ''}” is not the id of a repository; what “${ask}” prints was expected.`,
    );
  }
  return { name, id };
}

/** Pages of ours may upload to the bucket and play from it; no other page may. */
function corsRules(origins: readonly string[]): string {
  const rules = [
    {
      origin: origins,
      method: ['GET', 'HEAD', 'PUT', 'POST'],
      responseHeader: ['Content-Type', 'Content-Range', 'Range', 'Location', 'x-goog-resumable'],
      maxAgeSeconds: 3600,
    },
  ];
  return `${JSON.stringify(rules, null, 2)}\n`;
}

function chosen(steps: readonly Step[], only: string | undefined): readonly Step[] {
  if (only === undefined) return steps;
  const wanted = only.split(',').map((id) => id.trim());
  const unknown = wanted.find((id) => !steps.some((step) => step.id === id));
  if (unknown !== undefined) {
    const known = steps.map(({ id }) => id).join(', ');
    throw new InputInvalid('--only', `“${unknown}” is not a step; ${known} are.`);
  }
  return steps.filter(({ id }) => wanted.includes(id));
}
