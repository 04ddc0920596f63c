import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Values } from '@shortfactory/command-line';
import { synthesize } from '@shortfactory/manifests';
import type { Overrides } from '@shortfactory/manifests';
import type { ServiceName } from '../services/names.ts';
import { OWNER } from '../services/ownership.ts';
import { cloudEnvironment } from './cloud-environment.ts';
import type { PlaceValues } from './cloud-environment.ts';
import type { IMAGE_FLAGS } from './flags.ts';
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
}

interface Document {
  metadata: { annotations?: Record<string, string> };
  spec: { template: { metadata: { name: string } }; traffic: readonly TrafficTarget[] };
}

/** The manifests of one deploy: the environment as it stands in the repository, with images, names and traffic of now. */
export class Synthesizer {
  readonly place: { readonly project: string; readonly region: string };
  readonly #where: PlaceValues;
  readonly #overrides: Overrides;
  readonly #folder: string;
  readonly #owner: string | undefined;

  /**
   * Throws InputInvalid when the environment does not fit.
   * @param owner id of the deploy, written into every manifest
   */
  constructor(values: PlaceValues & Values<typeof IMAGE_FLAGS>, sha: string, folder: string, owner?: string) {
    this.#where = values;
    this.#folder = folder;
    this.#owner = owner;
    const { 'server-image': server, 'ui-image': ui } = values;
    this.#overrides = {
      ...(server === undefined ? {} : { 'server-image': server }),
      ...(ui === undefined ? {} : { 'ui-image': ui }),
      revision: sha,
    };
    this.place = cloudEnvironment(values, this.#overrides);
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
    const environment = cloudEnvironment(this.#where, { ...this.#overrides, ...more });
    const text = synthesize(environment).get(`${name}.yaml`);
    if (text === undefined) throw new Error(`The manifests have no ${name}.yaml.`);
    return parse(text) as Document;
  }
}
