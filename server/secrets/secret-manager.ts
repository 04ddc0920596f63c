import { SecretUnavailable } from '@shortfactory/core';
import type { Clock, Log, SecretName, SecretSource } from '@shortfactory/core';

/** The part of Google's client that is used; the real one fits. */
export interface SecretManagerClient {
  accessSecretVersion(
    request: { name: string },
    options: { timeout: number },
  ): Promise<
    readonly [{ readonly payload?: { readonly data?: Uint8Array | string | null } | null }, ...unknown[]]
  >;
  close(): Promise<void>;
}

export interface SecretManagerOptions {
  readonly client: SecretManagerClient;
  readonly projectId: string;
  /** 'latest' or a number, by secret id; see secretId. */
  readonly versionOf: (secretId: string) => string;
  /** Called with every value before it is returned. */
  readonly register: (value: string) => void;
  readonly log: Log;
  readonly clock: Clock;
}

/** A value this old is used once more while a new one is fetched. */
const FRESH_MS = 5 * 60_000;
/** A value this old is used only when no new one can be fetched. */
const STALE_MS = 15 * 60_000;
/** After a failure, no new request is sent for this long. */
const RETRY_MS = 30_000;
const TIMEOUT_MS = 5000;
/** gRPC's codes. @see https://grpc.io/docs/guides/status-codes/ */
const NOT_FOUND = 5;
const LEAST_CHARS = 8;

interface Cached {
  readonly value: string | undefined;
  readonly fetchedMs: number;
}

/** 'GEMINI_API_KEY' → 'gemini-api-key', as it is called in Secret Manager. */
export function secretId(name: SecretName): string {
  return name.toLowerCase().replaceAll('_', '-');
}

/**
 * Secrets from Google Secret Manager. A value is cached for five minutes, then renewed beside the next use, so a
 * rotated `latest` is seen without a restart; when it cannot be renewed the old one stays in use and a warning is
 * logged. A pinned version never changes and is fetched once.
 */
export class SecretManagerSecrets implements SecretSource {
  readonly #options: SecretManagerOptions;
  readonly #cached = new Map<SecretName, Cached>();
  readonly #fetching = new Map<SecretName, Promise<Cached>>();
  readonly #failed = new Map<SecretName, { readonly atMs: number; readonly error: SecretUnavailable }>();

  constructor(options: SecretManagerOptions) {
    this.#options = options;
  }

  async get(name: SecretName): Promise<string | undefined> {
    const cached = this.#cached.get(name);
    if (!cached) return (await this.#fetch(name)).value;
    const ageMs = this.#options.clock.monotonicMs() - cached.fetchedMs;
    const pinned = cached.value !== undefined && this.#version(name) !== 'latest';
    if (pinned || ageMs < FRESH_MS || this.#failedLately(name)) return cached.value;
    const renewed = this.#fetch(name).catch((error: unknown) => {
      this.#options.log.warn('A secret could not be renewed; the value before stays in use.', {
        secret: secretId(name),
        error,
      });
      return cached;
    });
    return ageMs < STALE_MS ? cached.value : (await renewed).value;
  }

  /** Throws the reason when the last attempt at any secret failed. */
  async check(): Promise<void> {
    const known = new Set<SecretName>([...this.#cached.keys(), ...this.#failed.keys()]);
    for (const name of known.size > 0 ? known : (['SIGNING_KEY'] as const)) {
      await this.get(name);
      const failure = this.#failed.get(name);
      if (failure) throw failure.error;
    }
  }

  async close(): Promise<void> {
    await this.#options.client.close();
  }

  #version(name: SecretName): string {
    return this.#options.versionOf(secretId(name));
  }

  #failedLately(name: SecretName): boolean {
    const failure = this.#failed.get(name);
    return failure !== undefined && this.#options.clock.monotonicMs() - failure.atMs < RETRY_MS;
  }

  /** One concurrent request per secret, shared by all callers. */
  #fetch(name: SecretName): Promise<Cached> {
    const under = this.#fetching.get(name);
    if (under) return under;
    const fetching = this.#access(name).finally(() => this.#fetching.delete(name));
    this.#fetching.set(name, fetching);
    return fetching;
  }

  async #access(name: SecretName): Promise<Cached> {
    const { clock } = this.#options;
    try {
      const cached = { value: await this.#read(name), fetchedMs: clock.monotonicMs() };
      this.#cached.set(name, cached);
      this.#failed.delete(name);
      return cached;
    } catch (error) {
      const reason = explain(secretId(name), error);
      this.#failed.set(name, { atMs: clock.monotonicMs(), error: reason });
      throw reason;
    }
  }

  async #read(name: SecretName): Promise<string | undefined> {
    const { client, projectId, register } = this.#options;
    const path = `projects/${projectId}/secrets/${secretId(name)}/versions/${this.#version(name)}`;
    const [answer] = await client
      .accessSecretVersion({ name: path }, { timeout: TIMEOUT_MS })
      .catch((error: unknown) => {
        if (codeOf(error) === NOT_FOUND) return [undefined] as const;
        throw error;
      });
    if (answer === undefined) return undefined;
    const stored = Buffer.from(answer.payload?.data ?? '').toString('utf8');
    // A value that was piped into gcloud ends with a newline.
    const value = stored.trim();
    register(stored);
    register(value);
    if (value.length < LEAST_CHARS) {
      throw new SecretUnavailable(
        `The secret ${secretId(name)} is shorter than ${LEAST_CHARS} characters, so it cannot be right.`,
      );
    }
    return value;
  }
}

function explain(id: string, error: unknown): SecretUnavailable {
  if (error instanceof SecretUnavailable) return error;
  const why: Readonly<Record<number, string>> = {
    4: 'Secret Manager did not answer in time',
    7: 'the service account may not read it (role roles/secretmanager.secretAccessor)',
    9: 'its version is disabled or destroyed',
    14: 'Secret Manager cannot be reached',
    16: 'there are no valid credentials',
  };
  const reason = why[codeOf(error) ?? -1] ?? 'Secret Manager refused';
  return new SecretUnavailable(`The secret ${id} cannot be read: ${reason}.`, { cause: error });
}

function codeOf(error: unknown): number | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined;
}
