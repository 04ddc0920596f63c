import { resolve } from 'node:path';
import { InputInvalid } from '@shortfactory/core/errors';
import type { Values } from '@shortfactory/command-line';
import { EnvironmentInvalid, OverrideInvalid, OWN_FOLDER, resolveEnvironment } from '@shortfactory/manifests';
import type { CloudEnvironment, Environment, LocalEnvironment, Overrides } from '@shortfactory/manifests';
import type { Patience } from '../services/live-service.ts';
import { OVERRIDE_FLAGS } from './flags.ts';
import type { FOLDER_FLAG, PLACE_FLAGS, READY_FLAG } from './flags.ts';

export type PlaceValues = Values<typeof PLACE_FLAGS>;

/** The folder of the environments' files: the given one, from the working folder, or our own. */
export function environmentsFolder({ environments }: Values<typeof FOLDER_FLAG>): string {
  return environments === undefined ? OWN_FOLDER : resolve(environments);
}

/** The settings among options that were given. */
export function overridesIn(values: Partial<Values<typeof OVERRIDE_FLAGS>>): Overrides {
  const names = Object.keys(OVERRIDE_FLAGS) as (keyof typeof OVERRIDE_FLAGS)[];
  return Object.fromEntries(
    names
      .map((name) => [name, values[name]] as const)
      .filter(([, value]) => value !== undefined && value.length > 0),
  );
}

/** The environment that the manifests are made from, with what the options say instead. Throws InputInvalid. */
export function environmentOf(values: PlaceValues, more: Overrides = {}): Environment {
  return understood(() =>
    resolveEnvironment(values.env, { ...overridesIn(values), ...more }, environmentsFolder(values)),
  );
}

/** The same of one on Cloud Run. */
export function cloudEnvironment(values: PlaceValues, more: Overrides = {}): CloudEnvironment {
  const environment = environmentOf(values, more);
  if (environment.platform === 'cloud-run') return environment;
  throw new InputInvalid('--env', `${values.env} runs on a cluster; one on Cloud Run was expected.`);
}

/** The same of one on a cluster. */
export function clusterEnvironment(values: PlaceValues, more: Overrides = {}): LocalEnvironment {
  const environment = environmentOf(values, more);
  if (environment.platform === 'knative') return environment;
  throw new InputInvalid('--env', `${values.env} runs on Cloud Run; one on a cluster was expected.`);
}

/** What is wrong with an environment or an option is bad input of a command. */
export function understood<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof OverrideInvalid || error instanceof EnvironmentInvalid)
      throw new InputInvalid('', error.message);
    throw error;
  }
}

/** How long a command waits for the platform, and how often it looks. */
export function patienceOf(values: Values<typeof READY_FLAG>): Patience {
  const deadlineMs = values['ready-seconds'] * 1000;
  return { deadlineMs, pollMs: Math.min(3000, deadlineMs / 20) };
}
