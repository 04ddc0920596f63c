import { setTimeout as sleep } from 'node:timers/promises';
import type { SpendAccount } from '@shortfactory/core';
import { handleWhen, retry } from 'cockatiel';
import { CallFailed } from './failure.ts';
import type { CallLimits } from './provider-calls.ts';

/** A pause that a provider asked for: it applies to every call to it. */
interface Pause {
  pausedMs(): number;
  pause(ms: number): void;
}

/** A response that cannot be used was paid for: it is requested once more, not again and again. */
const UNUSABLE_TRIES = 2;

/**
 * Retries until a try succeeds, the tries are used up, the run has none left, or a retry makes no sense. Waits as long
 * as the provider asked for, else with exponential backoff and jitter.
 */
export function retrying<T>(
  limits: CallLimits,
  account: SpendAccount | undefined,
  signal: AbortSignal,
  attempt: () => Promise<T>,
  shared: Pause,
): Promise<T> {
  let next: { readonly error: unknown; readonly waitMs: number } | undefined;
  const once = async (made: number): Promise<T> => {
    const last = next;
    next = undefined;
    // Not the policy's own backoff, which does not end with the signal.
    if (last)
      await sleep(last.waitMs, undefined, { signal }).catch(() => {
        throw last.error;
      });
    const ms = shared.pausedMs();
    if (ms > 0) await sleep(ms, undefined, { signal });
    signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (made < limits.tries && mayPass(error, made, limits) && (account?.takeRetry() ?? true)) {
        const asked = error instanceof CallFailed ? error.retryAfterMs : undefined;
        if (asked !== undefined) shared.pause(asked);
        next = { error, waitMs: asked ?? limits.backoffMs * 2 ** (made - 1) * (0.5 + Math.random()) };
      }
      throw error;
    }
  };
  return retry(
    handleWhen(() => next !== undefined),
    { maxAttempts: limits.tries - 1 },
  ).execute(({ attempt: before }) => once(before + 1));
}

function mayPass(error: unknown, attempt: number, { maxPauseMs }: CallLimits): boolean {
  if (!(error instanceof CallFailed) || !error.retryable || error.kind === 'resting') return false;
  if (error.kind === 'unusable' && attempt >= UNUSABLE_TRIES) return false;
  return (error.retryAfterMs ?? 0) <= maxPauseMs;
}
