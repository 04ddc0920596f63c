import { failureOf } from '../../../shared/api/failures.server.ts';
import type { CreateProblem } from '../model/problems.ts';

/** A failure of the API as a sentence on the form, with the status to answer with: what was typed stays. */
export function problemOfFailure(error: unknown): readonly [CreateProblem, number] {
  const failure = failureOf(error);
  switch (failure?.kind) {
    case undefined:
      throw error;
    case 'unreachable':
      return [{ field: 'form', kind: 'unreachable' }, 503];
    case 'too-many':
      return [{ field: 'form', kind: 'too-many' }, 429];
    default:
      return [{ field: 'form', kind: 'refused', detail: failure?.detail ?? '' }, 400];
  }
}
