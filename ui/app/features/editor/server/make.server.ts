import type { VideoRequestJson } from '@shortfactory/contract';
import { isApiProblem } from '../../../shared/api/api-errors.ts';
import type { VisitorApi } from '../../../shared/api/api.server.ts';
import { failureOf } from '../../../shared/api/failures.server.ts';
import { keyFor } from '../../../shared/api/idempotency-key.server.ts';
import { problemsOfScript } from '../model/problems.ts';
import type { DraftProblem } from '../model/problems.ts';

/** Makes a video of a script and answers with its id, or with why not and the status to say it with. */
export async function makeFromScript(
  request: VideoRequestJson,
  api: VisitorApi,
  key: string,
): Promise<
  { readonly id: string } | { readonly problems: readonly DraftProblem[]; readonly status: number }
> {
  try {
    return { id: (await api.createVideo(request, keyFor(key, request))).id };
  } catch (error) {
    return refusedBy(error);
  }
}

/** Why the API did not take what was sent, and the status to say it with. Throws what is no answer of it. */
export function refusedBy(error: unknown): {
  readonly problems: readonly DraftProblem[];
  readonly status: number;
} {
  if (isApiProblem(error) && [400, 422].includes(error.problem.status)) {
    return { problems: problemsOfScript(error.problem.errors ?? [], error.message), status: 400 };
  }
  const failure = failureOf(error);
  if (!failure) throw error;
  if (failure.kind === 'unreachable') return { problems: [{ kind: 'unreachable' }], status: 503 };
  if (failure.kind === 'too-many') return { problems: [{ kind: 'too-many' }], status: 429 };
  return { problems: [{ kind: 'refused', detail: failure.detail ?? '' }], status: 400 };
}

/** A request as the editor's scripts sent it; the API looks at what is in it. Undefined when it is not JSON. */
export function sentRequest(text: string): VideoRequestJson | undefined {
  try {
    return JSON.parse(text) as VideoRequestJson;
  } catch {
    return undefined;
  }
}
