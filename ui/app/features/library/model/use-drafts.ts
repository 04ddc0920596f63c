import { useMemo } from 'react';
import { useHydrated } from '../../../shared/browser/hydrated.ts';
import type { Draft } from '../../../shared/drafts/draft.ts';
import { allDrafts } from '../../../shared/drafts/browser-drafts.ts';

/** The drafts in this browser's storage; none on the server. */
export function useDrafts(): readonly Draft[] {
  const hydrated = useHydrated();
  return useMemo(() => (hydrated ? allDrafts() : []), [hydrated]);
}
