import type { Clock, ObjectStore } from '@shortfactory/core';
import pLimit from 'p-limit';

/** What people mean by a kind, and under which names it lies. */
export const STORE_KINDS = [
  { kind: 'videos', prefixes: ['videos/'] },
  { kind: 'artifacts', prefixes: ['artifacts/'] },
  { kind: 'uploads', prefixes: ['uploads/'] },
  { kind: 'jobs', prefixes: ['jobs/', 'parts/'] },
  { kind: 'batches', prefixes: ['batches/', 'batch-rows/'] },
  { kind: 'webhooks', prefixes: ['webhooks/', 'deliveries/'] },
  { kind: 'publications', prefixes: ['publications/', 'publishers/'] },
  { kind: 'people', prefixes: ['people/', 'links/'] },
  { kind: 'log', prefixes: ['audit/', 'ends/'] },
] as const;
export type StoreKind = (typeof STORE_KINDS)[number]['kind'];

/** Names of a prefix that are counted, and those of them whose sizes are asked. */
const MOST_COUNTED = 1000;
const MOST_SIZED = 20;
const AT_A_TIME = 8;
/** What was counted is shown for so long: a page costs nothing of it. */
const FRESH_MS = 10 * 60_000;

export interface KindSize {
  readonly kind: StoreKind;
  readonly objects: number;
  /** By the sizes of a few of them. */
  readonly aboutBytes: number;
  /** There are more. */
  readonly isAtLeast: boolean;
}

export interface StoreSizesOptions {
  readonly store: Pick<ObjectStore, 'list' | 'head'>;
  readonly clock: Clock;
}

/**
 * How much of each kind is stored: exactly up to a thousand objects of a name, and "at least" beyond. A store of any size
 * costs the same to ask.
 */
export class StoreSizes {
  readonly #options: StoreSizesOptions;
  #counted: { readonly atMs: number; readonly kinds: Promise<readonly KindSize[]> } | undefined;

  constructor(options: StoreSizesOptions) {
    this.#options = options;
  }

  /** As counted in the last ten minutes. Throws StorageFailed. */
  async now(): Promise<{ readonly countedMs: number; readonly kinds: readonly KindSize[] }> {
    const atMs = this.#options.clock.nowMs();
    if (!this.#counted || atMs - this.#counted.atMs > FRESH_MS) {
      const counted = { atMs, kinds: this.#count() };
      this.#counted = counted;
      counted.kinds.catch(() => {
        if (this.#counted === counted) this.#counted = undefined;
      });
    }
    return { countedMs: this.#counted.atMs, kinds: await this.#counted.kinds };
  }

  async #count(): Promise<readonly KindSize[]> {
    const kinds: KindSize[] = [];
    for (const { kind, prefixes } of STORE_KINDS) {
      const parts = await Promise.all(prefixes.map((prefix) => this.#part(prefix)));
      kinds.push({
        kind,
        objects: parts.reduce((sum, { objects }) => sum + objects, 0),
        aboutBytes: parts.reduce((sum, { aboutBytes }) => sum + aboutBytes, 0),
        isAtLeast: parts.some(({ isAtLeast }) => isAtLeast),
      });
    }
    return kinds;
  }

  async #part(prefix: string): Promise<Omit<KindSize, 'kind'>> {
    const { store } = this.#options;
    const names = await store.list(prefix, { limit: MOST_COUNTED });
    const step = Math.max(1, Math.ceil(names.length / MOST_SIZED));
    const chosen = names.filter((_, i) => i % step === 0);
    const atATime = pLimit(AT_A_TIME);
    const sizes = await Promise.all(
      chosen.map((name) => atATime(async () => (await store.head(name))?.bytes ?? 0)),
    );
    const mean = sizes.length === 0 ? 0 : sizes.reduce((sum, bytes) => sum + bytes, 0) / sizes.length;
    return {
      objects: names.length,
      aboutBytes: Math.round(mean * names.length),
      isAtLeast: names.length === MOST_COUNTED,
    };
  }
}
