import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveEnvironment } from '@shortfactory/manifests';
import type { CloudEnvironment } from '@shortfactory/manifests';
import { applySteps } from '../../bootstrap/apply-steps.ts';
import type { CloudResources } from '../../bootstrap/cloud-resources.ts';
import { resourcesOf } from '../../bootstrap/resources-of.ts';
import type { Step } from '../../bootstrap/step.ts';
import { Gcloud } from '../../gcloud/gcloud.ts';

/** An environment on Cloud Run of a file that is written for the test. */
export function environmentOfYaml(yaml: string, name = 'acme'): CloudEnvironment {
  const folder = mkdtempSync(join(tmpdir(), 'environment-'));
  try {
    writeFileSync(join(folder, `${name}.yaml`), yaml);
    const environment = resolveEnvironment(name, {}, folder);
    if (environment.platform !== 'cloud-run') throw new Error('It is of a cluster');
    return environment;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The lines that steps of bootstrap print with --dry-run. */
export async function printed(
  environment: CloudEnvironment,
  steps: (resources: CloudResources) => readonly Step[],
): Promise<string[]> {
  const lines: string[] = [];
  const say = (line: string): void => void lines.push(line);
  const gcloud = new Gcloud({ env: {}, project: environment.project, dryRun: true, say });
  const resources = resourcesOf(environment, { runMonitoring: '' });
  await applySteps(steps(resources), { gcloud, say, signal: new AbortController().signal });
  return lines;
}
