import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useParams } from '@remix-run/react';
import { useEffect } from 'react';
import { isNewerDraft, removeMadeDraft } from '../../../shared/drafts/browser-drafts.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { DEFAULT_LOCALE, stringsOf } from '../../../shared/strings/index.ts';
import { Factory } from '../../../shared/ui/factory.tsx';
import { useEditor } from '../model/use-editor.ts';
import type { loadEditorPage } from '../server/editor-page.server.ts';
import { EditorPage } from './editor-page.tsx';
import { EditorSkeleton } from './skeleton.tsx';

/** The editor of one draft in this browser, or that there is none. */
export function ScriptPage() {
  const page = useLoaderData<typeof loadEditorPage>();
  const { draftId = '' } = useParams();
  const [editor, state] = useEditor(draftId);
  useEffect(() => () => removeMadeDraft(draftId), [draftId]);
  if (!state) return <EditorSkeleton />;
  if (!state.draft) return <Missing newer={isNewerDraft(draftId)} />;
  return <EditorPage key={draftId} {...page} draft={state.draft} editor={editor} state={state} />;
}

function Missing({ newer }: { readonly newer: boolean }) {
  const { editor, errors } = useStrings();
  return (
    <div className="empty">
      <Factory mood="asleep" />
      <h1 className="empty__title">{newer ? editor.newer : editor.missing}</h1>
      <p className="empty__detail">{newer ? editor.newerDetail : editor.missingDetail}</p>
      <div className="empty__ways">
        <Link className="button button--primary" to="/">
          {errors.home}
        </Link>
        <Link className="button" to="/videos">
          {errors.videos}
        </Link>
      </div>
    </div>
  );
}

export const scriptMeta: MetaFunction = () => {
  const { errors, editor } = stringsOf(DEFAULT_LOCALE);
  return [{ title: errors.title(editor.title) }];
};
