import { useEffect, useState } from 'react';
import { onDraftNotStored } from '../../../shared/drafts/browser-drafts.ts';

/** True once this browser did not store a draft: its storage is full, or switched off. */
export function useDraftNotStored(): boolean {
  const [notStored, setNotStored] = useState(false);
  useEffect(() => {
    const stop = onDraftNotStored(() => setNotStored(true));
    return () => void stop();
  }, []);
  return notStored;
}
