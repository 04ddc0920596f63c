import { DelegateBackoff, handleWhen, retry } from 'cockatiel';
import type { IRetryBackoffContext } from 'cockatiel';
import { outcomeOf, TRY_AGAIN } from './failure.ts';
import type { GcsOutcome } from './failure.ts';

/** How long requests to a bucket may take, and how often they are tried. */
export interface Patience {
  readonly attempts: number;
  /** Before the second attempt; doubled before each further one, and spread. */
  readonly pauseMs: number;
  /** For a request that carries little. */
  readonly answerMs: number;
  /** Between two pieces of a long transfer. */
  readonly idleMs: number;
}

export const PATIENCE: Patience = { attempts: 4, pauseMs: 300, answerMs: 15_000, idleMs: 30_000 };

/** No pause is longer than so many first ones. */
const MOST_PAUSES = 8;

/**
 * Tries again after what may pass by itself. `again` says which outcomes those are; by default all of them, for
 * requests that may be done twice.
 */
export async function patiently<T>(
  { attempts, pauseMs }: Patience,
  act: () => Promise<T>,
  again: readonly GcsOutcome[] = TRY_AGAIN,
): Promise<T> {
  return retry(
    handleWhen((error) => again.includes(outcomeOf(error))),
    {
      maxAttempts: attempts - 1,
      backoff: new DelegateBackoff(({ attempt }: IRetryBackoffContext<unknown>) =>
        pauseAfter(attempt, pauseMs),
      ),
    },
  ).execute(act);
}

/** Milliseconds to wait after so many attempts: doubled each time, spread over twice that, and bounded. */
function pauseAfter(attempts: number, pauseMs: number): number {
  return Math.min(Math.round((1 + Math.random()) * pauseMs * 2 ** (attempts - 1)), MOST_PAUSES * pauseMs);
}

/** Idle timeout: aborts its signal when `touch` was not called for a while; call `touch` on every progress. */
export class Idle {
  readonly #controller = new AbortController();
  readonly #ms: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(ms: number) {
    this.#ms = ms;
    this.touch();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  touch(): void {
    this.stop();
    this.#timer = setTimeout(() => {
      this.#controller.abort(new Error(`nothing came for ${this.#ms} ms`));
    }, this.#ms);
  }

  /** Stops the timeout while waiting for something other than the bucket. */
  stop(): void {
    clearTimeout(this.#timer);
  }
}

/** Rejects when `act` takes longer; what it started may go on. */
export async function within<T>(ms: number, act: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer for ${ms} ms`)), ms);
  });
  return Promise.race([act, late]).finally(() => clearTimeout(timer));
}
