import type { LoaderFunctionArgs } from '@remix-run/node';
import { signedInOr } from './signed-in.server.ts';

/** Who has signed in; who has not is sent to do so. */
export async function loadAccountPage({ context }: LoaderFunctionArgs) {
  const { signIn, person } = signedInOr(context, '/account');
  const { name, idleDays } = signIn;
  const here = await context.madeHere?.videos(1).catch(() => undefined);
  return { person, issuer: name, idleDays, hasVideosHere: (here?.videos.length ?? 0) > 0 };
}
