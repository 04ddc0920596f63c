import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { isRouteErrorResponse, Link, useLoaderData, useParams } from '@remix-run/react';
import type { ClientActionFunctionArgs } from '@remix-run/react';
import { useEffect } from 'react';
import { EditorPage } from '../features/editor/view/editor-page.tsx';
import { EditorSkeleton } from '../features/editor/view/skeleton.tsx';
import { Factory } from '../shared/ui/factory.tsx';
import { draftIsMade, forgetMadeDraft, isNewerDraft } from '../shared/drafts/browser-drafts.ts';
import { makeFromScript, sentRequest } from '../features/editor/server/make.server.ts';
import type { DraftAnswer } from '../features/editor/model/problems.ts';
import { useEditor } from '../features/editor/model/use-editor.ts';
import { orFailure } from '../shared/api/failures.server.ts';
import { keepPage } from '../shared/connection/keep-page.ts';
import { useStrings } from '../shared/strings/context.tsx';
import { DEFAULT_LOCALE, stringsOf } from '../shared/strings/index.ts';

/** The script itself is in the browser; the server has what there is to choose from. */
export async function loader({ request, context: { api } }: LoaderFunctionArgs) {
  return {
    options: await orFailure(api.options()),
    formKey: crypto.randomUUID(),
    settingsOpen: new URL(request.url).searchParams.has('settings'),
  };
}

export async function action({ request, context: { api } }: ActionFunctionArgs) {
  const form = await request.formData();
  const sent = sentRequest(String(form.get('request') ?? ''));
  if (!sent)
    return data<DraftAnswer>(
      { problems: [{ kind: 'refused', detail: 'The script did not arrive whole.' }] },
      400,
    );
  const made = await makeFromScript(sent, api, String(form.get('key') ?? ''));
  return 'id' in made
    ? redirect(`/videos/${made.id}`)
    : data<DraftAnswer>({ problems: made.problems }, { status: made.status });
}

export async function clientAction({ serverAction, params }: ClientActionFunctionArgs): Promise<DraftAnswer> {
  try {
    return await serverAction<DraftAnswer>();
  } catch (error) {
    if (error instanceof Response) {
      // A redirect to the video: it has the script now.
      draftIsMade(params['draftId'] ?? '');
      throw error;
    }
    if (isRouteErrorResponse(error)) throw error;
    return { problems: [{ kind: 'unsent' }] };
  }
}

export const shouldRevalidate = keepPage;

export default function ScriptEditor() {
  const page = useLoaderData<typeof loader>();
  const { draftId = '' } = useParams();
  const [editor, state] = useEditor(draftId);
  useEffect(() => () => forgetMadeDraft(draftId), [draftId]);
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

export const meta: MetaFunction = () => {
  const { errors, editor } = stringsOf(DEFAULT_LOCALE);
  return [{ title: errors.title(editor.title) }];
};
