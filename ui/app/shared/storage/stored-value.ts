import { useSyncExternalStore } from 'react';

/** Something that this browser keeps, as an external store that components read. */
export interface Kept<T> {
  get(): T | undefined;
  set(value: T | undefined): void;
  subscribe(listener: () => void): () => void;
}

/**
 * A value kept under a name in localStorage. Where that is not to be had (it is full, or switched off) the value lives
 * as long as the page; `onRefused` hears of it. Other tabs of this browser see changes too.
 */
export function createKept<T>(
  name: string,
  parse: (json: unknown) => T | undefined,
  onRefused?: () => void,
  toJson: (value: T) => unknown = (value) => value,
): Kept<T> {
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
  const tell = (): void => listeners.forEach((listener) => listener());
  const onStorage = (event: StorageEvent): void => {
    if (event.key !== name) return;
    known = undefined;
    tell();
  };
  return {
    get: () => (known ??= { value: read() }).value,
    set(value) {
      known = { value };
      try {
        if (value === undefined) localStorage.removeItem(name);
        else localStorage.setItem(name, JSON.stringify(toJson(value)));
      } catch {
        onRefused?.();
      }
      tell();
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

/** What is kept, undefined on the server and in the page as it arrives. */
export function useKept<T>(kept: Kept<T>): T | undefined {
  return useSyncExternalStore(kept.subscribe, kept.get, () => undefined);
}
