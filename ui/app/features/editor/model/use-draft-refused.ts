import { useEffect, useState } from 'react';
import { onDraftRefused } from '../../../shared/drafts/browser-drafts.ts';

/** True once this browser would not keep a draft: it is full, or keeping is switched off. */
export function useDraftRefused(): boolean {
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const stop = onDraftRefused(() => setRefused(true));
    return () => void stop();
  }, []);
  return refused;
}
