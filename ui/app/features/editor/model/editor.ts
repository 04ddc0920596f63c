import { randomId } from '../../../shared/browser/browser-features.ts';
import type { StoredValue } from '../../../shared/storage/stored-value.ts';
import { changed } from './change.ts';
import type { Change } from './change.ts';
import type { Draft } from '../../../shared/drafts/draft.ts';

/** How many steps back there are. */
const MOST_STEPS = 100;
/** Typing without a pause longer than this is one step. */
const ONE_STEP_MS = 1_500;

export interface EditorState {
  readonly draft: Draft | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** A draft that is being written: every change is stored in the browser at once, and can be undone. */
export interface Editor {
  get(): EditorState;
  subscribe(listener: () => void): () => void;
  apply(change: Change): void;
  undo(): void;
  redo(): void;
}

export function createEditor(stored: StoredValue<Draft>, now: () => number = Date.now): Editor {
  let past: readonly Draft[] = [];
  let future: readonly Draft[] = [];
  let last: { readonly step: string; readonly atMs: number } | undefined;
  let state: EditorState | undefined;

  const set = (draft: Draft): void => {
    state = undefined;
    stored.set({ ...draft, savedMs: now() });
  };
  return {
    get() {
      const draft = stored.get();
      if (!state || state.draft !== draft) {
        state = { draft, canUndo: past.length > 0, canRedo: future.length > 0 };
      }
      return state;
    },
    subscribe: stored.subscribe,
    apply(change) {
      const draft = stored.get();
      if (!draft) return;
      const next = changed(draft, change, randomId);
      if (next === draft) return;
      const step = stepOf(change);
      const sameStep = step !== '' && last?.step === step && now() - last.atMs < ONE_STEP_MS;
      if (!sameStep) past = [...past.slice(1 - MOST_STEPS), draft];
      last = { step, atMs: now() };
      future = [];
      set(next);
    },
    undo() {
      const draft = stored.get();
      const before = past.at(-1);
      if (!draft || !before) return;
      past = past.slice(0, -1);
      future = [...future, draft];
      last = undefined;
      set(before);
    },
    redo() {
      const draft = stored.get();
      const after = future.at(-1);
      if (!draft || !after) return;
      future = future.slice(0, -1);
      past = [...past, draft];
      last = undefined;
      set(after);
    },
  };
}

/** Changes with the same name that follow each other quickly are one step; '' is always a step of its own. */
function stepOf(change: Change): string {
  if (change.kind === 'title') return 'title';
  if (change.kind !== 'write') return '';
  return `${change.at} ${change.cut ?? ''} ${change.narration === undefined ? 'visual' : 'narration'}`;
}
