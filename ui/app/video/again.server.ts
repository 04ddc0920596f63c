import type { JobJson, VideoRequestJson } from '@shortfactory/server/contract';
import { data } from '@remix-run/node';
import { secondsOf } from '../drafts/request.ts';
import type { Failure } from '../failures.server.ts';
import type { Aspect } from '../script.ts';

/**
 * What was asked for, once more: of the script when there is one, so that everything that is made already is found again.
 * Throws a 404 for a video that has neither script nor topic.
 */
export function sameRequest(
  job: JobJson,
  aspects: readonly Aspect[] = job.settings.aspects,
): VideoRequestJson {
  const { language, imageStyle, voice, seconds, music } = job.settings;
  const look = {
    aspects: [...aspects],
    ...(imageStyle !== undefined && { imageStyle }),
    ...(voice !== undefined && { voice }),
    ...(music !== undefined && { music }),
  };
  if (job.script) return { script: job.script, ...secondsOf(seconds), ...look };
  if (job.topic !== undefined) {
    return { topic: job.topic, seconds, ...(language !== undefined && { language }), ...look };
  }
  const failure: Failure = { kind: 'not-found' };
  throw data(failure, { status: 404 });
}
