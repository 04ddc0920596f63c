import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useMemo } from 'react';
import { Composer } from '../features/create/view/composer.tsx';
import { Shelf } from '../features/create/view/shelf.tsx';
import type { CreateAnswer } from '../features/create/model/answer.ts';
import { sendCreate } from '../features/create/model/client-action.ts';
import { givenBy, valuesOf } from '../features/create/model/fields.ts';
import { makeVideo } from '../features/create/server/make.server.ts';
import { problemOfFailure } from '../features/create/server/problem-of-failure.server.ts';
import { orFailure } from '../shared/api/failures.server.ts';
import { Held } from '../shared/storage/await-stored.tsx';
import { keepPage } from '../shared/connection/keep-page.ts';
import { cardOf } from '../shared/videos/video-card.ts';
import { useStrings } from '../shared/strings/context.tsx';
import { DEFAULT_LOCALE, stringsOf } from '../shared/strings/index.ts';

/** As many as the widest screen shows; some of those that are asked for may have stopped. */
const RECENT = 7;
const ASKED = 14;

export async function loader({ request, context: { api } }: LoaderFunctionArgs) {
  const [options, recent] = await Promise.all([
    orFailure(api.options()),
    // The page is there to make videos; without a list of old ones it does that all the same.
    api.videos({ limit: ASKED }).catch(() => ({ videos: [] })),
  ]);
  return {
    options,
    recent: recent.videos
      .map(cardOf)
      .filter(({ state }) => state !== 'stopped')
      .slice(0, RECENT),
    given: givenBy(new URL(request.url).searchParams),
    formKey: crypto.randomUUID(),
  };
}

export async function action({ request, context: { api } }: ActionFunctionArgs) {
  const form = await request.formData();
  const useVoice = form.get('useVoice');
  const values = { ...valuesOf(form), ...(typeof useVoice === 'string' && { voice: useVoice }) };
  const refuse = (problems: Extract<CreateAnswer, { problems: unknown }>['problems'], status: number) =>
    data<CreateAnswer>({ problems, values }, { status });
  if (useVoice !== null) return refuse([], 200);
  try {
    const made = await makeVideo(values, await api.options(), api, String(form.get('key') ?? ''));
    return 'id' in made ? redirect(`/videos/${made.id}`) : refuse(made.problems, 400);
  } catch (error) {
    const [problem, status] = problemOfFailure(error);
    return refuse([problem], status);
  }
}

export const clientAction = sendCreate;
export const shouldRevalidate = keepPage;

export default function Create() {
  const { create } = useStrings();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<CreateAnswer>();
  const sent = answer && 'values' in answer ? answer.values : undefined;
  const given = useMemo(() => sent ?? page.given, [sent, page.given]);
  const [start, marked] = create.headline;
  return (
    <>
      <h1 className="display create__title">
        {start} <span className="mark">{marked}</span>
      </h1>
      <p className="create__lead">{create.lead}</p>
      <Held until="form">
        <Composer options={page.options} given={given} answer={answer} formKey={page.formKey} />
        {page.recent.length > 0 && <Shelf videos={page.recent} />}
      </Held>
    </>
  );
}

export const meta: MetaFunction = () => [
  { title: stringsOf(DEFAULT_LOCALE).name },
  { name: 'description', content: stringsOf(DEFAULT_LOCALE).create.lead },
];
