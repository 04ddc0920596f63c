import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { synthesize } from '../../manifests/src/synth.ts';
import type { Overrides } from '../../manifests/src/options.ts';
import type { Given, ServiceName } from './options.ts';
import { textFlag } from './options.ts';
import { OWNER } from './ownership.ts';
import { cloudEnvironment } from './place.ts';
import type { CloudName } from './place.ts';
import type { TrafficTarget } from './service-state.ts';

/** The traffic block of a manifest. */
export interface Traffic {
  /** What takes all requests now; undefined on the first deploy. */
  readonly live?: string;
  /** Which try of the same commit and template, from 2 on. */
  readonly attempt?: number;
  /** Tags besides blue and green, kept on the revisions that they name. */
  readonly keep: ReadonlyMap<string, string>;
  /** The whole block as it stands, where nothing of it shall change. */
  readonly unchanged?: readonly TrafficTarget[];
}

interface Document {
  metadata: { annotations?: Record<string, string> };
  spec: { template: { metadata: { name: string } }; traffic: readonly TrafficTarget[] };
}

/** The manifests of one deploy: the environment as it stands in the repository, with images, names and traffic of now. */
export class Synthesizer {
  readonly place: { readonly project: string; readonly region: string };
  readonly #env: CloudName;
  readonly #given: Given;
  readonly #overrides: Overrides;
  readonly #folder: string;
  readonly #owner: string | undefined;

  /**
   * Throws InputInvalid when the environment does not fit.
   * @param owner id of the deploy, written into every manifest
   */
  constructor(env: CloudName, given: Given, sha: string, folder: string, owner?: string) {
    this.#env = env;
    this.#given = given;
    this.#folder = folder;
    this.#owner = owner;
    const flags = ['server-image', 'ui-image'] as const;
    const images = Object.fromEntries(
      flags.map((name) => [name, textFlag(given, name)]).filter(([, value]) => value !== undefined),
    );
    this.#overrides = { ...images, revision: sha };
    this.place = cloudEnvironment(env, given, this.#overrides);
  }

  /** Name of the revision that the first try of this commit and configuration makes. */
  nameOf(service: ServiceName): string {
    return this.#document(service, {}).spec.template.metadata.name;
  }

  /** Writes one Service with this traffic, checked by every policy, and gives the file's path. */
  async write(service: ServiceName, { live, attempt, keep, unchanged }: Traffic): Promise<string> {
    const document = this.#document(service, {
      ...(attempt === undefined ? {} : { attempt: String(attempt) }),
      ...(live === undefined ? {} : { 'live-revision': [live] }),
      ...(keep.size === 0 ? {} : { 'keep-tag': [...keep].map(([tag, revision]) => `${tag}=${revision}`) }),
    });
    if (unchanged !== undefined) document.spec.traffic = unchanged;
    if (this.#owner !== undefined) {
      document.metadata.annotations = { ...document.metadata.annotations, [OWNER]: this.#owner };
    }
    await mkdir(this.#folder, { recursive: true });
    const file = join(await mkdtemp(join(this.#folder, 'manifest-')), `shortfactory-${service}.yaml`);
    // Each text in quotes: gcloud takes a bare yes, no or date for something else.
    await writeFile(
      file,
      stringify(document, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' }),
    );
    return file;
  }

  #document(service: ServiceName, more: Overrides): Document {
    const name = `shortfactory-${service}`;
    const environment = cloudEnvironment(this.#env, this.#given, { ...this.#overrides, ...more });
    const text = synthesize(environment).get(`${name}.yaml`);
    if (text === undefined) throw new Error(`The manifests have no ${name}.yaml.`);
    return parse(text) as Document;
  }
}
