import { data } from '@remix-run/node';
import type { JobJson, VideoRequestJson } from '@shortfactory/contract';
import { secondsOf } from '../../../shared/drafts/video-request.ts';
import type { Failure } from '../../../shared/api/failures.server.ts';
import type { Aspect } from '../../../shared/api/script.ts';

/**
 * What was asked for, once more: of the script when there is one, so that everything that is made already is found again.
 * Throws a 404 for a video that has neither script nor topic.
 */
export function sameRequest(
  job: JobJson,
  aspects: readonly Aspect[] = job.settings.aspects,
): VideoRequestJson {
  const { language, seconds, ...options } = job.settings;
  const asked = { ...options, aspects: [...aspects] };
  if (job.script) return { script: job.script, ...secondsOf(seconds), ...asked };
  const { sources, ...brief } = job.brief ?? {};
  // The job does not give its sources' text back.
  if (job.topic !== undefined && sources === undefined) {
    return { topic: job.topic, ...brief, seconds, ...(language !== undefined && { language }), ...asked };
  }
  const failure: Failure = { kind: 'not-found' };
  throw data(failure, { status: 404 });
}
