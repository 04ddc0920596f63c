import { InputInvalid } from '@shortfactory/core/errors';
import { command, text } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import { labelsOf } from '../services/ownership.ts';
import { patienceOf } from '../environment/cloud-environment.ts';
import { DRY_RUN_FLAG, READY_FLAG, SERVICE_FLAG } from '../environment/flags.ts';
import { SERVICES } from '../services/names.ts';
import { TARGET_FLAGS } from '../target/flags.ts';
import { openTargets } from '../target/target.ts';
import { rollBack } from './roll-back.ts';

const FLAGS = {
  ...TARGET_FLAGS,
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
  usage: [
    'npm run rollback -- --env prod',
    'npm run rollback -- --target knative --context kind-shortfactory',
  ],
  flags: FLAGS,
  notes: `Tags that point at revisions which are not ready are removed: they would block the change. Asking again goes no further back. A Service that cannot go back does not stop the others. An environment in two regions goes back in both; --region names one, as after a deploy that stopped in the second.
Exit codes: 0 serves the earlier revision (read back), 1 it does not, 2 bad input, nothing to go back to, or a Service that this environment's deploys did not make.`,
  run: rollBackAll,
});

async function rollBackAll(values: Values<typeof FLAGS>, context: CommandContext): Promise<void> {
  const { service: which, to, 'dry-run': dryRun } = values;
  const { say, signal } = context;
  if (to?.startsWith('shortfactory-') && which === 'all') {
    throw new InputInvalid(
      '--service',
      `with --to and a revision's name, one of ${SERVICES.join(', ')} was expected.`,
    );
  }
  const targets = await openTargets(values, { patience: patienceOf(values), dryRun }, context);
  // The other way round than a deploy: what people see goes back first.
  const names = which === 'all' ? [...SERVICES].reverse() : [which];
  const failures: { readonly error: unknown; readonly where: string }[] = [];
  for (const target of targets) {
    const where = targets.length > 1 ? `${target.region ?? target.name}: ` : '';
    if (where !== '') say(`${where}requests go back.`);
    for (const component of names) {
      if (signal.aborted) break;
      const labels = labelsOf(target.name, component);
      try {
        await rollBack(target.service(component), {
          labels,
          dryRun,
          say,
          signal,
          ...(to === undefined ? {} : { to }),
        });
      } catch (error) {
        failures.push({ error, where });
      }
    }
  }
  if (failures.length === 0) return;
  const words = failures
    .map(({ error, where }) => where + (error instanceof Error ? error.message : String(error)))
    .join('\n');
  throw failures.every(({ error }) => error instanceof InputInvalid)
    ? new InputInvalid('', words)
    : new Error(words);
}
