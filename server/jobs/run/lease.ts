import type { Clock } from '@shortfactory/core';
import { Fenced } from './stop-reasons.ts';
import type { Timing } from '../timing.ts';

/**
 * How sure a worker may be that a job is its own. It counts from the moment at which the last write that is known to
 * stand was sent: the store saw it at that moment or later, so no worker can take over before `takeoverMs` from then.
 *
 * The wall clock is looked at as well: the monotonic one stands still while a machine sleeps. Whichever has moved
 * further counts; to stop early does no harm.
 */
export class Lease {
  readonly #clock: Clock;
  readonly #timing: Timing;
  readonly #fence: (reason: Fenced) => void;
  #sentMs: number;
  #sentWallMs: number;

  /** @param fence called once the lease cannot be relied on any more. */
  constructor(clock: Clock, timing: Timing, sentMs: number, fence: (reason: Fenced) => void) {
    this.#clock = clock;
    this.#timing = timing;
    this.#fence = fence;
    this.#sentMs = sentMs;
    this.#sentWallMs = this.#wallAt(sentMs);
  }

  /** A write sent at `sentMs` (monotonic) is known to stand. */
  confirmed(sentMs: number): void {
    if (sentMs <= this.#sentMs) return;
    this.#sentMs = sentMs;
    this.#sentWallMs = this.#wallAt(sentMs);
  }

  get ageMs(): number {
    return Math.max(this.#clock.monotonicMs() - this.#sentMs, this.#clock.nowMs() - this.#sentWallMs);
  }

  /** True while two thirds of the lease or more are left: enough to begin something expensive. */
  get isFresh(): boolean {
    return this.ageMs <= this.#timing.leaseMs / 3;
  }

  /** Throws Fenced, and fences the run, when the lease cannot be relied on. Called wherever a run takes a step. */
  check(): void {
    if (this.ageMs < this.#timing.fenceMs) return;
    const reason = new Fenced('The lease was not confirmed in time.');
    this.#fence(reason);
    throw reason;
  }

  /** Watches over the lease until the signal aborts. */
  async guard(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        this.check();
        await this.#clock.sleep(Math.max(1, this.#timing.fenceMs - this.ageMs), signal);
      } catch {
        // Fenced, which ends the run by itself, or the end of the watch.
        return;
      }
    }
  }

  #wallAt(sentMs: number): number {
    return this.#clock.nowMs() - (this.#clock.monotonicMs() - sentMs);
  }
}
