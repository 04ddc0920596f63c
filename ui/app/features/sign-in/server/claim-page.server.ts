import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { ownPath } from '../../../shared/account/account.ts';
import { isApiProblem, isApiUnreachable } from '../../../shared/api/api-errors.ts';
import type { Failure } from '../../../shared/api/failures.server.ts';
import { cardOf } from '../../../shared/videos/video-card.ts';
import { words } from '../model/words.ts';

/** As many as are taken along at once; the others are asked about the next time. */
const MOST = 100;

/** What taking along came to. */
export type ClaimAnswer = { readonly taken: number; readonly left: number } | { readonly refused: string };

/** The videos that this browser made as a visitor; without any there is nothing to ask. */
export async function loadClaimPage({ request, context: { signIn, madeHere } }: LoaderFunctionArgs) {
  if (!signIn) throw data<Failure>({ kind: 'not-found' }, { status: 404 });
  const { searchParams } = new URL(request.url);
  const back = ownPath(searchParams.get('back'));
  if (!signIn.person) throw redirect('/auth/sign-in');
  const page = await madeHere?.videos(MOST).catch(() => undefined);
  const videos = page?.videos ?? [];
  // After the form was sent its answer is what is shown.
  if (videos.length === 0 && !searchParams.has('sent')) throw redirect(back);
  return { name: signIn.person.name, back, videos: videos.map(cardOf) };
}

/** Takes the chosen ones along. */
export async function claimVideos({ request, context: { signIn, madeHere } }: ActionFunctionArgs) {
  const form = await request.formData();
  const back = ownPath(new URL(request.url).searchParams.get('back'));
  const ids = form.getAll('video').map(String).slice(0, MOST);
  if (!signIn?.person || !madeHere || ids.length === 0) throw redirect(back);
  try {
    // Batches hold videos of all kinds: they come along when nothing is left behind.
    const { videos } = await madeHere.videos(MOST);
    const { taken, left } = await madeHere.take(
      ids,
      videos.every(({ id }) => ids.includes(id)),
    );
    return data<ClaimAnswer>({ taken: taken.length, left: left.length });
  } catch (error) {
    if (!isApiProblem(error) && !isApiUnreachable(error)) throw error;
    const refused = (isApiProblem(error) && error.problem.detail) || words.unanswered;
    return data<ClaimAnswer>({ refused }, { status: isApiProblem(error) ? error.problem.status : 503 });
  }
}
