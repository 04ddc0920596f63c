import { SECRET_NAMES } from '@shortfactory/core/secrets';
import type { Config } from './config.ts';

/** A configuration for logs: every set variable; of a secret only that it is set. */
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
