import type { JobJson } from '@shortfactory/server/contract';
import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { Composer } from '../features/create/view/composer.tsx';
import { PlainEditor } from '../features/editor/view/plain-editor.tsx';
import { EditorSkeleton } from '../features/editor/view/skeleton.tsx';
import type { CreateAnswer } from '../features/create/model/answer.ts';
import { sendCreate } from '../features/create/model/client-action.ts';
import { problemOfFailure } from '../features/create/server/problem-of-failure.server.ts';
import { BLANK, createPath, settingsOf, valuesOf } from '../features/create/model/fields.ts';
import { languageOf } from '../features/create/model/language-of.ts';
import { scriptFor } from '../features/create/server/make.server.ts';
import type { DraftSeed } from '../shared/drafts/draft.ts';
import { makeFromScript } from '../features/editor/server/make.server.ts';
import { afterButton, seedOfForm } from '../features/editor/server/plain-form.server.ts';
import type { DraftAnswer } from '../features/editor/model/problems.ts';
import { requestOf } from '../shared/drafts/video-request.ts';
import { seedOf, seedOfVideo } from '../features/editor/server/seed.server.ts';
import { useStartDraft } from '../shared/drafts/use-start-draft.ts';
import type { Failure } from '../shared/api/failures.server.ts';
import { orFailure } from '../shared/api/failures.server.ts';
import { useHydrated } from '../shared/browser/hydrated.ts';
import { keepPage } from '../shared/connection/keep-page.ts';
import type { Options, Script } from '../shared/api/script.ts';
import { DEFAULT_LOCALE, stringsOf } from '../shared/strings/index.ts';

/** A script to begin with: that of a video (`?from=`), or an empty one. */
export async function loader({ request, context: { api } }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const from = searchParams.get('from');
  const [options, job] = await orFailure(
    Promise.all([api.options(), from === null ? undefined : api.video(from)]),
  );
  return {
    options,
    formKey: crypto.randomUUID(),
    settings: searchParams.has('settings'),
    seed: job ? seedOfVideo(withScript(job)) : emptySeed(options),
  };
}

function withScript(job: JobJson): JobJson & { script: Script } {
  const { script, topic, settings } = job;
  if (script) return { ...job, script };
  // It stopped before there was one: then the topic is what can be changed.
  if (topic !== undefined) throw redirect(createPath(topic, settings));
  const failure: Failure = { kind: 'not-found' };
  throw data(failure, { status: 404 });
}

function emptySeed(options: Options): DraftSeed {
  return {
    title: '',
    settings: { ...settingsOf(BLANK), language: languageOf(BLANK, options) },
    scenes: [{ narration: '', visual: '' }],
  };
}

/** Writes a script for the Create form; without scripts, also every button of the plain editor. */
export async function action({ request, context: { api } }: ActionFunctionArgs) {
  const form = await request.formData();
  const intent = String(form.get('intent') ?? '');
  if (intent !== 'write') {
    const seed = afterButton(seedOfForm(form), intent);
    if (intent !== 'make') return data<DraftAnswer>({ problems: [], seed });
    const made = await makeFromScript(requestOf(seed), api, String(form.get('key') ?? ''));
    if ('id' in made) return redirect(`/videos/${made.id}`);
    return data<DraftAnswer>({ problems: made.problems, seed }, { status: made.status });
  }
  const values = valuesOf(form);
  try {
    const options = await api.options();
    const written = await scriptFor(values, options, api);
    if ('problems' in written) {
      return data<CreateAnswer>({ problems: written.problems, values }, { status: 400 });
    }
    return data<CreateAnswer>({ draft: seedOf(written.script, values, languageOf(values, options)) });
  } catch (error) {
    const [problem, status] = problemOfFailure(error);
    return data<CreateAnswer>({ problems: [problem], values }, { status });
  }
}

export const clientAction = sendCreate;
export const shouldRevalidate = keepPage;

export default function NewScript() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<CreateAnswer | DraftAnswer>();
  const hydrated = useHydrated();
  const startDraft = useStartDraft();
  const refused = answer && 'values' in answer ? answer : undefined;
  const seed = seedIn(answer) ?? page.seed;
  const started = useRef(false);
  useEffect(() => {
    if (refused || started.current) return;
    started.current = true;
    startDraft(seed, { replace: true, query: page.settings ? '?settings=1' : '' });
  }, [refused, seed, page.settings, startDraft]);
  if (refused) {
    return (
      <div className="create__title">
        <Composer options={page.options} given={refused.values} answer={refused} formKey={page.formKey} />
      </div>
    );
  }
  if (hydrated) return <EditorSkeleton />;
  const problems = answer && 'problems' in answer && !('values' in answer) ? answer.problems : [];
  return <PlainEditor seed={seed} problems={problems} limits={page.options.limits} formKey={page.formKey} />;
}

function seedIn(answer: CreateAnswer | DraftAnswer | undefined): DraftSeed | undefined {
  if (!answer) return undefined;
  if ('draft' in answer) return answer.draft;
  return 'seed' in answer ? answer.seed : undefined;
}

export const meta: MetaFunction = () => {
  const { errors, editor } = stringsOf(DEFAULT_LOCALE);
  return [{ title: errors.title(editor.title) }];
};
