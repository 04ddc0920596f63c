import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { AdminApi } from './operate/admin-api.ts';
import { runCommand } from './operate/command.ts';
import type { CommandContext } from './operate/command.ts';
import { differences } from './operate/difference.ts';
import type { Difference } from './operate/difference.ts';
import { Gcloud } from './operate/gcloud.ts';
import { readFlags, SERVICES, textFlag, wordFlag } from './operate/options.ts';
import { DEPLOYED, PLACE_FLAGS } from './operate/place.ts';
import { readService, soleRevision, tagsOf } from './operate/service-state.ts';
import { Synthesizer } from './operate/synthesizer.ts';

const USAGE = `Shows what a deploy would change on the live Services, by the platform's own dry run, and names drift. Changes nothing.

  npm run plan -- --env prod --server-image I --ui-image I --revision SHA

Options
  --env ENV             ${DEPLOYED.join(', ')}
  --server-image I, --ui-image I
  --revision SHA        of the deploy that is planned (default: planned)
  --service NAME        all, ${SERVICES.join(', ')} (default: all)
  --project P, --project-number N, --region R
  --api URL             another endpoint of the Admin API; it is sent no token
  --dry-run             the same: nothing is ever changed
  --help                prints this

Exit codes: 0 shown, 1 the platform refused or could not be asked, 2 bad input.`;

/** What a deploy changes each time: images, names, traffic. Everything else that differs was changed by somebody. */
const BY_DEPLOY = /\.image$|^spec\.template\.metadata\.name$|^spec\.traffic|\[SERVICE_(REVISION|VERSION)\]/;

async function plan({ args, env, say, signal }: CommandContext): Promise<void> {
  const given = readFlags(args, {
    ...PLACE_FLAGS,
    'server-image': { type: 'string' },
    'ui-image': { type: 'string' },
    revision: { type: 'string' },
    service: { type: 'string' },
    api: { type: 'string' },
  });
  if (given['help']) return say(USAGE);
  const name = wordFlag(given, 'env', DEPLOYED);
  const which = wordFlag(given, 'service', ['all', ...SERVICES], 'all');
  const sha = textFlag(given, 'revision') ?? 'planned';
  const folder = await mkdtemp(join(tmpdir(), 'shortfactory-plan-'));
  try {
    const synthesizer = new Synthesizer(name, given, sha, folder);
    const { project, region } = synthesizer.place;
    const gcloud = new Gcloud({ env, project, dryRun: true, say });
    const api = new AdminApi(gcloud, region, textFlag(given, 'api'));
    for (const service of which === 'all' ? SERVICES : [which]) {
      const full = `shortfactory-${service}`;
      const live = await api.live(full, signal);
      const state = live === undefined ? undefined : readService(live);
      const sole = state && soleRevision(state);
      const file = await synthesizer.write(service, {
        next: `${full}-${sha}`,
        keep: new Map([...(state ? tagsOf(state) : [])].filter(([tag]) => tag !== 'blue' && tag !== 'green')),
        ...(sole === undefined ? {} : { live: sole }),
      });
      const manifest = parse(await readFile(file, 'utf8')) as object;
      const planned = await api.dryRun(full, manifest, state !== undefined, signal);
      if (state === undefined) say(`${full}: is not there yet; it would be made.`);
      else show(full, differences(live, planned), say);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function show(service: string, found: readonly Difference[], say: (line: string) => void): void {
  const drift = found.filter(({ path }) => !BY_DEPLOY.test(path));
  say(`${service}: ${found.length === 0 ? 'nothing would change' : `${found.length} changes`}.`);
  for (const each of found.filter((difference) => !drift.includes(difference))) say(`  ${line(each)}`);
  if (drift.length === 0) return;
  say(
    '  Drift: the live Service is not what the manifests say. Changed by hand, or the manifests are newer:',
  );
  for (const each of drift) say(`    ${line(each)}`);
}

function line({ path, live, planned }: Difference): string {
  const word = (value: unknown): string => (value === undefined ? 'absent' : JSON.stringify(value));
  return `${path}: ${word(live)} → ${word(planned)}`;
}

process.exitCode = await runCommand(process.argv.slice(2), process.env, plan);
