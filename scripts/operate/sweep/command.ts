import { InputInvalid } from '@shortfactory/core/errors';
import { command, text } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import { environmentNames, resolveEnvironment } from '@shortfactory/manifests';
import type { CloudEnvironment } from '@shortfactory/manifests';
import { environmentsFolder, overridesIn, patienceOf, understood } from '../environment/cloud-environment.ts';
import { DRY_RUN_FLAG, FOLDER_FLAG, OVERRIDE_FLAGS, READY_FLAG } from '../environment/flags.ts';
import { Gcloud } from '../gcloud/gcloud.ts';
import { CloudRunService } from '../gcloud/service-driver.ts';
import { LiveService } from '../services/live-service.ts';
import { SERVICES } from '../services/names.ts';
import type { ServiceName } from '../services/names.ts';
import { labelsOf } from '../services/ownership.ts';
import { fateOf } from '../services/preview.ts';

const FLAGS = {
  env: text('ENV', 'this preview only: the name of its file (default: every preview of the folder)'),
  ...FOLDER_FLAG,
  ...OVERRIDE_FLAGS,
  ...READY_FLAG,
  ...DRY_RUN_FLAG,
};

export const sweep = command({
  summary:
    "Removes the Services of previews whose end has passed. Each is judged by itself, as it stands: it must have this environment's labels and a preview's, a deploy of ours must have made it, and its end must have passed. Bucket, secrets and accounts stay.",
  usage: ['npm run sweep', 'npm run sweep -- --env preview --dry-run'],
  flags: FLAGS,
  notes: `An environment is a preview by “preview: { ttl: 48h }” in its file, which one with appEnv staging or prod cannot have. A deploy at the same moment is not waited for: run both in one concurrency group.
Exit codes: 0 nothing is left whose end has passed, 1 something could not be read or removed, 2 bad input.`,
  run: sweepAll,
});

async function sweepAll(values: Values<typeof FLAGS>, context: CommandContext): Promise<void> {
  const { say, signal } = context;
  const failures: string[] = [];
  const previews = previewsOf(values, failures);
  if (previews.length === 0 && failures.length === 0) say('There is no preview environment.');
  for (const environment of previews) {
    for (const name of [...SERVICES].reverse()) {
      try {
        await sweepService(name, environment, values, context);
      } catch (error) {
        signal.throwIfAborted();
        failures.push(error instanceof Error ? error.message : String(error));
      }
    }
  }
  if (failures.length > 0) throw new Error(failures.join('\n'));
}

/** The previews that are meant. One that was named must be one; of all, a file that cannot be read stops only itself. */
function previewsOf(values: Values<typeof FLAGS>, failures: string[]): CloudEnvironment[] {
  const { env } = values;
  const [override] = Object.keys(overridesIn(values));
  if (env === undefined && override !== undefined)
    throw new InputInvalid(`--${override}`, 'is of one preview; --env with its name was expected.');
  if (env !== undefined) {
    const environment = previewNamed(env, values);
    if (environment) return [environment];
    throw new InputInvalid(
      '--env',
      `${env} is no preview, so nothing of it is removed; “preview: { ttl: 48h }” was expected in its file.`,
    );
  }
  return understood(() => environmentNames(environmentsFolder(values))).flatMap((name) => {
    try {
      return previewNamed(name, values) ?? [];
    } catch (error) {
      if (!(error instanceof InputInvalid)) throw error;
      failures.push(error.message);
      return [];
    }
  });
}

function previewNamed(env: string, values: Values<typeof FLAGS>): CloudEnvironment | undefined {
  const environment = understood(() =>
    resolveEnvironment(env, overridesIn(values), environmentsFolder(values)),
  );
  return environment.platform === 'cloud-run' && environment.preview ? environment : undefined;
}

/** Read, judged and, if its end has passed, removed; then read again. */
async function sweepService(
  name: ServiceName,
  { name: env, project, region }: CloudEnvironment,
  values: Values<typeof FLAGS>,
  context: CommandContext,
): Promise<void> {
  const { say, signal, env: variables } = context;
  const { 'dry-run': dryRun } = values;
  const full = `shortfactory-${name}`;
  const gcloud = new Gcloud({ env: variables, project, dryRun, say });
  const service = new LiveService(full, new CloudRunService(full, region, gcloud), patienceOf(values), say);
  const state = await service.find(signal);
  if (state === undefined) return say(`${env} ${full}: is not there.`);
  const fate = fateOf(state, labelsOf(env, name), new Date());
  if (!fate.remove) return say(`${env} ${full}: stays; ${fate.why}.`);
  say(`${env} ${full}: ended at ${fate.ended}.`);
  await gcloud.change(['run', 'services', 'delete', full, `--region=${region}`]);
  if (dryRun) return;
  if ((await service.find(signal)) !== undefined) throw new Error(`${env} ${full} is still there.`);
  say(`${env} ${full}: was removed.`);
}
