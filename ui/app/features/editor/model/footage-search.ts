import type { FootageJson, ProblemJson } from '@shortfactory/contract';
import type { Found } from '../../../shared/drafts/scene-footage.ts';

export interface FootageWords {
  readonly q: string;
  readonly kind: Found['kind'];
  readonly language: string;
  /** Empty for any. */
  readonly orientation: '' | 'portrait' | 'square' | 'landscape';
  /** Empty for the first one that has any. */
  readonly source: Found['source'] | '';
}

/** A search that came to nothing, in the API's sentence where it gave one. */
export class SearchFailed extends Error {
  override readonly name = 'SearchFailed';
}

/** One page of what is found. Throws SearchFailed, or the signal's reason. */
export async function askFootage(
  { q, kind, language, orientation, source }: FootageWords,
  page: number,
  signal: AbortSignal,
): Promise<FootageJson> {
  const query = new URLSearchParams({
    ...{ q, kind, language },
    ...(orientation !== '' && { orientation }),
    ...(source !== '' && { source }),
    ...(page > 1 && { page: String(page) }),
  });
  let answer: Response;
  try {
    answer = await fetch(`/api/footage?${query}`, { signal });
    if (answer.ok) return (await answer.json()) as FootageJson;
  } catch {
    signal.throwIfAborted();
    throw new SearchFailed('');
  }
  const { detail = '' } = (await answer.json().catch(() => ({}))) as Partial<ProblemJson>;
  throw new SearchFailed(answer.status === 429 ? detail : '');
}
