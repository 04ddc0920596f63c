import { InputInvalid } from '@shortfactory/core/errors';
import { command, required, text, toggle } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import { applySteps } from '../bootstrap/apply-steps.ts';
import { backendIn } from '../bootstrap/edge-steps.ts';
import { resourcesOf } from '../bootstrap/resources-of.ts';
import { cloudEnvironment } from '../environment/cloud-environment.ts';
import { PLACE_FLAGS } from '../environment/flags.ts';
import { Gcloud } from '../gcloud/gcloud.ts';
import { away, back } from './steps.ts';

const FLAGS = {
  ...PLACE_FLAGS,
  from: required(text('REGION', 'the region that is out, one of the environment’s two'), 'a region'),
  back: toggle('the region answers again'),
  'dry-run': toggle('asks and changes nothing; prints exactly what would be run'),
};

export const failover = command({
  summary:
    'Takes one of an environment’s two regions out of the load balancer and stops its queue, or brings both back. The balancer leaves a region by itself when its instances are not ready; this is for one that is ready and wrong.',
  usage: [
    'npm run failover -- --env prod --from us-central1 --dry-run',
    'npm run failover -- --env prod --from us-central1 --back',
  ],
  flags: FLAGS,
  notes: `Exit codes: 0 done, 1 a command failed or the other region is not there either (run it again: it goes on from there), 2 bad input.`,
  run: leaveRegion,
});

async function leaveRegion(
  values: Values<typeof FLAGS>,
  { env, say, signal }: CommandContext,
): Promise<void> {
  const { from, 'dry-run': dryRun } = values;
  const environment = cloudEnvironment(values);
  const { regions } = environment;
  if (regions === undefined) {
    throw new InputInvalid(
      '--env',
      `${environment.name} has one region; “regions: [a, b]” was expected in its file.`,
    );
  }
  if (!regions.includes(from)) {
    throw new InputInvalid(
      '--from',
      `${from} is not one of its regions; ${regions.join(' or ')} was expected.`,
    );
  }
  const gcloud = new Gcloud({ env, project: environment.project, dryRun, say });
  const resources = resourcesOf(environment, { runMonitoring: '' });
  if (!values.back && !dryRun) {
    for (const other of regions.filter((each) => each !== from)) await refuseLast(gcloud, other);
  }
  const step = values.back ? back(from, resources) : away(from, resources);
  await applySteps([step], { gcloud, say, signal });
}

/** Somebody has to answer. */
async function refuseLast(gcloud: Gcloud, other: string): Promise<void> {
  for (const service of ['ui', 'server'] as const) {
    const found = await gcloud.read(backendIn(service, other));
    if (Array.isArray(found) && found.length > 0) continue;
    throw new Error(
      `shortfactory-${service} has no backend in ${other}, so nobody would answer. Nothing was changed: npm run failover -- --from ${other} --back first.`,
    );
  }
}
