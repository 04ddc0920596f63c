import type { DraftSeed } from '../../../shared/drafts/draft.ts';
import type { CreateValues } from './fields.ts';
import type { CreateProblem } from './problems.ts';

/** What sending the Create form came to, when it is not a video that is being made. */
export type CreateAnswer =
  | { readonly problems: readonly CreateProblem[]; readonly values: CreateValues }
  | { readonly draft: DraftSeed };
