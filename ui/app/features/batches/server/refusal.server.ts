import { isApiProblem, isApiUnreachable } from '../../../shared/api/api-errors.ts';
import { words } from '../model/words.ts';

/** What the API refused, as a sentence for the page. Throws what is no answer of the API. */
export function refusalOf(error: unknown): { readonly detail: string; readonly status: number } {
  if (isApiUnreachable(error)) return { detail: words.unanswered, status: 503 };
  if (!isApiProblem(error)) throw error;
  const { status, detail } = error.problem;
  if (status >= 500 || detail === '') return { detail: words.unanswered, status: 503 };
  const sentence = detail.replace(/ Nothing was made\.$/, '');
  return { detail: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`, status };
}
