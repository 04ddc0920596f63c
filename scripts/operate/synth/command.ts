import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputInvalid } from '@shortfactory/core/errors';
import { command, ROOT, text, texts, toggle } from '@shortfactory/command-line';
import type { CommandContext, Flag, Values } from '@shortfactory/command-line';
import {
  drift,
  environmentJsonSchema,
  environmentNames,
  EnvironmentInvalid,
  OverrideInvalid,
  OWN_FOLDER,
  SCHEMA_FILE,
  resolveEnvironment,
  synthesize,
  SynthRefused,
  writeFolder,
} from '@shortfactory/manifests';
import { environmentsFolder } from '../environment/cloud-environment.ts';
import { FOLDER_FLAG, IMAGE_FLAGS, OVERRIDE_FLAGS } from '../environment/flags.ts';
import type { Environment, Overrides } from '@shortfactory/manifests';

/** What takes the place of the settings of one environment. */
const OVERRIDES = {
  ...OVERRIDE_FLAGS,
  ...IMAGE_FLAGS,
  namespace: text('NS', "a cluster's: where everything is"),
  revision: text(
    'SHA',
    'revisions are named <service>-<SHA>-<hash of the template>; without it, by the hash alone',
  ),
  attempt: text('N', 'a further try of the same SHA and template, 2 to 999: the name ends in -N'),
  'live-revision': texts(
    'REV',
    'takes the traffic now, tagged blue; the new one is tagged green; one for each service. Without it the newest revision gets everything (first deploy)',
  ),
  'canary-percent': text('N', 'share of the new revision beside a live one (default: 0)'),
  'keep-tag': texts('TAG=REV', 'a further tag that stays where it is'),
} satisfies Record<keyof Overrides, Flag<unknown>>;

const FLAGS = {
  env: texts('LIST', 'one or more environments, separated by commas (default: each that has a file)'),
  ...FOLDER_FLAG,
  ...OVERRIDES,
  out: text('DIR', 'writes there instead of dist (or CDK8S_OUTDIR)'),
  check: toggle('writes nothing; fails when the folder differs from what would be written'),
};

export const synth = command({
  summary:
    'Writes dist/<env>/: one Knative Service a file, and its monitoring. Nothing is written when anything is wrong.',
  usage: [
    'npm run synth                              every environment with its defaults',
    'npm run synth -- --env prod [options]      one environment, with other settings',
  ],
  flags: FLAGS,
  notes: 'Exit codes: 0 done, 2 bad options or environment, 1 failure or difference.',
  run: async (values, context) => {
    try {
      return synthAll(values, context);
    } catch (error) {
      if (
        error instanceof OverrideInvalid ||
        error instanceof EnvironmentInvalid ||
        error instanceof SynthRefused
      )
        throw new InputInvalid('', error.message);
      throw error;
    }
  },
});

/** Environments are all checked before the first file is written. */
function synthAll(values: Values<typeof FLAGS>, { env, say, warn }: CommandContext): number {
  const overrides = overridesOf(values);
  const folder = environmentsFolder(values);
  const environments = namesOf(values.env, folder, overrides).map((name) =>
    resolveEnvironment(name, overrides, folder),
  );
  const results = environments.map((each) => ({ environment: each, files: synthesize(each) }));
  for (const each of environments) warnOfZeros(each, warn);
  const given = values.out ?? env['CDK8S_OUTDIR'];
  const target = given ?? `${ROOT}dist`;
  // Part of what is published from this repository, like its own environments.
  const published = given === undefined && values.env.length === 0 && folder === OWN_FOLDER;
  if (values.check) {
    const differences = results.flatMap(({ environment, files }) =>
      drift(join(target, environment.name), files),
    );
    if (published && read(SCHEMA_FILE) !== SCHEMA)
      differences.push(`${SCHEMA_FILE} is not what synth writes`);
    for (const line of differences) warn(line);
    if (differences.length > 0) warn('Run npm run synth and commit what it writes.');
    return differences.length > 0 ? 1 : 0;
  }
  for (const { environment, files } of results) {
    writeFolder(join(target, environment.name), files);
    say(`${join(target, environment.name)}: ${files.size} files`);
  }
  if (published) writeFileSync(SCHEMA_FILE, SCHEMA);
  return 0;
}

const SCHEMA = `${JSON.stringify(environmentJsonSchema(), null, 2)}\n`;

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Those that were given. */
function overridesOf(values: Values<typeof OVERRIDES>): Overrides {
  const given = Object.keys(OVERRIDES).map((name) => [name, values[name as keyof Overrides]] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined && value.length > 0));
}

function namesOf(lists: readonly string[], folder: string, overrides: Overrides): readonly string[] {
  const names = new Set(lists.flatMap((list) => list.split(',')));
  const given = Object.keys(overrides)[0];
  if (given !== undefined && names.size !== 1) {
    throw new InputInvalid(
      `--${given}`,
      `belongs to one environment; --env with one of ${environmentNames(folder).join(', ')} was expected`,
    );
  }
  return names.size > 0 ? [...names] : environmentNames(folder);
}

/** Zeros are expected in the default project, which does not exist; a real project with them would not find its worker. */
function warnOfZeros(environment: Environment, warn: (line: string) => void): void {
  if (environment.platform !== 'cloud-run' || environment.project === `shortfactory-${environment.name}`)
    return;
  if (!/^0+$/.test(environment.projectNumber)) return;
  warn(
    `${environment.name}: WORKER_URL and API_URL hold zeros in place of the number of ${environment.project}. Before a deploy add ` +
      `--project-number "$(gcloud projects describe ${environment.project} --format='value(projectNumber)')"`,
  );
}
