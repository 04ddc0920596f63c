import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import type { SpendAccount } from '../../../domain/spend.ts';
import { CallFailed } from './failure.ts';
import type { CallLimits } from './provider-calls.ts';

/** A provider's own request to be left alone: it holds for every call to it. */
interface Pause {
  pausedMs(): number;
  pause(ms: number): void;
}

/** An answer that cannot be used was paid for: it is asked for once more, not again and again. */
const UNUSABLE_TRIES = 2;

/**
 * Tries until it works, the tries are used up, the run has none left, or trying again makes no sense. Waits as long as
 * the provider asked for, else twice as long each time, give or take a half, so that callers do not come back together.
 */
export function retrying<T>(
  limits: CallLimits,
  account: SpendAccount | undefined,
  signal: AbortSignal,
  attempt: () => Promise<T>,
  shared: Pause,
): Promise<T> {
  const once = async (): Promise<T> => {
    const ms = shared.pausedMs();
    if (ms > 0) await sleep(ms, undefined, { signal });
    signal.throwIfAborted();
    return attempt();
  };
  return pRetry(once, {
    retries: limits.tries - 1,
    minTimeout: 0,
    factor: 1,
    onFailedAttempt: async ({ error, attemptNumber, retriesLeft }) => {
      const allowed =
        retriesLeft > 0 && mayPass(error, attemptNumber, limits) && (account?.takeRetry() ?? true);
      if (!allowed) throw error;
      const asked = error instanceof CallFailed ? error.retryAfterMs : undefined;
      if (asked !== undefined) shared.pause(asked);
      const growing = limits.backoffMs * 2 ** (attemptNumber - 1) * (0.5 + Math.random());
      await sleep(asked ?? growing, undefined, { signal }).catch(() => {
        throw error;
      });
    },
  });
}

function mayPass(error: Error, attempt: number, { maxPauseMs }: CallLimits): boolean {
  if (!(error instanceof CallFailed) || !error.retryable || error.kind === 'resting') return false;
  if (error.kind === 'unusable' && attempt >= UNUSABLE_TRIES) return false;
  return (error.retryAfterMs ?? 0) <= maxPauseMs;
}
