import { data, redirect } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import type { JobJson } from '@shortfactory/contract';
import { visualsOf } from '@shortfactory/core';
import type { VisitorApi } from '../../../shared/api/api.server.ts';
import { orFailure } from '../../../shared/api/failures.server.ts';
import { movingUploads } from '../../../shared/api/moving-uploads.server.ts';
import type { Failure } from '../../../shared/api/failures.server.ts';
import type { Script } from '../../../shared/api/script.ts';
import { requestOf } from '../../../shared/drafts/video-request.ts';
import { createPath } from '../../../shared/format/create-path.ts';
import type { DraftAnswer } from '../model/problems.ts';
import { makeFromScript } from './make.server.ts';
import { afterButton, seedOfForm } from './plain-form.server.ts';
import { sentRecording } from './sent-recording.server.ts';
import { emptySeed, seedOfVideo } from './seed.server.ts';

/** A script to begin with: that of a video (`?from=`), or an empty one. */
export async function loadNewScriptPage({ request, context: { api } }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const from = searchParams.get('from');
  const [options, job] = await orFailure(
    Promise.all([api.options(), from === null ? undefined : api.video(from)]),
  );
  return {
    options,
    formKey: crypto.randomUUID(),
    settings: searchParams.has('settings'),
    seed: job ? await seedOf(withScript(job), api) : emptySeed(options),
  };
}

async function seedOf(job: JobJson & { script: Script }, api: VisitorApi) {
  const uploads = visualsOf(job.script).flatMap(({ upload }) => upload ?? []);
  return seedOfVideo(job, await movingUploads(api, uploads));
}

function withScript(job: JobJson): JobJson & { script: Script } {
  const { script, topic, settings } = job;
  if (script) return { ...job, script };
  // It stopped before there was one: then the topic is what can be changed.
  if (topic !== undefined) throw redirect(createPath(topic, settings));
  const failure: Failure = { kind: 'not-found' };
  throw data(failure, { status: 404 });
}

/** Without scripts: every button of the plain editor. The one that makes the video goes to its page. */
export async function submitPlainEditor(form: FormData, api: VisitorApi) {
  const intent = String(form.get('intent') ?? '');
  const written = afterButton(seedOfForm(form), intent);
  const sent = await sentRecording(form, api);
  if (sent && 'problems' in sent)
    return data<DraftAnswer>({ problems: sent.problems, seed: written }, { status: sent.status });
  const seed = sent ? { ...written, settings: { ...written.settings, narration: sent.narration } } : written;
  if (intent !== 'make') return data<DraftAnswer>({ problems: [], seed });
  const made = await makeFromScript(requestOf(seed), api, String(form.get('key') ?? ''));
  if ('id' in made) return redirect(`/videos/${made.id}`);
  return data<DraftAnswer>({ problems: made.problems, seed }, { status: made.status });
}
