import { createHash } from 'node:crypto';
import type { Stage } from '../domain/short.ts';
import type { ObjectSource, ObjectStore } from '../ports/object-store.ts';

/** Plain data that an artifact is made from. Keys may come in any order; undefined is as good as absent. */
export type Ingredients = Record<string, unknown>;

/**
 * Names an artifact after everything that it is made from: equal ingredients, equal name. `version` is the stage's
 * own and is raised whenever it would make something else from the same.
 */
export function address(stage: Stage, version: number, from: Ingredients): string {
  return `artifacts/${stage}/${createHash('sha256').update(canonical({ version, from })).digest('hex')}`;
}

/** JSON with keys in order, so that equal data has equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Told of every artifact that a run needs: whether it stood already, or was made. */
export type ArtifactSeen = (stage: Stage, found: boolean) => void;

/** The artifacts of one run: made once, found again by any later run, here or elsewhere. Counts both. */
export class Artifacts {
  readonly #store: ObjectStore;
  readonly #seen: ArtifactSeen;
  readonly #underWay = new Map<string, Promise<unknown>>();
  readonly hits = new Map<Stage, number>();
  readonly made = new Map<Stage, number>();

  constructor(store: ObjectStore, seen: ArtifactSeen = () => undefined) {
    this.#store = store;
    this.#seen = seen;
  }

  /** The JSON at an address, or what `make` gives, kept there. Asked twice side by side, it is made once. */
  async value<T>(stage: Stage, name: string, make: () => Promise<T>): Promise<T> {
    const under = this.#underWay.get(name) ?? this.#readOrMake(stage, name, make);
    this.#underWay.set(name, under);
    try {
      return (await under) as T;
    } finally {
      this.#underWay.delete(name);
    }
  }

  async #readOrMake<T>(stage: Stage, name: string, make: () => Promise<T>): Promise<T> {
    const kept = await this.#read<T>(name);
    if (kept !== undefined) {
      this.#count(this.hits, stage);
      return kept;
    }
    const value = await make();
    const first = await this.#store.create(name, { bytes: Buffer.from(JSON.stringify(value)) });
    this.#count(this.made, stage);
    // A run elsewhere was first: what it keeps is what later runs find.
    return (first ? undefined : await this.#read<T>(name)) ?? value;
  }

  async #read<T>(name: string): Promise<T | undefined> {
    const bytes = await this.#store.read(name);
    return bytes && (JSON.parse(Buffer.from(bytes).toString('utf8')) as T);
  }

  /**
   * Keeps bytes beside the artifact that is about to name them, and gives their name. It says their content, because a
   * service asked twice gives two different ones, and a note must never name the other's.
   */
  async attach(name: string, bytes: Uint8Array, extension: string): Promise<string> {
    const content = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    const attached = `${name}-${content}.${extension}`;
    await this.#store.create(attached, { bytes });
    return attached;
  }

  /** True if the artifact stands already; counts as a hit. */
  async has(stage: Stage, name: string): Promise<boolean> {
    const found = (await this.#store.head(name)) !== undefined;
    if (found) this.#count(this.hits, stage);
    return found;
  }

  /** Keeps an artifact that `has` did not find. */
  async keep(stage: Stage, name: string, source: ObjectSource): Promise<void> {
    await this.#store.create(name, source);
    this.#count(this.made, stage);
  }

  #count(counts: Map<Stage, number>, stage: Stage): void {
    counts.set(stage, (counts.get(stage) ?? 0) + 1);
    this.#seen(stage, counts === this.hits);
  }
}
