import { data } from '@remix-run/node';
import { isApiProblem, isApiUnreachable } from './api-errors.ts';

/** What an error boundary can show. A thrown Error itself never reaches the browser. */
export interface Failure {
  readonly kind: 'not-found' | 'unreachable' | 'too-many' | 'forbidden' | 'refused';
  readonly detail?: string;
  readonly retryAfterSeconds?: number;
}

/** What the API does, or an answer that the error boundary shows in words. Errors of our own go on as they are. */
export async function orFailure<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    throw data(failure, { status: statusOf(error, failure) });
  }
}

export function failureOf(error: unknown): Failure | undefined {
  if (isApiUnreachable(error)) return { kind: 'unreachable' };
  if (!isApiProblem(error)) return undefined;
  const { status, detail, title, retryAfterSeconds } = error.problem;
  if (status === 404 || status === 410) return { kind: 'not-found' };
  if (status === 403 || status === 401) return { kind: 'forbidden' };
  if (status === 429) {
    return { kind: 'too-many', ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
  }
  if (status >= 500) return { kind: 'unreachable' };
  return { kind: 'refused', detail: detail || title };
}

function statusOf(error: unknown, failure: Failure): number {
  if (isApiProblem(error) && failure.kind !== 'unreachable') return error.problem.status;
  return 503;
}
