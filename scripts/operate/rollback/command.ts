import { InputInvalid } from '@shortfactory/core/errors';
import { command, text } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import { Gcloud } from '../gcloud/gcloud.ts';
import { LiveService } from '../services/live-service.ts';
import { labelsOf } from '../services/ownership.ts';
import { cloudEnvironment, patienceOf } from '../environment/cloud-environment.ts';
import { DRY_RUN_FLAG, PLACE_FLAGS, READY_FLAG, SERVICE_FLAG } from '../environment/flags.ts';
import { SERVICES } from '../services/names.ts';
import { rollBack } from './roll-back.ts';

const FLAGS = {
  ...PLACE_FLAGS,
  ...SERVICE_FLAG,
  to: text(
    'REVISION',
    'this revision instead, by its name (needs --service) or by its commit: the newest ready one of it',
  ),
  ...READY_FLAG,
  ...DRY_RUN_FLAG,
};

export const rollback = command({
  summary: 'Gives all requests back to the previous good revision, in one command.',
  usage: ['npm run rollback -- --env prod'],
  flags: FLAGS,
  notes: `Tags that point at revisions which are not ready are removed: they would block the change. Asking again goes no further back. A Service that cannot go back does not stop the others.
Exit codes: 0 serves the earlier revision (read back), 1 it does not, 2 bad input, nothing to go back to, or a Service that this environment's deploys did not make.`,
  run: rollBackAll,
});

async function rollBackAll(
  values: Values<typeof FLAGS>,
  { env, say, signal }: CommandContext,
): Promise<void> {
  const { env: name, service: which, to, 'dry-run': dryRun } = values;
  const { project, region } = cloudEnvironment(values);
  if (to?.startsWith('shortfactory-') && which === 'all') {
    throw new InputInvalid(
      '--service',
      `with --to and a revision's name, one of ${SERVICES.join(', ')} was expected.`,
    );
  }
  const gcloud = new Gcloud({ env, project, dryRun, say });
  // The other way round than a deploy: what people see goes back first.
  const names = which === 'all' ? [...SERVICES].reverse() : [which];
  const failures: unknown[] = [];
  for (const component of names) {
    const service = new LiveService(`shortfactory-${component}`, region, gcloud, patienceOf(values));
    const labels = labelsOf(name, component);
    try {
      await rollBack(service, { labels, dryRun, say, signal, ...(to === undefined ? {} : { to }) });
    } catch (error) {
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
