import { STORAGE_NAMES } from '../storage/names.ts';
import { createStoredValue } from '../storage/stored-value.ts';
import type { StoredValue } from '../storage/stored-value.ts';
import { isBlank } from './draft.ts';
import type { Draft } from './draft.ts';
import { fromStored, isFromNewer, toStored } from './stored-draft.ts';

const stores = new Map<string, StoredValue<Draft>>();
const notStored = new Set<() => void>();

/** Calls the listener each time this browser does not store a draft; the function that it gives ends that. */
export function onDraftNotStored(listener: () => void): () => void {
  notStored.add(listener);
  return () => notStored.delete(listener);
}

/** The draft with this id, in this browser. */
export function draftInBrowser(id: string): StoredValue<Draft> {
  const known = stores.get(id);
  if (known) return known;
  const onNotStored = (): void => notStored.forEach((listener) => listener());
  const store = createStoredValue<Draft>(STORAGE_NAMES.draft + id, fromStored, onNotStored, toStored);
  stores.set(id, store);
  return store;
}

/** All drafts of this browser, the last changed first. */
export function allDrafts(): Draft[] {
  const names = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
  return names
    .filter((name) => name.startsWith(STORAGE_NAMES.draft))
    .flatMap((name) => draftInBrowser(name.slice(STORAGE_NAMES.draft.length)).get() ?? [])
    .filter((draft) => !isBlank(draft))
    .sort((a, b) => b.savedMs - a.savedMs);
}

const made = new Set<string>();

/** A video is on its way from this draft: `removeMadeDraft` takes the draft away when its page is left. */
export function draftIsMade(id: string): void {
  made.add(id);
}

export function removeMadeDraft(id: string): void {
  if (made.delete(id)) draftInBrowser(id).set(undefined);
}

/** Whether a newer release of this page stored the draft with this id. */
export function isNewerDraft(id: string): boolean {
  try {
    return isFromNewer(JSON.parse(localStorage.getItem(STORAGE_NAMES.draft + id) ?? 'null'));
  } catch {
    return false;
  }
}
