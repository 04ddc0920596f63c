import type { DraftSeed } from '../../../shared/drafts/draft.ts';

/** Why a script was not made into a video. */
export interface DraftProblem {
  readonly kind: 'refused' | 'unsent' | 'unreachable' | 'too-many';
  /** Counted from 1, when it is about one scene. */
  readonly scene?: number;
  /** It is about the recording of the whole script; the detail goes on from there. */
  readonly narration?: true;
  readonly detail?: string;
}

/** What sending a script came to, when it is not a video that is being made. */
export interface DraftAnswer {
  readonly problems: readonly DraftProblem[];
  /** Sent without scripts: what the page shows again. */
  readonly seed?: DraftSeed;
}

/** The API's own sentences, each at its scene. */
export function problemsOfScript(
  errors: readonly { readonly pointer: string; readonly detail: string }[],
  detail: string,
): DraftProblem[] {
  if (errors.length === 0) return [{ kind: 'refused', detail }];
  return errors.map(({ pointer, detail: said }) => {
    const scene = /^\/script\/scenes\/(\d+)/.exec(pointer)?.[1];
    const whole = pointer === '/narration' && ({ narration: true } as const);
    return {
      ...{ kind: 'refused', detail: said },
      ...(scene !== undefined && { scene: Number(scene) + 1 }),
      ...whole,
    };
  });
}
