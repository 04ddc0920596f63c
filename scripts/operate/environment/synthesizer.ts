import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { synthesize } from '@shortfactory/manifests';
import type { Environment, Overrides } from '@shortfactory/manifests';
import type { ServiceName } from '../services/names.ts';
import { MADE_BY } from '../services/ownership.ts';
import type { TrafficTarget } from '../services/service-state.ts';

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
  /** The deploy that made the Service, as far as it was one of ours. */
  readonly madeBy?: string | undefined;
}

interface Document {
  metadata: { annotations?: Record<string, string> };
  spec: { template: { metadata: { name: string } }; traffic: readonly TrafficTarget[] };
}

/** The manifests of one deploy: the environment as it stands in the repository, with images, names and traffic of now. */
export class Synthesizer {
  readonly #environment: (overrides: Overrides) => Environment;
  readonly #overrides: Overrides;
  readonly #folder: string;
  readonly #annotations: Readonly<Record<string, string>>;
  /** By Service and what is said instead. */
  readonly #made = new Map<string, Document>();

  /**
   * Throws InputInvalid when the environment does not fit.
   * @param environment the one that is deployed
   * @param given what is said instead of it
   * @param annotations written into every manifest
   */
  constructor(
    environment: (overrides: Overrides) => Environment,
    given: Overrides,
    sha: string,
    folder: string,
    annotations: Readonly<Record<string, string>> = {},
  ) {
    this.#environment = environment;
    this.#folder = folder;
    this.#annotations = annotations;
    this.#overrides = { ...given, revision: sha };
    environment(this.#overrides);
  }

  /** Name of the revision that the first try of this commit and configuration makes. */
  nameOf(service: ServiceName): string {
    return this.#document(service, {}).spec.template.metadata.name;
  }

  /** Writes one Service with this traffic, checked by every policy, and gives the file's path. */
  async write(service: ServiceName, { live, attempt, keep, unchanged, madeBy }: Traffic): Promise<string> {
    const document = this.#document(service, {
      ...(attempt === undefined ? {} : { attempt: String(attempt) }),
      ...(live === undefined ? {} : { 'live-revision': [live] }),
      ...(keep.size === 0 ? {} : { 'keep-tag': [...keep].map(([tag, revision]) => `${tag}=${revision}`) }),
    });
    if (unchanged !== undefined) document.spec.traffic = unchanged;
    document.metadata.annotations = {
      ...document.metadata.annotations,
      ...this.#annotations,
      ...(madeBy === undefined ? {} : { [MADE_BY]: madeBy }),
    };
    await mkdir(this.#folder, { recursive: true });
    const file = join(await mkdtemp(join(this.#folder, 'manifest-')), `shortfactory-${service}.yaml`);
    // Each text in quotes: gcloud takes a bare yes, no or date for something else.
    await writeFile(
      file,
      stringify(document, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' }),
    );
    return file;
  }

  /** A copy: the caller changes it. */
  #document(service: ServiceName, more: Overrides): Document {
    const name = `shortfactory-${service}`;
    const key = JSON.stringify([name, more]);
    let document = this.#made.get(key);
    if (document === undefined) {
      const text = synthesize(this.#environment({ ...this.#overrides, ...more })).get(`${name}.yaml`);
      if (text === undefined) throw new Error(`The manifests have no ${name}.yaml.`);
      document = parse(text) as Document;
      this.#made.set(key, document);
    }
    return structuredClone(document);
  }
}
