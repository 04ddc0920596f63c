import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { orFailure } from '../../../shared/api/failures.server.ts';
import type { DraftAnswer } from '../model/problems.ts';
import { makeFromScript, sentRequest } from './make.server.ts';

/** The script itself is in the browser; the server has what there is to choose from. */
export async function loadEditorPage({ request, context: { api } }: LoaderFunctionArgs) {
  return {
    options: await orFailure(api.options()),
    formKey: crypto.randomUUID(),
    settingsOpen: new URL(request.url).searchParams.has('settings'),
  };
}

/** Makes a video of the script and goes to its page. */
export async function makeDraft({ request, context: { api } }: ActionFunctionArgs) {
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
