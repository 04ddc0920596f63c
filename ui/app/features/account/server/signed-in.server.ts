import { data, redirect } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import type { Failure } from '../../../shared/api/failures.server.ts';
import type { Person, PersonSessions, SignIn } from '../../../shared/account/account.ts';

/** The sign-in and who has signed in. Throws a redirect for who has not, and 404 where nobody signs in. */
export function signedInOr(
  { signIn }: LoaderFunctionArgs['context'],
  back: string,
): { readonly signIn: SignIn; readonly person: Person; readonly sessions: PersonSessions } {
  if (!signIn) throw data<Failure>({ kind: 'not-found' }, { status: 404 });
  const { person, sessions } = signIn;
  if (!person || !sessions) throw redirect(`/auth/sign-in?back=${encodeURIComponent(back)}`);
  return { signIn, person, sessions };
}
