import { useSyncExternalStore } from 'react';

let offline = false;
const listeners = new Set<() => void>();

function set(value: boolean): void {
  if (offline === value) return;
  offline = value;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  const update = (): void => set(!navigator.onLine);
  if (listeners.size === 0) {
    addEventListener('online', update);
    addEventListener('offline', update);
    update();
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    removeEventListener('online', update);
    removeEventListener('offline', update);
  };
}

/** Whether this browser has a connection, as far as it knows; a server always has one. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => !offline,
    () => true,
  );
}

/** Asks the server itself, for browsers that notice a connection late. */
export async function checkConnection(): Promise<void> {
  try {
    const answer = await fetch('/live', { cache: 'no-store', signal: AbortSignal.timeout(5_000) });
    set(!answer.ok);
  } catch {
    set(true);
  }
}
