import { join } from 'node:path';
import { overridden } from './environments/overrides.ts';
import { EnvironmentInvalid } from './environments/environment.ts';
import type { Environment } from './environments/schema.ts';
import { OptionInvalid, readOptions, USAGE } from './options.ts';
import { drift, writeFolder } from './output.ts';
import { synthesize, SynthRefused } from './synth.ts';

export interface CommandIo {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
}

/** `npm run synth`: returns the exit code. Environments are all checked before the first file is written. */
export function synthCommand(args: readonly string[], folder: string, { out, error }: CommandIo): number {
  try {
    const options = readOptions(args);
    if (options.help) {
      out(USAGE);
      return 0;
    }
    const environments = options.environments.map((name) => overridden(name, options.overrides));
    const results = environments.map((each) => ({ environment: each, files: synthesize(each) }));
    for (const each of environments) warn(each, error);
    const target = options.out ?? folder;
    if (options.check) {
      const differences = results.flatMap(({ environment, files }) =>
        drift(join(target, environment.name), files),
      );
      for (const line of differences) error(line);
      if (differences.length > 0) error('Run npm run synth and commit what it writes.');
      return differences.length > 0 ? 1 : 0;
    }
    for (const { environment, files } of results) {
      writeFolder(join(target, environment.name), files);
      out(`${join(target, environment.name)}: ${files.size} files`);
    }
    return 0;
  } catch (problem) {
    if (
      problem instanceof OptionInvalid ||
      problem instanceof EnvironmentInvalid ||
      problem instanceof SynthRefused
    ) {
      error(problem.message);
      return 2;
    }
    throw problem;
  }
}

/** The default project is nobody's, so its zeros are expected; a real project with them would not find its worker. */
function warn(environment: Environment, error: (line: string) => void): void {
  if (environment.platform !== 'cloud-run' || environment.project === `shortfactory-${environment.name}`)
    return;
  if (!/^0+$/.test(environment.projectNumber)) return;
  error(
    `${environment.name}: WORKER_URL and API_URL hold zeros in place of the number of ${environment.project}. Before a deploy add ` +
      `--project-number "$(gcloud projects describe ${environment.project} --format='value(projectNumber)')"`,
  );
}
