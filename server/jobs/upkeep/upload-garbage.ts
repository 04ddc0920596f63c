import type { Clock, EvictableObjects, ObjectStore } from '@shortfactory/core';
import { YOUNG_MS } from '@shortfactory/pipeline/artifacts';

/** An upload that no video names goes after this long: a draft may wait for a while. A bucket keeps nothing longer. */
export const UPLOAD_MS = 7 * 24 * 60 * 60 * 1000;

const UPLOADS = 'uploads/';
const NAMED = /"(uploads\/[A-Za-z0-9._-]+)"/g;
/** Uploads that one pass looks at. */
const MOST = 500;

/** Every upload that a request or a job names, wherever in it. */
export function uploadsNamedBy(value: object): string[] {
  return [...JSON.stringify(value).matchAll(NAMED)].map(([, name]) => name as string);
}

/**
 * Touches uploads that a job is about to name, so that a concurrent garbage pass does not remove them. One that
 * is gone already is noticed by the run, which says so.
 */
export async function keepUploads(
  { store, evictable, clock }: { store: ObjectStore; evictable?: EvictableObjects; clock: Clock },
  value: object,
): Promise<void> {
  if (!evictable) return;
  for (const name of new Set(uploadsNamedBy(value))) {
    const info = await store.head(name);
    if (info && clock.nowMs() - info.updatedMs > YOUNG_MS) await evictable.touch(name);
  }
}

/**
 * Clears away uploads that are old and that no job names. Which ones are named is known when a whole round over all
 * jobs has been made. A job that came to be since then has made its uploads young (`keepUploads`), so what such a round
 * knows holds for nearly as long as an upload stays.
 */
export class UploadGarbage {
  readonly #store: ObjectStore;
  readonly #evictable: EvictableObjects;
  readonly #clock: Clock;
  #round: { readonly names: Set<string>; readonly sinceMs: number } | undefined;
  #known: { readonly names: ReadonlySet<string>; readonly sinceMs: number } | undefined;
  #after: string | undefined;

  constructor(deps: { store: ObjectStore; clock: Clock }, evictable: EvictableObjects) {
    this.#store = deps.store;
    this.#clock = deps.clock;
    this.#evictable = evictable;
  }

  /** A round over all jobs begins. */
  begin(): void {
    this.#round = { names: new Set(), sinceMs: this.#clock.nowMs() };
  }

  /** A job that stands. */
  note(job: object): void {
    for (const name of uploadsNamedBy(job)) this.#round?.names.add(name);
  }

  /** A job could not be read: this round knows nothing. */
  spoil(): void {
    this.#round = undefined;
  }

  /** The round is over: every job was noted. */
  end(): void {
    if (this.#round) this.#known = this.#round;
    this.#round = undefined;
  }

  /** Looks at some of the uploads, and goes on there the next time. Returns how many it removed. */
  async pass(signal: AbortSignal): Promise<number> {
    const nowMs = this.#clock.nowMs();
    if (!this.#known || nowMs - this.#known.sinceMs > UPLOAD_MS - YOUNG_MS) return 0;
    const names = await this.#store.list(UPLOADS, {
      limit: MOST,
      ...(this.#after === undefined ? {} : { after: this.#after }),
    });
    this.#after = names.length === MOST ? names.at(-1) : undefined;
    let removed = 0;
    for (const name of names) {
      if (signal.aborted) break;
      if (this.#known.names.has(name)) continue;
      const info = await this.#store.head(name);
      if (!info || nowMs - info.updatedMs <= UPLOAD_MS) continue;
      if (await this.#evictable.evict(info)) removed += 1;
    }
    return removed;
  }
}
