import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { App } from 'cdk8s';
import { monitoringProblems } from './checks/monitoring.ts';
import { ServerChart } from './charts/server-chart.ts';
import { SurroundingsChart } from './charts/surroundings-chart.ts';
import { UiChart } from './charts/ui-chart.ts';
import { WorkerChart } from './charts/worker-chart.ts';
import type { Environment } from './environments/schema.ts';
import { monitoringFiles } from './monitoring/files.ts';

/** Paths below the environment's folder, with `/`, and what is in them. */
export type Files = ReadonlyMap<string, string>;

/** Everything that an environment becomes. Throws SynthRefused with every sentence before anything is written. */
export function synthesize(environment: Environment): Files {
  const outdir = mkdtempSync(join(tmpdir(), 'shortfactory-synth-'));
  try {
    const app = new App({ outdir, outputFileExtension: '.yaml', recordConstructMetadata: false });
    buildCharts(app, environment);
    app.node.addValidation({ validate: () => monitoringProblems(environment) });
    try {
      app.synth();
    } catch (error) {
      throw new SynthRefused(environment.name, error);
    }
    const files = new Map(readFolder(outdir));
    for (const [path, contents] of monitoringFiles(environment)) files.set(`monitoring/${path}`, contents);
    return files;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** The charts of an environment, one file each. */
export function buildCharts(app: App, environment: Environment): void {
  new ServerChart(app, environment);
  new WorkerChart(app, environment);
  new UiChart(app, environment);
  if (environment.platform === 'knative') new SurroundingsChart(app, environment);
}

/** Nothing was written. The message has one line for each thing that is wrong, with the construct, object and path. */
export class SynthRefused extends Error {
  override readonly name = 'SynthRefused';
  constructor(environment: string, cause: unknown) {
    const lines = (cause instanceof Error ? cause.message : String(cause)).split('\n').slice(1);
    super(`${environment} is not written:\n${lines.join('\n')}`, { cause });
    if (lines.length === 0) throw cause;
  }
}

/** Every file below a folder, sorted. */
export function readFolder(folder: string): [path: string, contents: string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file): [string, string] => [
      relative(folder, file).replaceAll('\\', '/'),
      readFileSync(file, 'utf8'),
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
