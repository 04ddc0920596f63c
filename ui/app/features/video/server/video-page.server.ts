import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { JobJson } from '@shortfactory/contract';
import type { VisitorApi } from '../../../shared/api/api.server.ts';
import { orFailure } from '../../../shared/api/failures.server.ts';
import type { Failure } from '../../../shared/api/failures.server.ts';
import { keyFor } from '../../../shared/api/idempotency-key.server.ts';
import type { Aspect } from '../../../shared/api/script.ts';
import { isOver } from '../model/use-live-job.ts';
import { sameRequest } from './again.server.ts';
import { actOnPublishing, publishingOf } from './publishing.server.ts';
import { isOnItsWay } from '../model/use-publication.ts';

/** Browsers without scripts load a page of a video that is not finished again, this often. */
const REFRESH_SECONDS = 3;
/** The same while a finished one is on its way to YouTube: it may be watched meanwhile. */
const SENDING_SECONDS = 15;

/** The video, and what its page estimates with. */
export async function loadVideoPage({ params: { id = '' }, context: { api } }: LoaderFunctionArgs) {
  const [job, options] = await orFailure(Promise.all([api.video(id), api.options()]));
  const seconds = job.outputs[0]?.seconds ?? job.settings.seconds;
  const publishing = await publishingOf(api, job);
  const isSending = isOnItsWay(publishing?.publication);
  return {
    publishing,
    job,
    voices: options.voices,
    formKey: crypto.randomUUID(),
    aspectSeconds: (seconds * options.estimates.makeSecondsPerSecond) / 2,
    refreshSeconds: !isOver(job) ? REFRESH_SECONDS : isSending ? SENDING_SECONDS : undefined,
  };
}

/** Stop, Delete, Try again, one more format, and the same once more: by the button that sent the form (`intent`). */
export async function actOnVideo({ request, params: { id = '' }, context: { api } }: ActionFunctionArgs) {
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
  const published = await actOnPublishing(api, id, String(intent), form);
  if (published) return published;
  const failure: Failure = { kind: 'not-found' };
  throw data(failure, { status: 404 });
}

/** The same short in one more format: everything that is made already is found again. */
function inAspect(job: JobJson, aspect: Aspect, api: VisitorApi): Promise<JobJson> {
  const request = sameRequest(job, [...job.settings.aspects.filter((each) => each !== aspect), aspect]);
  return api.createVideo(request, keyFor(`aspect ${job.id}`, request));
}
