import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ROOT } from './root.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Variables of the repository's .env, where there is one, below those of the environment. */
export function withDotEnv(env: Env): Env {
  const file = `${ROOT}.env`;
  return { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...env };
}
