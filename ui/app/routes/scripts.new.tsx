import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { CreateAnswer } from '../features/create/model/answer.ts';
import { sendCreate } from '../features/create/model/client-action.ts';
import { writeDraft } from '../features/create/server/create-page.server.ts';
import { Composer } from '../features/create/view/composer.tsx';
import type { DraftAnswer } from '../features/editor/model/problems.ts';
import { loadNewScriptPage, submitPlainEditor } from '../features/editor/server/new-script-page.server.ts';
import { NewScriptPage } from '../features/editor/view/new-script-page.tsx';
import { scriptMeta } from '../features/editor/view/script-page.tsx';
import { keepPage } from '../shared/connection/keep-page.ts';

export const loader = loadNewScriptPage;
export const clientAction = sendCreate;
export const shouldRevalidate = keepPage;
export const meta = scriptMeta;

/** The Create form is sent here too, to have its script written. */
export async function action({ request, context: { api } }: ActionFunctionArgs) {
  const form = await request.formData();
  return form.get('intent') === 'write' ? writeDraft(form, api, request) : submitPlainEditor(form, api);
}

export default function NewScript() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<CreateAnswer | DraftAnswer>();
  if (answer && 'values' in answer) {
    return (
      <div className="create__title">
        <Composer options={page.options} given={answer.values} answer={answer} formKey={page.formKey} />
      </div>
    );
  }
  const seed = answer && ('draft' in answer ? answer.draft : answer.seed);
  const problems = answer && 'problems' in answer ? answer.problems : [];
  return <NewScriptPage seed={seed} problems={problems} />;
}
