import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { synthesize } from '../../manifests/src/synth.ts';
import type { Overrides } from '../../manifests/src/options.ts';
import type { Given, ServiceName } from './options.ts';
import { textFlag } from './options.ts';
import { cloudEnvironment } from './place.ts';
import type { Deployed } from './place.ts';
import type { Traffic } from './rollout.ts';

/** The manifests of one deploy: the environment as it stands in the repository, with images, names and traffic of now. */
export class Synthesizer {
  readonly place: { readonly project: string; readonly region: string };
  readonly #env: Deployed;
  readonly #given: Given;
  readonly #images: Overrides;
  readonly #folder: string;

  /** Throws InputInvalid when the environment does not fit. */
  constructor(env: Deployed, given: Given, sha: string, folder: string) {
    this.#env = env;
    this.#given = given;
    this.#folder = folder;
    const flags = ['server-image', 'ui-image'] as const;
    this.#images = Object.fromEntries(
      flags.map((name) => [name, textFlag(given, name)]).filter(([, value]) => value !== undefined),
    );
    this.place = cloudEnvironment(env, given, { ...this.#images, revision: sha });
  }

  /** Writes one Service with this traffic, checked by every policy, and gives the file's path. */
  async write(service: ServiceName, { live, next, keep }: Traffic): Promise<string> {
    const name = `shortfactory-${service}`;
    const environment = cloudEnvironment(this.#env, this.#given, {
      ...this.#images,
      revision: next.slice(name.length + 1),
      ...(live === undefined ? {} : { 'live-revision': [live] }),
      ...(keep.size === 0 ? {} : { 'keep-tag': [...keep].map(([tag, revision]) => `${tag}=${revision}`) }),
    });
    const text = synthesize(environment).get(`${name}.yaml`);
    if (text === undefined) throw new Error(`The manifests have no ${name}.yaml.`);
    const file = join(this.#folder, next, `${name}.yaml`);
    await mkdir(join(this.#folder, next), { recursive: true });
    await writeFile(file, text);
    return file;
  }
}
