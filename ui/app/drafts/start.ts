import { useNavigate } from '@remix-run/react';
import { useCallback } from 'react';
import { draftFrom } from './draft.ts';
import type { DraftSeed } from './draft.ts';
import { keptDraft } from './kept-drafts.ts';

/** Keeps a new draft in this browser and opens it. */
export function useStartDraft(): (seed: DraftSeed, options?: { replace: boolean }) => void {
  const navigate = useNavigate();
  return useCallback(
    (seed, options) => {
      const draft = draftFrom(seed, Date.now());
      keptDraft(draft.id).set(draft);
      navigate(`/scripts/${draft.id}`, options);
    },
    [navigate],
  );
}
