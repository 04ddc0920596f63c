import { createHash } from 'node:crypto';
import type { EvictableObjects, ObjectSource, ObjectStore, Stage } from '@shortfactory/core';

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

/** An artifact this old is made young again before a run relies on it: well before it would be cleared away. */
export const YOUNG_MS = 12 * 60 * 60 * 1000;

/** Told of every artifact that a run needs: whether it stood already, or was made. */
export type ArtifactSeen = (stage: Stage, found: boolean) => void;

/** The artifacts of one run: made once, found again by any later run, here or elsewhere. Counts both. */
export class Artifacts {
  readonly #store: ObjectStore;
  readonly #seen: ArtifactSeen;
  readonly #evictable: EvictableObjects | undefined;
  readonly #underWay = new Map<string, Promise<unknown>>();
  readonly hits = new Map<Stage, number>();
  readonly made = new Map<Stage, number>();

  /** @param kept without it nothing is ever cleared away, and age does not matter. */
  constructor(store: ObjectStore, seen: ArtifactSeen = () => undefined, evictable?: EvictableObjects) {
    this.#store = store;
    this.#seen = seen;
    this.#evictable = evictable;
  }

  /** The JSON at an address, or what `make` returns, kept there. Asked twice side by side, it is made once. */
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
    const known = await this.#read<T>(name);
    if (known !== undefined) {
      if (await this.#stays([name, ...namesIn(known)])) {
        this.#count(this.hits, stage);
        return known;
      }
      // What it names is gone: it is of no use, and in the way of a new one.
      await this.#store.remove(name);
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
   * Keeps bytes beside the artifact that is about to name them, and returns their name. It says their content, because a
   * service asked twice gives two different ones, and a note must never name the other's.
   */
  async attach(name: string, bytes: Uint8Array, extension: string): Promise<string> {
    const content = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    const attached = `${name}-${content}.${extension}`;
    await this.place(attached, { bytes });
    return attached;
  }

  /** Makes an object that an artifact is about to name. When this returns it stands, and stays while a run takes. */
  async place(name: string, source: ObjectSource): Promise<void> {
    // What stands already may be about to go: then it is made after all.
    while (!(await this.#store.create(name, source)) && !(await this.#stays([name])));
  }

  /** True if the artifact stands already; counts as a hit. */
  async has(stage: Stage, name: string): Promise<boolean> {
    const found = await this.#stays([name]);
    if (found) this.#count(this.hits, stage);
    return found;
  }

  /** Keeps an artifact that `has` did not find. */
  async keep(stage: Stage, name: string, source: ObjectSource): Promise<void> {
    await this.#store.create(name, source);
    this.#count(this.made, stage);
  }

  /** True when all of them stand and will for as long as a run takes. */
  async #stays(names: readonly string[]): Promise<boolean> {
    const standing = await Promise.all(
      names.map(async (name) => {
        const info = await this.#store.head(name);
        if (!info) return false;
        return !this.#evictable || Date.now() - info.updatedMs < YOUNG_MS || this.#evictable.touch(name);
      }),
    );
    return standing.every(Boolean);
  }

  #count(counts: Map<Stage, number>, stage: Stage): void {
    counts.set(stage, (counts.get(stage) ?? 0) + 1);
    this.#seen(stage, counts === this.hits);
  }
}

/** Artifacts that an artifact's JSON names, at any depth. */
function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('artifacts/') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namesIn) : [];
}
