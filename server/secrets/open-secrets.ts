import type { Config } from '@shortfactory/config';
import { ConfigInvalid, SECRET_NAMES } from '@shortfactory/core';
import type { Clock, Log, SecretSource } from '@shortfactory/core';
import { EnvSecrets } from './env.ts';

export interface SecretsDeps {
  readonly register: (value: string) => void;
  readonly log: Log;
  readonly clock: Clock;
}

/** The source that the configuration names. Google's client is loaded only when it is Secret Manager. */
export async function openSecrets(config: Config, deps: SecretsDeps): Promise<SecretSource> {
  // Values from the environment could be printed by any code, whichever source is used.
  const fromEnv = Object.fromEntries(SECRET_NAMES.map((name) => [name, config[name]]));
  const env = new EnvSecrets(fromEnv, deps.register);
  if (config.SECRETS === 'env') return env;
  if (config.GCP_PROJECT_ID === undefined) {
    throw new ConfigInvalid('GCP_PROJECT_ID: is needed with SECRETS=secret-manager');
  }
  const { openClient } = await import('./secret-manager-client.ts');
  const { SecretManagerSecrets } = await import('./secret-manager.ts');
  const { otherwise, byId } = config.SECRET_VERSION;
  return new SecretManagerSecrets({
    client: openClient(config.SECRET_MANAGER_EMULATOR_HOST),
    projectId: config.GCP_PROJECT_ID,
    versionOf: (id) => byId[id] ?? otherwise,
    ...deps,
  });
}
