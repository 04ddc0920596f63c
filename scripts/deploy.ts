import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLOUD_NAMES } from '../manifests/src/environments/index.ts';
import { Ffmpeg } from '../server/src/renderer/ffmpeg.ts';
import { ApiClient } from './operate/api-client.ts';
import { runCommand } from './operate/command.ts';
import type { CommandContext } from './operate/command.ts';
import { errorSource } from './operate/error-source.ts';
import { Gcloud } from './operate/gcloud.ts';
import { LiveService } from './operate/live-service.ts';
import { needFlag, numberFlag, readFlags, SERVICES, textFlag, wordFlag } from './operate/options.ts';
import type { ServiceName } from './operate/options.ts';
import type { Labels } from './operate/ownership.ts';
import { labelsOf, newRunId, refuseForeign } from './operate/ownership.ts';
import { patienceOf, PLACE_FLAGS } from './operate/place.ts';
import { rollOut, tryUndo } from './operate/rollout.ts';
import type { RolloutOptions, Undo } from './operate/rollout.ts';
import { smokeApi, smokeUi } from './operate/smoke-checks.ts';
import { steps } from './operate/steps.ts';
import { Synthesizer } from './operate/synthesizer.ts';
import { judge } from './operate/verdict.ts';

const USAGE = `Deploys without downtime: each Service's new revision is made beside the live one without a request, proves itself at its
own address, and takes over in steps while its errors are watched. When anything fails, requests go back to what served
them before, in every Service. Nothing is ever deleted, and what somebody else changed meanwhile is left to them.

  npm run deploy -- --env prod --server-image I --ui-image I --revision SHA

Options
  --env ENV             ${CLOUD_NAMES.join(', ')}
  --server-image I      image of server and worker, by digest or immutable tag
  --ui-image I          image of the UI
  --revision SHA        names the revisions: shortfactory-server-SHA-HASH, HASH being of the configuration; a further try of
                        both ends in -2, -3, …
  --service NAME        all, ${SERVICES.join(', ')} (default: all)
  --steps LIST          percent for the new revision, rising, the last 100 (default: 10,50,100)
  --bake-seconds N      how long each step is watched (default: 60)
  --max-errors PERCENT  of the new revision's requests that may fail (default: 1)
  --prometheus URL      asks this Prometheus instead of Cloud Monitoring
  --smoke-seconds N     how long the smoke test's video may take (default: 300)
  --project P, --project-number N, --region R
  --ready-seconds N     how long to wait for a revision to become ready (default: 600)
  --adopt               takes over Services of these names that were not made by this environment's deploys
  --dry-run             reads the state and prints exactly what would be run
  --help                prints this

An API key for the smoke test is read from SHORTFACTORY_API_KEY.
Exit codes: 0 serves what was asked (read back), 1 failed (requests are back where they were, or the last lines say what
stands and why), 2 bad input or a Service of somebody else, 130 interrupted, and otherwise as 1.`;

async function deploy(context: CommandContext): Promise<void> {
  const given = readFlags(context.args, {
    ...PLACE_FLAGS,
    'server-image': { type: 'string' },
    'ui-image': { type: 'string' },
    revision: { type: 'string' },
    service: { type: 'string' },
    steps: { type: 'string' },
    'bake-seconds': { type: 'string' },
    'max-errors': { type: 'string' },
    prometheus: { type: 'string' },
    'smoke-seconds': { type: 'string' },
    adopt: { type: 'boolean' },
  });
  if (given['help']) return context.say(USAGE);
  const sha = needFlag(given, 'revision', 'the commit that is deployed');
  const env = wordFlag(given, 'env', CLOUD_NAMES);
  const which = wordFlag(given, 'service', ['all', ...SERVICES], 'all');
  const dryRun = given['dry-run'] === true;
  const maxErrorRatio = numberFlag(given, 'max-errors', 1, 0, 100) / 100;
  const owner = newRunId();
  const common = {
    owner,
    adopt: given['adopt'] === true,
    steps: steps(textFlag(given, 'steps') ?? '10,50,100'),
    bakeMs: numberFlag(given, 'bake-seconds', 60, 0, 3600) * 1000,
    dryRun,
    say: context.say,
    signal: context.signal,
  };
  const folder = await mkdtemp(join(tmpdir(), 'shortfactory-deploy-'));
  const undone: Undo[] = [];
  try {
    const synthesizer = new Synthesizer(env, given, sha, folder, owner);
    const { project, region } = synthesizer.place;
    const gcloud = new Gcloud({ env: context.env, project, dryRun, say: context.say });
    const source = errorSource(gcloud, project, textFlag(given, 'prometheus'));
    const videoDeadlineMs = numberFlag(given, 'smoke-seconds', 300, 10, 3600) * 1000;
    const names: readonly ServiceName[] = which === 'all' ? SERVICES : [which];
    // The worker first: a newer worker knows every job that an older server makes.
    const services = names.map((name) => ({
      name,
      labels: labelsOf(env, name),
      service: new LiveService(`shortfactory-${name}`, region, gcloud, patienceOf(given)),
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

/** Before the first is touched: the last of them must not be found to be somebody else's after minutes. */
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

process.exitCode = await runCommand(process.argv.slice(2), process.env, deploy);
