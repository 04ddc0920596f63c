import type { Clock } from '@shortfactory/core';

/** As long as Pixabay asks for. @see https://pixabay.com/api/docs/#api_rate_limit */
const KEPT_MS = 24 * 3_600_000;

/** What sources gave, in memory for a day; what was not used for longest goes first. */
export class Kept<T> {
  readonly #clock: Pick<Clock, 'monotonicMs'>;
  readonly #most: number;
  readonly #sizeOf: (value: T) => number;
  readonly #entries = new Map<
    string,
    { readonly value: T; readonly size: number; readonly untilMs: number }
  >();
  #size = 0;

  /** `most` is the sum of all sizes; without `sizeOf` each has the size 1. */
  constructor(clock: Pick<Clock, 'monotonicMs'>, most: number, sizeOf: (value: T) => number = () => 1) {
    this.#clock = clock;
    this.#most = most;
    this.#sizeOf = sizeOf;
  }

  get(key: string): T | undefined {
    const kept = this.#entries.get(key);
    if (!kept) return undefined;
    this.#remove(key);
    if (kept.untilMs <= this.#clock.monotonicMs()) return undefined;
    this.#put(key, kept);
    return kept.value;
  }

  set(key: string, value: T): void {
    this.#remove(key);
    this.#put(key, { value, size: this.#sizeOf(value), untilMs: this.#clock.monotonicMs() + KEPT_MS });
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= this.#most) break;
      this.#remove(oldest);
    }
  }

  #put(key: string, entry: { readonly value: T; readonly size: number; readonly untilMs: number }): void {
    this.#entries.set(key, entry);
    this.#size += entry.size;
  }

  #remove(key: string): void {
    this.#size -= this.#entries.get(key)?.size ?? 0;
    this.#entries.delete(key);
  }
}
