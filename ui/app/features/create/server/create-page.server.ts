import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { VisitorApi } from '../../../shared/api/api.server.ts';
import { movingUploads } from '../../../shared/api/moving-uploads.server.ts';
import { orFailure } from '../../../shared/api/failures.server.ts';
import { cardOf } from '../../../shared/videos/video-card.ts';
import type { CreateAnswer } from '../model/answer.ts';
import { givenBy, valuesOf } from '../model/fields.ts';
import { localesOf } from './language-of.server.ts';
import { makeVideo, scriptFor } from './make.server.ts';
import { problemOfFailure } from './problem-of-failure.server.ts';
import { seedOf } from './seed.server.ts';

/** As many as the widest screen shows; some of those that are asked for may have stopped. */
const RECENT = 7;
const ASKED = 14;

/** What there is to choose from, the newest videos, and what the address asks for. */
export async function loadCreatePage({ request, context: { api } }: LoaderFunctionArgs) {
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

/** Makes the video and goes to its page; without scripts, also changes the voice (`useVoice`). */
export async function submitCreateForm({ request, context: { api } }: ActionFunctionArgs) {
  const form = await request.formData();
  const useVoice = form.get('useVoice');
  const values = { ...valuesOf(form), ...(typeof useVoice === 'string' && { voice: useVoice }) };
  const refuse = (problems: Extract<CreateAnswer, { problems: unknown }>['problems'], status: number) =>
    data<CreateAnswer>({ problems, values }, { status });
  if (useVoice !== null) return refuse([], 200);
  try {
    const made = await makeVideo(values, await api.options(), api, {
      key: String(form.get('key') ?? ''),
      locales: localesOf(request),
    });
    return 'id' in made ? redirect(`/videos/${made.id}`) : refuse(made.problems, 400);
  } catch (error) {
    const [problem, status] = problemOfFailure(error);
    return refuse([problem], status);
  }
}

/** The Create form sent to have its script written: the script as a draft, or why not. */
export async function writeDraft(form: FormData, api: VisitorApi, request: Request) {
  const values = valuesOf(form);
  try {
    const options = await api.options();
    const written = await scriptFor(values, options, api, localesOf(request));
    if ('problems' in written) {
      return data<CreateAnswer>({ problems: written.problems, values }, { status: 400 });
    }
    const script = { ...written.script, ...(written.degraded && { degraded: written.degraded }) };
    const clips = await movingUploads(api, values.tab === 'media' ? values.uploads : []);
    return data<CreateAnswer>({ draft: seedOf(script, values, clips) });
  } catch (error) {
    const [problem, status] = problemOfFailure(error);
    return data<CreateAnswer>({ problems: [problem], values }, { status });
  }
}
