import type { Clock, Log } from '@shortfactory/core';

export interface FirstLookOptions {
  /** Asks the store for something small; rejects when it cannot. */
  readonly look: (signal: AbortSignal) => Promise<unknown>;
  readonly clock: Clock;
  readonly log: Log;
  /** Aborted when the server shuts down. */
  readonly signal: AbortSignal;
}

const PAUSE_MS = 1000;

/**
 * Whether the store has answered once since the start. It is asked until it does, and never again: a revision that
 * cannot reach its store must not take over, and a store that is away later must not take every instance away.
 */
export function firstLook({ look, clock, log, signal }: FirstLookOptions): () => boolean {
  let seen = false;
  const untilSeen = async (): Promise<void> => {
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        await look(signal);
        seen = true;
        if (failures > 0) log.info('The store has answered; /ready is 200 from now on.');
        return;
      } catch (error) {
        if (signal.aborted) return;
        if (failures === 0) log.warn('The store does not answer; /ready is 503 until it does.', { error });
        await clock.sleep(PAUSE_MS, signal).catch(() => undefined);
      }
    }
  };
  void untilSeen();
  return () => seen;
}
