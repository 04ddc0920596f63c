import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { command, text, toggle } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import { AdminApi } from '../gcloud/admin-api.ts';
import { differenceLine, differences, driftAmong } from './difference.ts';
import type { Difference } from './difference.ts';
import { Gcloud } from '../gcloud/gcloud.ts';
import { regionsOf } from '@shortfactory/manifests';
import type { Overrides } from '@shortfactory/manifests';
import { cloudEnvironment } from '../environment/cloud-environment.ts';
import { IMAGE_FLAGS, imageOverrides, PLACE_FLAGS, SERVICE_FLAG } from '../environment/flags.ts';
import { SERVICES } from '../services/names.ts';
import { readService, soleRevision, tagsOf } from '../services/service-state.ts';
import { Synthesizer } from '../environment/synthesizer.ts';

const DRIFT = 3;

const FLAGS = {
  ...PLACE_FLAGS,
  ...IMAGE_FLAGS,
  revision: text('SHA', 'of the deploy that is planned', 'planned'),
  ...SERVICE_FLAG,
  'exit-code': toggle(`answers ${DRIFT} when there is drift: for CI`),
  api: text(
    'URL',
    'another endpoint of the Admin API, {region} in it standing for the region; it is sent no token',
  ),
  'dry-run': toggle('the same: nothing is ever changed'),
};

type PlanValues = Values<typeof FLAGS>;

export const plan = command({
  summary:
    "Shows what a deploy would change on the live Services, by the platform's own dry run, and names drift; of an environment in two regions in both, or in the one that --region names. Changes nothing.",
  usage: ['npm run plan -- --env prod --server-image I --ui-image I --revision SHA'],
  flags: FLAGS,
  notes: `Exit codes: 0 shown, 1 the platform refused or could not be asked, 2 bad input, ${DRIFT} drift (with --exit-code).`,
  run: showPlan,
});

async function showPlan(values: PlanValues, context: CommandContext): Promise<number> {
  const { region: named, 'exit-code': judged } = values;
  const regions = named === undefined ? regionsOf(cloudEnvironment(values)) : [named];
  const folder = await mkdtemp(join(tmpdir(), 'shortfactory-plan-'));
  try {
    let drifts = 0;
    for (const region of regions) {
      if (regions.length > 1) context.say(`${region}:`);
      drifts += await planIn({ ...values, region }, folder, context);
    }
    return judged && drifts > 0 ? DRIFT : 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Shows one region, and gives how much drift there is. */
async function planIn(
  values: PlanValues & { readonly region: string },
  folder: string,
  { env, say, signal }: CommandContext,
): Promise<number> {
  const { region, revision, service: which } = values;
  const environment = (overrides: Overrides) => cloudEnvironment(values, overrides);
  const synthesizer = new Synthesizer(environment, imageOverrides(values), revision, folder);
  const gcloud = new Gcloud({ env, project: environment({}).project, dryRun: true, say });
  const api = new AdminApi(gcloud, region, values.api?.replaceAll('{region}', region));
  let drifts = 0;
  for (const service of which === 'all' ? SERVICES : [which]) {
    const full = `shortfactory-${service}`;
    const live = await api.live(full, signal);
    const state = live === undefined ? undefined : readService(live);
    const sole = state && soleRevision(state);
    const file = await synthesizer.write(service, {
      keep: new Map([...(state ? tagsOf(state) : [])].filter(([tag]) => tag !== 'blue' && tag !== 'green')),
      ...(sole === undefined ? {} : { live: sole }),
    });
    const manifest = parse(await readFile(file, 'utf8')) as object;
    const planned = await api.dryRun(full, manifest, state !== undefined, signal);
    if (state === undefined) say(`${full}: is not there yet; it would be made.`);
    else drifts += show(full, differences(live, planned), say);
  }
  return drifts;
}

/** Says what would change, and gives how much of it is drift. */
function show(service: string, found: readonly Difference[], say: (line: string) => void): number {
  const drift = driftAmong(found);
  say(`${service}: ${found.length === 0 ? 'nothing would change' : `${found.length} changes`}.`);
  for (const each of found.filter((difference) => !drift.includes(difference)))
    say(`  ${differenceLine(each)}`);
  if (drift.length === 0) return 0;
  say(
    '  Drift: the live Service is not what the manifests say. Changed by hand, or the manifests are newer:',
  );
  for (const each of drift) say(`    ${differenceLine(each)}`);
  return drift.length;
}
