import { CLOUD_NAMES } from '../manifests/src/environments/index.ts';
import { InputInvalid } from '../server/src/domain/errors.ts';
import { runCommand } from './operate/command.ts';
import type { CommandContext } from './operate/command.ts';
import { Gcloud } from './operate/gcloud.ts';
import { LiveService } from './operate/live-service.ts';
import { needFlag, readFlags, SERVICES, textFlag, wordFlag } from './operate/options.ts';
import { labelsOf } from './operate/ownership.ts';
import { cloudEnvironment, patienceOf, PLACE_FLAGS } from './operate/place.ts';
import { rollBack } from './operate/roll-back.ts';

const USAGE = `Gives all requests back to the previous good revision, in one command.

  npm run rollback -- --env prod

Options
  --env ENV            ${CLOUD_NAMES.join(', ')}
  --service NAME       all, ${SERVICES.join(', ')} (default: all)
  --to REVISION        this revision instead, by its name (needs --service) or by its commit: the newest ready one of it
  --project P          another project than the environment's
  --region R           another region than the environment's
  --ready-seconds N    how long to wait for the platform (default: 600)
  --dry-run            reads the state and prints exactly what would be run
  --help               prints this

Tags that point at revisions which are not ready are removed: they would block the change. Asking again goes no further
back. A Service that cannot go back does not keep the others from it.
Exit codes: 0 serves the earlier revision (read back), 1 it does not, 2 bad input, nothing to go back to, or a Service of
somebody else.`;

async function rollback({ args, env, say, signal }: CommandContext): Promise<void> {
  const given = readFlags(args, {
    ...PLACE_FLAGS,
    service: { type: 'string' },
    to: { type: 'string' },
  });
  if (given['help']) return say(USAGE);
  const name = wordFlag(given, 'env', CLOUD_NAMES);
  const { project, region } = cloudEnvironment(name, given);
  const which = wordFlag(given, 'service', ['all', ...SERVICES], 'all');
  const to = textFlag(given, 'to');
  if (to?.startsWith('shortfactory-')) {
    needFlag(given, 'service', `with --to and a revision's name, one of ${SERVICES.join(', ')}`);
  }
  const dryRun = given['dry-run'] === true;
  const gcloud = new Gcloud({ env, project, dryRun, say });
  // The other way round than a deploy: what people see goes back first.
  const names = which === 'all' ? [...SERVICES].reverse() : [which];
  const failures: unknown[] = [];
  for (const component of names) {
    const service = new LiveService(`shortfactory-${component}`, region, gcloud, patienceOf(given));
    const labels = labelsOf(name, component);
    try {
      await rollBack(service, { labels, dryRun, say, signal, ...(to === undefined ? {} : { to }) });
    } catch (error) {
      // One that cannot go back does not keep the others from it.
      failures.push(error);
      if (signal.aborted) break;
    }
  }
  if (failures.length === 0) return;
  const words = failures.map((error) => (error instanceof Error ? error.message : String(error))).join('\n');
  throw failures.every((error) => error instanceof InputInvalid)
    ? new InputInvalid('', words)
    : new Error(words);
}

process.exitCode = await runCommand(process.argv.slice(2), process.env, rollback);
