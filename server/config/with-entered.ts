import { resolve } from 'node:path';
import { ConfigInvalid } from '@shortfactory/core/errors';
import { loadConfig } from './config.ts';
import { ConnectionsFile } from './connections-file.ts';
import { withStored } from './stored-connections.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface WithEntered {
  readonly env: Env;
  /** Why what was entered is not used, in one sentence. */
  readonly problem?: string;
}

/**
 * The environment with what was entered on the page Connections of the same data folder below it, for commands. As for the
 * server: only with APP_ENV=local and secrets of the environment, and a file that cannot be used changes nothing. Throws
 * ConfigInvalid for the environment itself.
 */
export async function withEntered(env: Env): Promise<WithEntered> {
  const { APP_ENV, SECRETS, DATA_DIR } = loadConfig(env);
  if (APP_ENV !== 'local' || SECRETS !== 'env') return { env };
  try {
    const merged = withStored(env, await new ConnectionsFile(resolve(DATA_DIR)).read());
    loadConfig(merged);
    return { env: merged };
  } catch (error) {
    if (!(error instanceof ConfigInvalid)) throw error;
    return { env, problem: `${enteredProblem(error)} Nothing that was entered there is used.` };
  }
}

/** "Invalid environment:\n  A: …\n  B: …" as one sentence about what was entered; what is a sentence already stays. */
export function enteredProblem({ message }: ConfigInvalid): string {
  const [first = '', ...lines] = message.split('\n').map((line) => line.trim());
  if (lines.length === 0) return first;
  return `What was entered on the page Connections does not fit the environment (${lines.join('; ')}).`;
}
