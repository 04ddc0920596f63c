import { CallFailed } from '../services/service-driver.ts';
import type { ServiceDriver } from '../services/service-driver.ts';
import { newestFirst, readRevisions, readService } from '../services/service-state.ts';
import type { RevisionState, ServiceState, Shift } from '../services/service-state.ts';
import { GcloudFailed, shown } from './gcloud.ts';
import type { Gcloud } from './gcloud.ts';

/** A Service on Cloud Run, by the real client. It reads a Service itself before each write and sends back its version. */
export class CloudRunService implements ServiceDriver {
  readonly #name: string;
  readonly #at: string;
  readonly #gcloud: Gcloud;
  readonly removal: string;

  constructor(name: string, region: string, gcloud: Gcloud) {
    this.#name = name;
    this.#at = `--region=${region}`;
    this.#gcloud = gcloud;
    this.removal = `gcloud run services delete ${name}`;
  }

  async describe(): Promise<ServiceState> {
    const command = ['run', 'services', 'describe', this.#name, this.#at];
    return shaped(command, readService, await this.#gcloud.read(command));
  }

  async revisions(): Promise<RevisionState[]> {
    const command = ['run', 'revisions', 'list', `--service=${this.#name}`, this.#at];
    return newestFirst(shaped(command, readRevisions, await this.#gcloud.read(command)));
  }

  planned(file: string): Promise<unknown> {
    const command = ['run', 'services', 'replace', file, this.#at, '--dry-run'];
    this.#gcloud.say(shown(this.#gcloud.full(command)));
    return this.#gcloud.read(command);
  }

  async replace(file: string): Promise<void> {
    await this.#gcloud.change(['run', 'services', 'replace', file, this.#at, '--async']);
  }

  async shift({ percents, tags = new Map<string, string>(), dropTags = [] }: Shift): Promise<void> {
    const pairs = (map: ReadonlyMap<string, string | number>): string =>
      [...map].map(([key, value]) => `${key}=${value}`).join(',');
    await this.#gcloud.change([
      ...['run', 'services', 'update-traffic', this.#name, this.#at, '--async'],
      `--to-revisions=${pairs(percents)}`,
      ...(tags.size === 0 ? [] : [`--update-tags=${pairs(tags)}`]),
      ...(dropTags.length === 0 ? [] : [`--remove-tags=${dropTags.join(',')}`]),
    ]);
  }

  /** A revision's own condition has it already. */
  why(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

/** An answer of another shape does not count as a reading. */
function shaped<T>(command: readonly string[], read: (answer: unknown) => T, answer: unknown): T {
  try {
    return read(answer);
  } catch (error) {
    if (error instanceof CallFailed) throw error;
    throw new GcloudFailed(command, 'its answer has not the expected shape');
  }
}
