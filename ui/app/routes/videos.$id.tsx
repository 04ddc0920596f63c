import type { JobJson } from '@shortfactory/server/contract';
import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  isRouteErrorResponse,
  useActionData,
  useLoaderData,
  useNavigate,
  useSearchParams,
} from '@remix-run/react';
import type { ClientActionFunctionArgs } from '@remix-run/react';
import { useState } from 'react';
import { Confirm } from '../features/video/view/confirm.tsx';
import { CircleAlert } from '../shared/ui/icons.ts';
import { Making } from '../features/video/view/making/making.tsx';
import { Result } from '../features/video/view/result/result.tsx';
import { keyFor } from '../features/create/server/make.server.ts';
import type { Failure } from '../shared/api/failures.server.ts';
import { orFailure } from '../shared/api/failures.server.ts';
import { isUnsent, keepPage } from '../shared/connection/keep-page.ts';
import type { Unsent } from '../shared/connection/keep-page.ts';
import { useStrings } from '../shared/strings/context.tsx';
import { DEFAULT_LOCALE, stringsOf } from '../shared/strings/index.ts';
import type { Aspect } from '../shared/api/script.ts';
import { sameRequest } from '../features/video/server/again.server.ts';
import { announcement, drawn } from '../features/video/model/progress.ts';
import { isOver, useLiveJob } from '../features/video/model/use-live-job.ts';

export async function loader({ params: { id = '' }, context: { api } }: LoaderFunctionArgs) {
  const [job, options] = await orFailure(Promise.all([api.video(id), api.options()]));
  const seconds = job.outputs[0]?.seconds ?? job.settings.seconds;
  return {
    job,
    voices: options.voices,
    formKey: crypto.randomUUID(),
    aspectSeconds: (seconds * options.estimates.makeSecondsPerSecond) / 2,
    /** For browsers without scripts. */
    refreshSeconds: isOver(job) ? undefined : 3,
  };
}

export async function action({ request, params: { id = '' }, context: { api } }: ActionFunctionArgs) {
  const form = await request.formData();
  const intent = form.get('intent');
  if (intent === 'stop') {
    await orFailure(api.deleteVideo(id));
    return redirect(`/videos/${id}`);
  }
  if (intent === 'remove') {
    await orFailure(api.deleteVideo(id));
    return redirect('/videos');
  }
  if (intent === 'retry') {
    await orFailure(api.retryVideo(id));
    return redirect(`/videos/${id}`);
  }
  if (intent === 'aspect') {
    const made = await orFailure(inAspect(await orFailure(api.video(id)), form.get('aspect') as Aspect, api));
    return redirect(`/videos/${made.id}`);
  }
  if (intent === 'again') {
    const request = sameRequest(await orFailure(api.video(id)));
    const key = keyFor(`again ${id} ${String(form.get('key') ?? '')}`, request);
    return redirect(`/videos/${(await orFailure(api.createVideo(request, key))).id}`);
  }
  const failure: Failure = { kind: 'not-found' };
  throw data(failure, { status: 404 });
}

/** Sends Stop, Delete, Try again; a connection that breaks on the way is a sentence on the page. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<Unsent | undefined> {
  try {
    return await serverAction<undefined>();
  } catch (error) {
    if (error instanceof Response || isRouteErrorResponse(error)) throw error;
    return { unsent: true };
  }
}

export const shouldRevalidate = keepPage;

/** The same short in one more format: everything that is made already is found again. */
function inAspect(job: JobJson, aspect: Aspect, api: ActionFunctionArgs['context']['api']): Promise<JobJson> {
  const request = sameRequest(job, [...job.settings.aspects.filter((each) => each !== aspect), aspect]);
  return api.createVideo(request, keyFor(`aspect ${job.id}`, request));
}

export default function Video() {
  const { job: loaded, voices, aspectSeconds, formKey } = useLoaderData<typeof loader>();
  const strings = useStrings();
  const { video } = strings;
  const { job, lost } = useLiveJob(loaded);
  const [watchedFrom] = useState({ id: loaded.id, status: loaded.status });
  const watched = watchedFrom.id === job.id && watchedFrom.status !== job.status;
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(query.get('ask'));
  const keep = (): void => {
    setAsking(null);
    if (query.has('ask')) navigate(`/videos/${job.id}`, { replace: true, preventScrollReset: true });
  };
  const unsent = isUnsent(useActionData<typeof clientAction>());
  const going = !isOver(job);
  return (
    <>
      <p className="unseen" role="status">
        {watched || going ? announcement(job, strings) : ''}
      </p>
      {unsent && (
        <p className="unsent" role="alert">
          <CircleAlert size={20} />
          {video.unsent}
        </p>
      )}
      {asking === 'stop' && going && (
        <Confirm
          title={video.stop.title}
          detail={video.stop.kept(drawn(job), job.script !== undefined)}
          keep={video.stop.keep}
          go={video.stop.stop}
          intent="stop"
          back={`/videos/${job.id}`}
          onKeep={keep}
        />
      )}
      {asking === 'remove' && !going && (
        <Confirm
          title={video.removeTitle}
          detail={job.status === 'done' ? video.removeDetail : video.removeStopped}
          keep={video.removeKeep}
          go={video.removeYes}
          intent="remove"
          back={`/videos/${job.id}`}
          onKeep={keep}
        />
      )}
      {job.status === 'done' ? (
        <Result
          job={job}
          voices={voices}
          aspectSeconds={aspectSeconds}
          onDelete={() => setAsking('remove')}
        />
      ) : (
        <Making
          job={job}
          lost={lost}
          watched={watched}
          formKey={formKey}
          onStop={() => setAsking('stop')}
          onDelete={() => setAsking('remove')}
        />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const { errors, video } = stringsOf(DEFAULT_LOCALE);
  if (!page) return [{ title: errors.title(video.gone) }];
  const { job } = page;
  const percent = job.status === 'running' ? `${video.percent(Math.round(job.percent))} · ` : '';
  return [{ title: `${percent}${errors.title(job.title)}` }];
};
