import { sendDraft } from '../features/editor/model/client-action.ts';
import { loadEditorPage, makeDraft } from '../features/editor/server/editor-page.server.ts';
import { scriptMeta, ScriptPage } from '../features/editor/view/script-page.tsx';
import { keepPage } from '../shared/connection/keep-page.ts';

export const loader = loadEditorPage;
export const action = makeDraft;
export const clientAction = sendDraft;
export const shouldRevalidate = keepPage;
export const meta = scriptMeta;
export default ScriptPage;
