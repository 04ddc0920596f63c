import { useSyncExternalStore } from 'react';

/** A value in the browser's storage, as an external store that components read. */
export interface StoredValue<T> {
  get(): T | undefined;
  /** Stores the value; undefined removes it. */
  set(value: T | undefined): void;
  /** Calls the listener after each change, also by another tab; the function that it gives ends that. */
  subscribe(listener: () => void): () => void;
}

/**
 * A value under a name in localStorage. Where localStorage cannot be written (it is full, or switched off) the value
 * lives as long as the page, and `onNotStored` is called. `parse` gives undefined for what cannot be read.
 */
export function createStoredValue<T>(
  name: string,
  parse: (json: unknown) => T | undefined,
  onNotStored?: () => void,
  toJson: (value: T) => unknown = (value) => value,
): StoredValue<T> {
  let known: { readonly value: T | undefined } | undefined;
  const listeners = new Set<() => void>();
  const read = (): T | undefined => {
    try {
      const text = localStorage.getItem(name);
      return text === null ? undefined : parse(JSON.parse(text));
    } catch {
      return undefined;
    }
  };
  const notify = (): void => listeners.forEach((listener) => listener());
  const onStorage = (event: StorageEvent): void => {
    if (event.key !== name) return;
    known = undefined;
    notify();
  };
  return {
    get: () => (known ??= { value: read() }).value,
    set(value) {
      known = { value };
      try {
        if (value === undefined) localStorage.removeItem(name);
        else localStorage.setItem(name, JSON.stringify(toJson(value)));
      } catch {
        onNotStored?.();
      }
      notify();
    },
    subscribe(listener) {
      if (listeners.size === 0) addEventListener('storage', onStorage);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) removeEventListener('storage', onStorage);
      };
    },
  };
}

/** The stored value; undefined on the server and in the page as it arrives. */
export function useStoredValue<T>(stored: StoredValue<T>): T | undefined {
  return useSyncExternalStore(stored.subscribe, stored.get, () => undefined);
}
