import { resolve } from 'node:path';
import {
  ConnectionsFile,
  NOTHING_STORED,
  SERVICE_KEYS,
  enteredProblem,
  loadConfig,
  withStored,
} from '@shortfactory/config';
import type { Config, StoredConnections } from '@shortfactory/config';
import { ConfigInvalid } from '@shortfactory/core';
import type { Log, SecretSource } from '@shortfactory/core';
import { recorded } from '@shortfactory/neural';

export type Env = Readonly<Record<string, string | undefined>>;

export interface LiveConfigOptions {
  /** As the process was started with, secrets included. */
  readonly env: Env;
  /** What it says by itself. */
  readonly config: Config;
  /** Called with every key before it is used. */
  readonly register: (value: string) => void;
  readonly log: Log;
}

/**
 * The configuration with what was entered on the page Connections below it, read anew whenever the file has changed,
 * and another one whenever a voice was added or removed.
 * A file that cannot be used changes nothing: the last good state stays, and `problem` says why. Only with
 * APP_ENV=local and secrets of the environment; elsewhere there is no file and nothing changes.
 */
export class LiveConfig {
  readonly env: Env;
  readonly #options: LiveConfigOptions;
  readonly #file: ConnectionsFile | undefined;
  #config: Config;
  #stored = NOTHING_STORED;
  #problem: string | undefined;
  #mark: string | undefined;
  #voices: string;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: LiveConfigOptions) {
    const { APP_ENV, SECRETS, DATA_DIR } = options.config;
    this.env = options.env;
    this.#options = options;
    this.#config = options.config;
    this.#voices = recorded(resolve(options.config.VOICES_DIR)).join();
    this.#file =
      APP_ENV === 'local' && SECRETS === 'env' ? new ConnectionsFile(resolve(DATA_DIR)) : undefined;
  }

  /** Whether something can be entered at all. */
  get takes(): boolean {
    return this.#file !== undefined;
  }

  get config(): Config {
    return this.#config;
  }

  get stored(): StoredConnections {
    return this.#stored;
  }

  /** Why the file is not used as it is, in one sentence. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** The configuration as of now. */
  fresh(): Promise<Config> {
    const file = this.#file;
    if (!file) return Promise.resolve(this.#config);
    return this.#inTurn(async () => {
      await this.#look(file);
      this.#lookForVoices();
      return this.#config;
    });
  }

  /** The configuration that this would make; throws ConfigInvalid. */
  with(stored: StoredConnections): Config {
    const next = loadConfig(withStored(this.env, stored));
    // What cannot change while the server runs is as it was started.
    return Object.freeze({ ...this.#config, ...providersOf(next) });
  }

  /** Changes what is stored, one change after the other. Throws ConfigInvalid and StorageUnwritable; then nothing changed. */
  change(edit: (stored: StoredConnections) => StoredConnections): Promise<void> {
    return this.#inTurn(async () => {
      const file = this.#file;
      if (!file) throw new ConfigInvalid('Nothing can be entered here.');
      const stored = await file.read();
      const next = edit(stored);
      const config = this.with(next);
      await file.write(next);
      this.#mark = await file.mark();
      this.#take(next, config);
    });
  }

  /** A voice that was added or removed is another configuration to those who speak. */
  #lookForVoices(): void {
    const voices = recorded(resolve(this.#config.VOICES_DIR)).join();
    if (voices === this.#voices) return;
    this.#voices = voices;
    this.#config = Object.freeze({ ...this.#config });
  }

  async #look(file: ConnectionsFile): Promise<void> {
    const mark = await file.mark();
    if (mark === this.#mark) return;
    this.#mark = mark;
    try {
      const stored = await file.read();
      this.#take(stored, this.with(stored));
    } catch (error) {
      if (!(error instanceof ConfigInvalid)) throw error;
      this.#problem = `${enteredProblem(error)} What counted before goes on.`;
      this.#options.log.warn(this.#problem);
    }
  }

  #take(stored: StoredConnections, config: Config): void {
    for (const name of SERVICE_KEYS) {
      const key = stored.variables[name];
      if (key !== undefined) this.#options.register(key);
    }
    this.#problem = undefined;
    this.#stored = stored;
    // The same object as long as nothing changed, so that nobody begins anew without need.
    if (JSON.stringify(config, asJson) !== JSON.stringify(this.#config, asJson)) this.#config = config;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work, work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

/** Secrets as the live configuration has them. */
export function liveSecrets(live: LiveConfig): SecretSource {
  return {
    get: async (name) => live.config[name],
    check: async () => undefined,
    close: async () => undefined,
  };
}

const CHANGING = [
  ...['LLM_PROVIDERS', 'IMAGE_PROVIDERS', 'VOICE_PROVIDERS'],
  ...['USE_REAL_LLM', 'USE_REAL_IMAGE', 'USE_REAL_VOICE', 'ENDPOINTS'],
  ...SERVICE_KEYS,
] as (keyof Config)[];

function providersOf(config: Config): Partial<Config> {
  return Object.fromEntries(CHANGING.map((name) => [name, config[name]])) as Partial<Config>;
}

const asJson = (_key: string, value: unknown): unknown => (value instanceof Map ? [...value] : value);
