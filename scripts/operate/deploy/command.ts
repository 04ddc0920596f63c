import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ffmpeg } from '@shortfactory/renderer';
import { peopleSignIn } from '@shortfactory/manifests';
import { command, converted, number, required, text, toggle, address } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import { patienceOf } from '../environment/cloud-environment.ts';
import { DRY_RUN_FLAG, IMAGE_FLAGS, imageOverrides, READY_FLAG, SERVICE_FLAG } from '../environment/flags.ts';
import { Synthesizer } from '../environment/synthesizer.ts';
import { ENDS, endOf } from '../services/preview.ts';
import { SERVICES } from '../services/names.ts';
import type { ServiceName } from '../services/names.ts';
import { labelsOf, newRunId, OWNER } from '../services/ownership.ts';
import { ApiClient } from '../smoke/api-client.ts';
import { smokeApi, smokeUi } from '../smoke/smoke-checks.ts';
import { TARGET_FLAGS } from '../target/flags.ts';
import { openTargets } from '../target/target.ts';
import type { Target } from '../target/target.ts';
import { judgeOf } from './error-source.ts';
import { deployInOrder } from './places.ts';
import { prepareRollOut } from './rollout.ts';
import type { PreparedRollout } from './rollout.ts';
import type { RolloutOptions } from './service-rollout.ts';
import { steps } from './steps.ts';

const FLAGS = {
  revision: required(
    text(
      'SHA',
      'names the revisions shortfactory-server-SHA-HASH, HASH being of the configuration; a further try of both ends in -2, -3, …',
    ),
    'the commit that is deployed',
  ),
  ...TARGET_FLAGS,
  ...IMAGE_FLAGS,
  ...SERVICE_FLAG,
  steps: converted('LIST', 'percent for the new revision, rising, the last 100', steps, '10,50,100'),
  'bake-seconds': number('N', 'how long each step is watched', { least: 0, most: 3600 }, 60),
  'max-errors': number('PERCENT', "of the new revision's requests that may fail", { least: 0, most: 100 }, 1),
  prometheus: address(
    'URL',
    "asks this Prometheus instead of Cloud Monitoring; on a cluster without one, each step is judged by probes of the new revision's own address",
    'http://127.0.0.1:9090',
  ),
  'smoke-seconds': number('N', "how long the smoke test's video may take", { least: 10, most: 3600 }, 300),
  ...READY_FLAG,
  adopt: toggle("takes over Services of these names that were not made by this environment's deploys"),
  ...DRY_RUN_FLAG,
};

export const deploy = command({
  summary:
    "Deploys without downtime: each Service's new revision is made beside the live one without a request, is checked at its own address, and takes over in steps while its errors are watched. When anything fails, requests go back to what served them before, in every Service. An environment in two regions is deployed in one after the other, and in no further one when one fails; --region names one. Nothing is ever deleted, and a change that another deploy or person made in the meantime is left as it is.",
  usage: [
    'npm run deploy -- --env prod --server-image I --ui-image I --revision SHA',
    'npm run deploy -- --target knative --context kind-shortfactory --ingress http://127.0.0.1:8080 --revision SHA',
  ],
  flags: FLAGS,
  notes: `An API key for the smoke test is read from SHORTFACTORY_API_KEY, the way to a cluster from KUBECONFIG or ~/.kube/config.
Exit codes: 0 serves what was asked (read back), 1 failed (requests are back where they were, or the last lines say what stands and why), 2 bad input or a Service that this environment's deploys did not make, 130 interrupted, and otherwise as 1.`,
  run: deployAll,
});

async function deployAll(values: Values<typeof FLAGS>, context: CommandContext): Promise<void> {
  const { service: which, 'dry-run': dryRun } = values;
  const { say } = context;
  const owner = newRunId();
  const folder = await mkdtemp(join(tmpdir(), 'shortfactory-deploy-'));
  try {
    const targets = await openTargets(values, { patience: patienceOf(values), dryRun }, context);
    const names: readonly ServiceName[] = which === 'all' ? SERVICES : [which];
    await deployInOrder(targets, names, say, async (target, index) => {
      const own = join(folder, String(index));
      await mkdir(own);
      return prepareIn(target, names, { owner, folder: own }, values, context);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every Service of one place, looked at and dry-run; nothing is changed yet. */
async function prepareIn(
  target: Target,
  names: readonly ServiceName[],
  { owner, folder }: { readonly owner: string; readonly folder: string },
  values: Values<typeof FLAGS>,
  context: CommandContext,
): Promise<readonly PreparedRollout[]> {
  const { adopt, 'dry-run': dryRun } = values;
  const { say, signal } = context;
  const end = endOf(target.environment({}), new Date());
  const synthesizer = new Synthesizer(target.environment, imageOverrides(values), values.revision, folder, {
    [OWNER]: owner,
    ...(end === undefined ? {} : { [ENDS]: end }),
  });
  if (end !== undefined) say(`This preview ends at ${end}; from then on npm run sweep removes it.`);
  const judge = judgeOf(target, values.prometheus, values['max-errors'] / 100);
  const videoDeadlineMs = values['smoke-seconds'] * 1000;
  const none = new Map<string, string>();
  await target.preflight(await Promise.all(names.map((name) => synthesizer.write(name, { keep: none }))));
  const rollouts: PreparedRollout[] = [];
  // All before the first is changed: what is in the way of the last one must not be found only after minutes.
  for (const name of names) {
    const options: RolloutOptions = {
      owner,
      adopt,
      end,
      steps: values.steps,
      bakeMs: values['bake-seconds'] * 1000,
      dryRun,
      say,
      signal,
      labels: labelsOf(target.name, name),
      revision: synthesizer.nameOf(name),
      synth: (traffic) => synthesizer.write(name, traffic),
      smoke: (url) => smokeService(name, url, target, context, videoDeadlineMs),
      judge: (revision) => judge(name, revision, signal),
    };
    rollouts.push(await prepareRollOut(target.service(name), options));
  }
  return rollouts;
}

/** The worker has no public address: its revision became ready by its own startup probe, and the server's smoke test uses it. */
async function smokeService(
  name: ServiceName,
  url: string,
  target: Target,
  { env, say, signal }: CommandContext,
  videoDeadlineMs: number,
): Promise<void> {
  const reached = target.reach(name, url);
  if (name === 'worker' || reached === undefined) return;
  if (name === 'ui') {
    const environment = target.environment({});
    return smokeUi(reached, { say, signal, peopleSignIn: peopleSignIn(environment) }, target.door);
  }
  const api = new ApiClient(reached, env['SHORTFACTORY_API_KEY'] || undefined, target.door);
  const ffmpeg = Ffmpeg.locate(env['FFMPEG_PATH'], env['PATH'] ?? '');
  await smokeApi(api, { say, signal, ffmpeg, videoDeadlineMs });
}
