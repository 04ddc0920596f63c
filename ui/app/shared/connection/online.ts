import { useSyncExternalStore } from 'react';

/** A probe without an answer for so long counts as one that failed. */
const PROBE_WITHIN_MS = 4_000;
/** While the server does not answer it is asked again so often, each browser a little apart from the next. */
const PROBE_AGAIN_MS = 2_000;

let reachable = true;
let probe: Promise<boolean> | undefined;
let again: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/**
 * Asks the server itself whether it answers; true when it does. Everything that suspects a lost connection calls this:
 * `navigator.onLine` is false on a laptop without a network whose server runs beside the browser, and true behind a
 * dead router.
 */
export function checkConnection(): Promise<boolean> {
  clearTimeout(again);
  probe ??= askLive().then((answered) => {
    probe = undefined;
    if (!answered) again = setTimeout(() => void checkConnection(), PROBE_AGAIN_MS * (1 + Math.random() / 2));
    if (reachable !== answered) {
      reachable = answered;
      for (const listener of listeners) listener();
    }
    return answered;
  });
  return probe;
}

/** Waits until a probe of the server succeeds; rejects when the signal aborts. */
export async function serverAnswers(signal?: AbortSignal): Promise<void> {
  if (await checkConnection()) return;
  await new Promise<void>((resolve, reject) => {
    const stop = (): void => {
      listeners.delete(listener);
      signal?.removeEventListener('abort', aborted);
    };
    const listener = (): void => {
      if (!reachable) return;
      stop();
      resolve();
    };
    const aborted = (): void => {
      stop();
      reject(signal?.reason as Error);
    };
    listeners.add(listener);
    signal?.addEventListener('abort', aborted, { once: true });
    if (signal?.aborted) aborted();
    else listener();
  });
}

/** Only the answer that this server gives: something on the way may answer everything with a page of its own. */
async function askLive(): Promise<boolean> {
  try {
    const answer = await fetch('/live', { cache: 'no-store', signal: AbortSignal.timeout(PROBE_WITHIN_MS) });
    return answer.ok && ((await answer.json()) as { status?: unknown }).status === 'ok';
  } catch {
    return false;
  }
}

const ask = (): void => void checkConnection();
let hearsBrowser = false;

function subscribe(listener: () => void): () => void {
  if (!hearsBrowser) {
    hearsBrowser = true;
    // What the browser believes is a reason to ask, never the answer.
    addEventListener('online', ask);
    addEventListener('offline', ask);
    if (!navigator.onLine) ask();
  }
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What the last probe found, for code outside components. */
export function isOnline(): boolean {
  return reachable;
}

/** Whether the server answers, as far as the last probe knows; on the server and until one has failed: yes. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => reachable,
    () => true,
  );
}
