import { execFile } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { RunApi } from './run-api.ts';
import { warmGcloud } from './warm-gcloud.ts';

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where a program is on the PATH, if it is installed. */
export function installed(program: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Skips a suite where a program is not installed, and says what is not tried then. */
export function needs(program: string, untried: string): void {
  before(function () {
    if (installed(program)) return;
    console.log(`    ${program} is not installed here, so ${untried}`);
    this.skip();
  });
}

/** The real client, every call of which stays on loopback. */
export class Gcloud {
  readonly #config = mkdtempSync(join(tmpdir(), 'shortfactory-gcloud-'));
  readonly #api: RunApi;
  readonly #more: Readonly<Record<string, string>>;

  /** `more` is added to what the client gets in its environment; an empty value takes a variable away. */
  constructor(api: RunApi, more: Readonly<Record<string, string>> = {}) {
    this.#api = api;
    this.#more = more;
  }

  /**
   * What a script has to hand on to gcloud. The region is put in front of the host of an override, so it is a made-up
   * one, and the stub is the proxy that finds it.
   */
  get environment(): Record<string, string> {
    const host = 'http://run.stub.test/';
    const variables: Record<string, string> = {
      PATH: process.env['PATH'] ?? '',
      HOME: this.#config,
      CLOUDSDK_CONFIG: this.#config,
      CLOUDSDK_CORE_PROJECT: this.#api.region.project,
      CLOUDSDK_RUN_REGION: this.#api.region.location,
      CLOUDSDK_CORE_DISABLE_PROMPTS: '1',
      CLOUDSDK_CORE_DISABLE_USAGE_REPORTING: 'true',
      CLOUDSDK_COMPONENT_MANAGER_DISABLE_UPDATE_CHECK: 'true',
      CLOUDSDK_AUTH_DISABLE_CREDENTIALS: 'true',
      CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN: host,
      CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDRESOURCEMANAGER: host,
      CLOUDSDK_PROXY_TYPE: 'http',
      CLOUDSDK_PROXY_ADDRESS: '127.0.0.1',
      CLOUDSDK_PROXY_PORT: String(this.#api.port),
      ...warmGcloud(),
      ...this.#more,
    };
    return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  }

  /** Runs to its end, whatever that is; only a client that cannot be started at all rejects. */
  run(args: readonly string[], timeoutMs = 60_000): Promise<Run> {
    return new Promise((resolve, reject) => {
      execFile(
        'gcloud',
        args,
        { env: this.environment, timeout: timeoutMs, maxBuffer: 16 * 1024 * 1024 },
        (error, stdout, stderr) => {
          if (error && typeof error.code !== 'number') reject(error);
          else resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
        },
      );
    });
  }

  close(): void {
    rmSync(this.#config, { recursive: true, force: true });
  }
}
