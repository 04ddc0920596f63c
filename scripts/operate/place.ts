import { InputInvalid } from '../../server/src/domain/errors.ts';
import { EnvironmentInvalid, overridden } from '../../manifests/src/environments/index.ts';
import type { CLOUD_NAMES, CloudEnvironment } from '../../manifests/src/environments/index.ts';
import { OptionInvalid } from '../../manifests/src/options.ts';
import type { Overrides } from '../../manifests/src/options.ts';
import type { Patience } from './live-service.ts';
import type { Given } from './options.ts';
import { numberFlag, textFlag } from './options.ts';

export type CloudName = (typeof CLOUD_NAMES)[number];

/** Flags that say where: the same for every command. */
export const PLACE_FLAGS = {
  env: { type: 'string' },
  project: { type: 'string' },
  'project-number': { type: 'string' },
  region: { type: 'string' },
  'ready-seconds': { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

/** The typed environment that the manifests are made from, with what the command line says instead. */
export function cloudEnvironment(env: CloudName, given: Given, more: Overrides = {}): CloudEnvironment {
  const flags = ['project', 'project-number', 'region'] as const;
  const where = Object.fromEntries(
    flags.map((name) => [name, textFlag(given, name)]).filter(([, value]) => value !== undefined),
  );
  try {
    const environment = overridden(env, { ...where, ...more });
    if (environment.platform !== 'cloud-run')
      throw new InputInvalid('--env', `${env} does not run on Cloud Run.`);
    return environment;
  } catch (error) {
    if (error instanceof OptionInvalid || error instanceof EnvironmentInvalid) {
      throw new InputInvalid('', error.message);
    }
    throw error;
  }
}

/** How long a command waits for the platform, and how often it looks. */
export function patienceOf(given: Given): Patience {
  const deadlineMs = numberFlag(given, 'ready-seconds', 600, 1, 3600) * 1000;
  return { deadlineMs, pollMs: Math.min(3000, deadlineMs / 20) };
}
