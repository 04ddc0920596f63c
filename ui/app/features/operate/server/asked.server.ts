import { data, redirect } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import type { ChangedManyJson } from '@shortfactory/contract';
import { isApiProblem, isApiUnreachable } from '../../../shared/api/api-errors.ts';
import { orFailure } from '../../../shared/api/failures.server.ts';
import type { Failure } from '../../../shared/api/failures.server.ts';
import { words } from '../model/words.ts';

/** What became of a form. */
export type Answer =
  | { readonly changed: ChangedManyJson; readonly did: 'retry' | 'cancel' }
  | { readonly ask: readonly string[] }
  | { readonly said: string }
  | { readonly refused: string };

/** What the API answers an operator. Who is none is told so, and who has not signed in may. */
export async function ofOperator<T>(
  { signIn }: LoaderFunctionArgs['context'],
  asked: Promise<T>,
  back: string,
): Promise<T> {
  try {
    return await orFailure(asked);
  } catch (thrown) {
    const status = (thrown as { init?: { status?: number } }).init?.status;
    if (status !== 401 && status !== 403) throw thrown;
    if (signIn && !signIn.person) throw redirect(`/auth/sign-in?back=${encodeURIComponent(back)}`);
    throw data<Failure>({ kind: 'refused', detail: words.notYours }, { status: 403 });
  }
}

/** A form's work, or its refusal in the API's words. */
export async function answered(work: () => Promise<Answer>) {
  try {
    return data<Answer>(await work());
  } catch (error) {
    if (!isApiProblem(error) && !isApiUnreachable(error)) throw error;
    const problem = isApiProblem(error) ? error.problem : undefined;
    const refused = (problem?.detail || words.unanswered).replace(/^\/\w+(: | )/, '');
    return data<Answer>({ refused }, { status: problem && problem.status < 500 ? problem.status : 503 });
  }
}
