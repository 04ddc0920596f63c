import type { z } from 'zod';
import { contradictions } from './contradictions.ts';
import { VERSION } from './data.ts';
import type { GivenEnvironment } from './data.ts';
import { withOverrides } from './overrides.ts';
import type { Overrides } from './overrides.ts';
import { environmentSchema } from './schema.ts';
import type {
  CloudEnvironment,
  CloudName,
  Environment,
  EnvironmentName,
  LocalEnvironment,
} from './schema.ts';

/** Lists every wrong setting, each as `prod.services.ui.scaling.max: …`. */
export class EnvironmentInvalid extends Error {
  override readonly name = 'EnvironmentInvalid';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The environment does not fit:\n${problems.map((line) => `  ${line}`).join('\n')}`);
    this.problems = problems;
  }
}

/**
 * The one way from a name to an environment: what data.ts says, the overrides in place of it, what follows from project
 * and region filled in, all of it checked. Throws OverrideInvalid and EnvironmentInvalid.
 */
export function resolveEnvironment(name: CloudName, overrides?: Overrides): CloudEnvironment;
export function resolveEnvironment(name: 'local', overrides?: Overrides): LocalEnvironment;
export function resolveEnvironment(name: EnvironmentName, overrides?: Overrides): Environment;
export function resolveEnvironment(name: EnvironmentName, overrides: Overrides = {}): Environment {
  return parseEnvironment(withOverrides(name, overrides));
}

/** A given environment → a checked one, with what follows from project and region filled in. Throws EnvironmentInvalid. */
export function parseEnvironment(given: GivenEnvironment): Environment {
  const name = String(given.name ?? 'environment');
  const parsed = environmentSchema.safeParse(derived(given));
  const problems = parsed.success ? contradictions(parsed.data) : parsed.error.issues.flatMap(sentences);
  if (!parsed.success || problems.length > 0) {
    throw new EnvironmentInvalid([...new Set(problems)].map((line) => `${name}.${line}`));
  }
  return parsed.data;
}

function derived(given: GivenEnvironment): unknown {
  if (given.platform !== 'cloud-run') return given;
  const repository = `${given.region}-docker.pkg.dev/${given.project}/shortfactory`;
  return {
    ...given,
    bucket: given.bucket ?? `${given.project}-videos`,
    images: {
      server: given.images?.server ?? `${repository}/server:${VERSION}`,
      ui: given.images?.ui ?? `${repository}/ui:${VERSION}`,
    },
  };
}

function sentences(issue: z.core.$ZodIssue): string[] {
  const path = issue.path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  );
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${path === '' ? '' : `${path}.`}${key}: is not a setting`);
  }
  if (issue.code === 'invalid_key') {
    return [`${path}: ${issue.issues[0]?.message ?? issue.message}`];
  }
  if (issue.code === 'invalid_type' && issue.expected === 'object') {
    return [`${path}: settings were expected`];
  }
  return [`${path}: ${issue.message}`];
}
