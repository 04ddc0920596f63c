import { createKept } from '../storage/stored-value.ts';
import type { Kept } from '../storage/stored-value.ts';
import { isBlank } from './draft.ts';
import type { Draft } from './draft.ts';
import { fromStored, isFromNewer, toStored } from './stored-draft.ts';

/** What the names of drafts in localStorage begin with. */
export const DRAFT_NAMES = 'sf.draft.';
const stores = new Map<string, Kept<Draft>>();
const refused = new Set<() => void>();

/** Hears when this browser would not keep a draft. */
export function onDraftRefused(listener: () => void): () => void {
  refused.add(listener);
  return () => refused.delete(listener);
}

/** The draft with this id, in this browser. */
export function keptDraft(id: string): Kept<Draft> {
  const known = stores.get(id);
  if (known) return known;
  const onRefused = (): void => refused.forEach((listener) => listener());
  const store = createKept<Draft>(DRAFT_NAMES + id, fromStored, onRefused, toStored);
  stores.set(id, store);
  return store;
}

/** All drafts of this browser, the last changed first. */
export function allDrafts(): Draft[] {
  const names = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
  return names
    .filter((name) => name.startsWith(DRAFT_NAMES))
    .flatMap((name) => keptDraft(name.slice(DRAFT_NAMES.length)).get() ?? [])
    .filter((draft) => !isBlank(draft))
    .sort((a, b) => b.savedMs - a.savedMs);
}

const made = new Set<string>();

/** A video is on its way from this draft: it goes as soon as its page is left. */
export function draftIsMade(id: string): void {
  made.add(id);
}

export function forgetMadeDraft(id: string): void {
  if (made.delete(id)) keptDraft(id).set(undefined);
}

/** Whether a newer release of this page stored the draft with this id. */
export function isNewerDraft(id: string): boolean {
  try {
    return isFromNewer(JSON.parse(localStorage.getItem(DRAFT_NAMES + id) ?? 'null'));
  } catch {
    return false;
  }
}
