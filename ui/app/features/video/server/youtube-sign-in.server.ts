import { data, redirect } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { isApiProblem, isApiUnreachable } from '../../../shared/api/api-errors.ts';
import { orFailure } from '../../../shared/api/failures.server.ts';
import { words } from '../model/youtube-words.ts';

const CALLBACK = '/youtube/callback';
const VIDEO = /^[\w-]{16,64}$/;

/** On to the page of Google's on which the owner of a channel says yes. */
export async function beginYouTube({ request, context: { api } }: LoaderFunctionArgs) {
  const { origin, searchParams } = new URL(request.url);
  const video = searchParams.get('video') ?? '';
  const { url } = await orFailure(
    api.connectYouTube({ redirectUri: `${origin}${CALLBACK}`, ...(VIDEO.test(video) && { video }) }),
  );
  return redirect(url);
}

/** Back from there: on to the video, or why not. */
export async function finishYouTube({ request, context: { api } }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const [code, state] = [searchParams.get('code') ?? '', searchParams.get('state') ?? ''];
  if (code === '' || state === '') return data({ sentence: words.declined });
  try {
    const { video } = await api.youTubeConnected({ code, state });
    throw redirect(video === undefined ? '/videos' : `/videos/${video}#youtube`);
  } catch (error) {
    if (!isApiProblem(error) && !isApiUnreachable(error)) throw error;
    const problem = isApiProblem(error) ? error.problem : undefined;
    const isOurs = problem !== undefined && problem.status < 500;
    const sentence = isOurs ? problem.detail.replace(/^\/\w+: (?=was)/, 'This answer ') : words.unanswered;
    return data({ sentence }, { status: isOurs ? problem.status : 503 });
  }
}
