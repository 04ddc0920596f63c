import { useMemo } from 'react';
import { useHydrated } from '../hydrated.ts';
import type { Draft } from './draft.ts';
import { allDrafts } from './kept-drafts.ts';

/** The drafts that this browser keeps; none on the server. */
export function useDrafts(): readonly Draft[] {
  const hydrated = useHydrated();
  return useMemo(() => (hydrated ? allDrafts() : []), [hydrated]);
}
