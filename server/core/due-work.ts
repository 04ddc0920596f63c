import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import type { ObjectStore } from './ports/object-store.ts';

export interface DueWorkDeps<Due> {
  readonly store: Pick<ObjectStore, 'list'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Of the markers' names. */
  readonly prefix: string;
  readonly sweepMs: number;
  /** Said when the markers cannot be listed: "Deliveries to be made could not be looked for." */
  readonly unlisted: string;
  /** What a marker stands for; undefined for a name that is none. */
  readonly read: (marker: string) => Due | undefined;
  /** Returns the ms until there is something to do again; undefined when there is not. Never rejects. */
  readonly work: (due: Due) => Promise<number | undefined>;
}

/** Markers of work that this process knows of. */
const MOST_KNOWN = 5000;
const PAGE = 1000;
/** What a store that hangs keeps from being written is taken up when its claim runs out. */
const DRAIN_MS = 2000;

/**
 * Work that has a marker in the store while there is something to do: each piece when it is due, by any process that
 * finds its marker. Nothing begins before `start` or a call of `now`.
 */
export class DueWork<Due extends { readonly marker: string }> {
  readonly #deps: DueWorkDeps<Due>;
  /** Markers, and the monotonic time before which there is nothing to do. */
  readonly #due = new Map<string, number>();
  readonly #under = new Map<string, Promise<void>>();
  readonly #over = new AbortController();
  #wake = new AbortController();
  #listAfter: string | undefined;

  constructor(deps: DueWorkDeps<Due>) {
    this.#deps = deps;
  }

  /** Aborted by `drain`. */
  get signal(): AbortSignal {
    return this.#over.signal;
  }

  start(): void {
    void this.#sweepOn();
  }

  /** Works now, unless it is being worked on. Resolves when that has ended; never rejects. */
  now(due: Due): Promise<void> {
    const { marker } = due;
    const under = this.#under.get(marker);
    if (under) return under;
    this.#due.delete(marker);
    const next = this.#deps
      .work(due)
      .then((waitMs) => {
        if (waitMs !== undefined) this.#note(marker, waitMs);
      })
      .finally(() => this.#under.delete(marker));
    this.#under.set(marker, next);
    return next;
  }

  /** Stops what is under way. */
  async drain(): Promise<void> {
    this.#over.abort();
    const ended = new AbortController();
    void Promise.allSettled(this.#under.values()).then(() => ended.abort());
    await this.#deps.clock.sleep(DRAIN_MS, ended.signal).catch(() => undefined);
  }

  async #sweepOn(): Promise<void> {
    const { clock, log, sweepMs, read, unlisted } = this.#deps;
    const { signal } = this.#over;
    for (let listAtMs = -Infinity; !signal.aborted;) {
      if (clock.monotonicMs() >= listAtMs) {
        await this.#list().catch((error: unknown) => log.warn(unlisted, { error }));
        listAtMs = clock.monotonicMs() + sweepMs;
      }
      let nextMs = listAtMs;
      for (const [marker, atMs] of this.#due) {
        const due = read(marker);
        if (due && atMs <= clock.monotonicMs()) void this.now(due);
        else nextMs = Math.min(nextMs, atMs);
      }
      this.#wake = new AbortController();
      const woken = AbortSignal.any([this.#wake.signal, signal]);
      await clock.sleep(Math.max(1, nextMs - clock.monotonicMs()), woken).catch(() => undefined);
    }
  }

  /** Learns of a page of markers; the next call goes on behind it. */
  async #list(): Promise<void> {
    const { store, prefix } = this.#deps;
    const markers = await store.list(prefix, {
      limit: PAGE,
      ...(this.#listAfter === undefined ? {} : { after: this.#listAfter }),
    });
    this.#listAfter = markers.length === PAGE ? markers.at(-1) : undefined;
    for (const marker of markers)
      if (!this.#due.has(marker) && !this.#under.has(marker)) this.#note(marker, 0);
  }

  #note(marker: string, waitMs: number): void {
    // What is forgotten here is found by a later sweep.
    if (this.#due.size >= MOST_KNOWN || this.#over.signal.aborted) return;
    this.#due.set(marker, this.#deps.clock.monotonicMs() + waitMs);
    this.#wake.abort();
  }
}
