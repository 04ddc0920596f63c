import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ffmpeg } from '@shortfactory/renderer';
import { command, converted, number, required, text, toggle, address } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import { ApiClient } from '../smoke/api-client.ts';
import { errorSource } from './error-source.ts';
import { Gcloud } from '../gcloud/gcloud.ts';
import { LiveService } from '../services/live-service.ts';
import { SERVICES } from '../services/names.ts';
import type { ServiceName } from '../services/names.ts';
import type { Labels } from '../services/ownership.ts';
import { labelsOf, newRunId, refuseForeign } from '../services/ownership.ts';
import { patienceOf } from '../environment/cloud-environment.ts';
import { DRY_RUN_FLAG, IMAGE_FLAGS, PLACE_FLAGS, READY_FLAG, SERVICE_FLAG } from '../environment/flags.ts';
import { rollOut, tryUndo } from './rollout.ts';
import type { RolloutOptions, Undo } from './rollout.ts';
import { smokeApi, smokeUi } from '../smoke/smoke-checks.ts';
import { steps } from './steps.ts';
import { Synthesizer } from '../environment/synthesizer.ts';
import { judge } from './verdict.ts';

const FLAGS = {
  revision: required(
    text(
      'SHA',
      'names the revisions shortfactory-server-SHA-HASH, HASH being of the configuration; a further try of both ends in -2, -3, …',
    ),
    'the commit that is deployed',
  ),
  ...PLACE_FLAGS,
  ...IMAGE_FLAGS,
  ...SERVICE_FLAG,
  steps: converted('LIST', 'percent for the new revision, rising, the last 100', steps, '10,50,100'),
  'bake-seconds': number('N', 'how long each step is watched', { least: 0, most: 3600 }, 60),
  'max-errors': number('PERCENT', "of the new revision's requests that may fail", { least: 0, most: 100 }, 1),
  prometheus: address('URL', 'asks this Prometheus instead of Cloud Monitoring', 'http://127.0.0.1:9090'),
  'smoke-seconds': number('N', "how long the smoke test's video may take", { least: 10, most: 3600 }, 300),
  ...READY_FLAG,
  adopt: toggle("takes over Services of these names that were not made by this environment's deploys"),
  ...DRY_RUN_FLAG,
};

export const deploy = command({
  summary:
    "Deploys without downtime: each Service's new revision is made beside the live one without a request, is checked at its own address, and takes over in steps while its errors are watched. When anything fails, requests go back to what served them before, in every Service. Nothing is ever deleted, and a change that another deploy or person made in the meantime is left as it is.",
  usage: ['npm run deploy -- --env prod --server-image I --ui-image I --revision SHA'],
  flags: FLAGS,
  notes: `An API key for the smoke test is read from SHORTFACTORY_API_KEY.
Exit codes: 0 serves what was asked (read back), 1 failed (requests are back where they were, or the last lines say what stands and why), 2 bad input or a Service that this environment's deploys did not make, 130 interrupted, and otherwise as 1.`,
  run: deployAll,
});

async function deployAll(values: Values<typeof FLAGS>, context: CommandContext): Promise<void> {
  const { env, service: which, adopt, 'dry-run': dryRun } = values;
  const maxErrorRatio = values['max-errors'] / 100;
  const owner = newRunId();
  const common = {
    owner,
    adopt,
    steps: values.steps,
    bakeMs: values['bake-seconds'] * 1000,
    dryRun,
    say: context.say,
    signal: context.signal,
  };
  const folder = await mkdtemp(join(tmpdir(), 'shortfactory-deploy-'));
  const undone: Undo[] = [];
  try {
    const synthesizer = new Synthesizer(values, values.revision, folder, owner);
    const { project, region } = synthesizer.place;
    const gcloud = new Gcloud({ env: context.env, project, dryRun, say: context.say });
    const source = errorSource(gcloud, project, values.prometheus);
    const videoDeadlineMs = values['smoke-seconds'] * 1000;
    const names: readonly ServiceName[] = which === 'all' ? SERVICES : [which];
    // The worker first: a newer worker knows every job that an older server makes.
    const services = names.map((name) => ({
      name,
      labels: labelsOf(env, name),
      service: new LiveService(`shortfactory-${name}`, region, gcloud, patienceOf(values)),
    }));
    if (!common.adopt && services.length > 1) await refuseAnyForeign(services, context.signal);
    for (const { name, labels, service } of services) {
      const options: RolloutOptions = {
        ...common,
        labels,
        revision: synthesizer.nameOf(name),
        synth: (traffic) => synthesizer.write(name, traffic),
        smoke: (url, signal) => smokeService(name, url, signal, context, videoDeadlineMs),
        judge: async (revision, signal) =>
          judge(await source(), service.name, revision, maxErrorRatio, signal),
      };
      undone.push(await rollOut(service, options));
    }
  } catch (error) {
    // What this Service did is undone already; the ones before it serve the new revision still.
    for (const undo of undone.reverse()) await tryUndo(undo, context.say);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Before the first is changed: a Service of other deploys must not be found only after minutes. */
async function refuseAnyForeign(
  services: readonly { readonly service: LiveService; readonly labels: Labels }[],
  signal: AbortSignal,
): Promise<void> {
  const states = await Promise.all(services.map(({ service }) => service.find(signal)));
  for (const [index, { labels }] of services.entries()) {
    const state = states[index];
    if (state) refuseForeign(state, labels, '--adopt takes it over.');
  }
}

/** The worker has no public address: its revision became ready by its own startup probe, and the server's smoke test uses it. */
async function smokeService(
  name: ServiceName,
  url: string,
  signal: AbortSignal,
  { env, say }: CommandContext,
  videoDeadlineMs: number,
): Promise<void> {
  if (name === 'worker') return;
  if (name === 'ui') return smokeUi(url, { say, signal });
  const api = new ApiClient(url, env['SHORTFACTORY_API_KEY'] || undefined);
  const ffmpeg = Ffmpeg.locate(env['FFMPEG_PATH'], env['PATH'] ?? '');
  await smokeApi(api, { say, signal, ffmpeg, videoDeadlineMs });
}
