import { useNavigate } from '@remix-run/react';
import { useCallback } from 'react';
import { draftFrom } from './draft.ts';
import type { DraftSeed } from './draft.ts';
import { withDrawn } from './drawn-pictures.ts';
import { allDrafts, draftInBrowser } from './browser-drafts.ts';

/** Stores a new draft in this browser and opens it; the one that was begun for the same video, if there is one. */
export function useStartDraft(): (seed: DraftSeed, options?: { replace?: boolean; query?: string }) => void {
  const navigate = useNavigate();
  return useCallback(
    (seed, options) => {
      // What was changed in a video's script before is not begun anew.
      const begun = seed.from === undefined ? undefined : allDrafts().find(({ from }) => from === seed.from);
      const draft = begun ?? draftFrom(withDrawn(seed), Date.now());
      if (!begun) draftInBrowser(draft.id).set(draft);
      navigate(`/scripts/${draft.id}${options?.query ?? ''}`, { replace: options?.replace ?? false });
    },
    [navigate],
  );
}
