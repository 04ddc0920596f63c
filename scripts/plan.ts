import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CLOUD_NAMES } from '../manifests/src/environments/index.ts';
import { AdminApi } from './operate/admin-api.ts';
import { runCommand } from './operate/command.ts';
import type { CommandContext } from './operate/command.ts';
import { differenceLine, differences, driftAmong } from './operate/difference.ts';
import type { Difference } from './operate/difference.ts';
import { Gcloud } from './operate/gcloud.ts';
import { readFlags, SERVICES, textFlag, wordFlag } from './operate/options.ts';
import { PLACE_FLAGS } from './operate/place.ts';
import { readService, soleRevision, tagsOf } from './operate/service-state.ts';
import { Synthesizer } from './operate/synthesizer.ts';

const USAGE = `Shows what a deploy would change on the live Services, by the platform's own dry run, and names drift. Changes nothing.

  npm run plan -- --env prod --server-image I --ui-image I --revision SHA

Options
  --env ENV             ${CLOUD_NAMES.join(', ')}
  --server-image I, --ui-image I
  --revision SHA        of the deploy that is planned (default: planned)
  --service NAME        all, ${SERVICES.join(', ')} (default: all)
  --project P, --project-number N, --region R
  --exit-code           answers 3 when there is drift: for CI
  --api URL             another endpoint of the Admin API; it is sent no token
  --dry-run             the same: nothing is ever changed
  --help                prints this

Exit codes: 0 shown, 1 the platform refused or could not be asked, 2 bad input, 3 drift (with --exit-code).`;

const DRIFT = 3;

async function plan({ args, env, say, signal }: CommandContext): Promise<number | undefined> {
  const given = readFlags(args, {
    ...PLACE_FLAGS,
    'server-image': { type: 'string' },
    'ui-image': { type: 'string' },
    revision: { type: 'string' },
    service: { type: 'string' },
    api: { type: 'string' },
    'exit-code': { type: 'boolean' },
  });
  if (given['help']) {
    say(USAGE);
    return undefined;
  }
  const name = wordFlag(given, 'env', CLOUD_NAMES);
  const which = wordFlag(given, 'service', ['all', ...SERVICES], 'all');
  const sha = textFlag(given, 'revision') ?? 'planned';
  const folder = await mkdtemp(join(tmpdir(), 'shortfactory-plan-'));
  try {
    const synthesizer = new Synthesizer(name, given, sha, folder);
    const { project, region } = synthesizer.place;
    const gcloud = new Gcloud({ env, project, dryRun: true, say });
    const api = new AdminApi(gcloud, region, textFlag(given, 'api'));
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
    return given['exit-code'] === true && drifts > 0 ? DRIFT : 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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

process.exitCode = await runCommand(process.argv.slice(2), process.env, plan);
