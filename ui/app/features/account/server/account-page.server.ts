import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { SessionJson } from '@shortfactory/contract';
import { isApiProblem, isApiUnreachable } from '../../../shared/api/api-errors.ts';
import { textOf } from '../../../shared/format/form-text.ts';
import { words } from '../model/words.ts';
import { signedInOr } from './signed-in.server.ts';

const PAGE = '/account';
/** What the form sends that ends all others. */
export const OTHERS = 'others';

export interface RefusedSession {
  readonly refused: string;
}
/** A session as its row shows it; of one that is not listed yet only the end is known. */
export type ShownSession = Pick<SessionJson, 'id' | 'endsAt'> & Partial<SessionJson>;

/** Who has signed in and where; who has not is sent to do so. */
export async function loadAccountPage({ request, context }: LoaderFunctionArgs) {
  const { signIn, person, sessions } = signedInOr(context, PAGE);
  const { name, idleDays } = signIn;
  const [listed, here] = await Promise.all([
    // The page of one's account does not fail with the list.
    sessions.list().catch(() => undefined),
    context.madeHere?.videos(1).catch(() => undefined),
  ]);
  const own: ShownSession = {
    ...listed?.find(({ id }) => id === sessions.here),
    id: sessions.here,
    endsAt: sessions.endsAt,
  };
  const others = listed?.filter(({ id }) => id !== sessions.here);
  return {
    ...{ person, issuer: name, idleDays, own, others },
    asksOthers: new URL(request.url).searchParams.has(OTHERS) && (others?.length ?? 0) > 0,
    hasVideosHere: (here?.videos.length ?? 0) > 0,
  };
}

/** Both forms of the page: one session ends, or all others. */
export async function endSessions({ request, context }: ActionFunctionArgs) {
  const { sessions } = signedInOr(context, PAGE);
  const intent = textOf(await request.formData(), 'intent');
  try {
    await (intent === OTHERS ? sessions.endOthers() : sessions.end(intent));
    return redirect(PAGE);
  } catch (error) {
    if (!isApiProblem(error) && !isApiUnreachable(error)) throw error;
    const status = isApiProblem(error) && error.problem.status < 500 ? error.problem.status : 503;
    const refused = status === 404 ? words.gone : words.unanswered;
    return data<RefusedSession>({ refused }, { status });
  }
}
