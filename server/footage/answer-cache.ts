import type { Clock } from '@shortfactory/core';
import type { Page } from './sources/source.ts';

/** As long as Pixabay asks for. @see https://pixabay.com/api/docs/#api_rate_limit */
const KEPT_MS = 24 * 3_600_000;
const MOST = 200;

/** Answers to searches, in memory; the one that was not used for longest goes first. */
export class AnswerCache {
  readonly #clock: Pick<Clock, 'monotonicMs'>;
  readonly #pages = new Map<string, { readonly page: Page; readonly untilMs: number }>();

  constructor(clock: Pick<Clock, 'monotonicMs'>) {
    this.#clock = clock;
  }

  get(key: string): Page | undefined {
    const kept = this.#pages.get(key);
    if (!kept) return undefined;
    this.#pages.delete(key);
    if (kept.untilMs <= this.#clock.monotonicMs()) return undefined;
    this.#pages.set(key, kept);
    return kept.page;
  }

  set(key: string, page: Page): void {
    this.#pages.set(key, { page, untilMs: this.#clock.monotonicMs() + KEPT_MS });
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= MOST) break;
      this.#pages.delete(oldest);
    }
  }
}
