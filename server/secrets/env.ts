import type { SecretName, SecretSource } from '@shortfactory/core';

/** Secrets that came with the environment (`SECRETS=env`). They stay as they are until the process ends. */
export class EnvSecrets implements SecretSource {
  readonly #values: Readonly<Partial<Record<SecretName, string | undefined>>>;

  /** Passes every value to `register` at once. */
  constructor(
    values: Readonly<Partial<Record<SecretName, string | undefined>>>,
    register: (value: string) => void,
  ) {
    this.#values = values;
    for (const value of Object.values(values)) if (value !== undefined) register(value);
  }

  get(name: SecretName): Promise<string | undefined> {
    return Promise.resolve(this.#values[name]);
  }

  check(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
