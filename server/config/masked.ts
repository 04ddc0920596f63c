import { SECRET_NAMES } from '@shortfactory/core';
import type { Config } from './config.ts';

/** What a person may see of a configuration: every set variable, of a secret only that it is set. */
export function maskedConfig(config: Config): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(config)
      .filter(([name, value]) => value !== undefined && name !== 'PATH')
      .map(([name, value]) => [
        name,
        (SECRET_NAMES as readonly string[]).includes(name) ? '(set)' : (value as unknown),
      ]),
  );
}
