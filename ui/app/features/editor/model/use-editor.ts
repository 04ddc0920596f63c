import { useMemo, useSyncExternalStore } from 'react';
import { createEditor } from './editor.ts';
import type { Editor, EditorState } from './editor.ts';
import { draftInBrowser } from '../../../shared/drafts/browser-drafts.ts';

/** The draft with this id; undefined on the server and until scripts run. */
export function useEditor(id: string): readonly [Editor, EditorState | undefined] {
  const editor = useMemo(() => createEditor(draftInBrowser(id)), [id]);
  const state = useSyncExternalStore(editor.subscribe, editor.get, () => undefined);
  return [editor, state];
}
