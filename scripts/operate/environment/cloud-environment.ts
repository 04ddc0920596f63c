import { InputInvalid } from '@shortfactory/core/errors';
import type { Values } from '@shortfactory/command-line';
import { EnvironmentInvalid, OverrideInvalid, resolveEnvironment } from '@shortfactory/manifests';
import type { CloudEnvironment, Overrides } from '@shortfactory/manifests';
import type { Patience } from '../services/live-service.ts';
import type { PLACE_FLAGS, READY_FLAG } from './flags.ts';

export type PlaceValues = Values<typeof PLACE_FLAGS>;

/** The environment that the manifests are made from, with what the options say instead. Throws InputInvalid. */
export function cloudEnvironment(values: PlaceValues, more: Overrides = {}): CloudEnvironment {
  const { project, 'project-number': projectNumber, region } = values;
  try {
    return resolveEnvironment(values.env, {
      ...(project === undefined ? {} : { project }),
      ...(projectNumber === undefined ? {} : { 'project-number': projectNumber }),
      ...(region === undefined ? {} : { region }),
      ...more,
    });
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
