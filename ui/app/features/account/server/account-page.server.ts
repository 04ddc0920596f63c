import { data, redirect } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import type { Failure } from '../../../shared/api/failures.server.ts';

/** Who has signed in; who has not is sent to do so. */
export async function loadAccountPage({ context: { signIn, madeHere } }: LoaderFunctionArgs) {
  if (!signIn) throw data<Failure>({ kind: 'not-found' }, { status: 404 });
  if (!signIn.person) throw redirect('/auth/sign-in?back=/account');
  const { person, name, idleDays } = signIn;
  const here = await madeHere?.videos(1).catch(() => undefined);
  return { person, issuer: name, idleDays, hasVideosHere: (here?.videos.length ?? 0) > 0 };
}
