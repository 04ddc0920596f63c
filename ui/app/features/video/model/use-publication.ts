import type { PublicationJson, PublicationListJson } from '@shortfactory/contract';
import { useEffect, useState } from 'react';

const ASK_EVERY_MS = 2_000;

/** Whether it is on its way. */
export function isOnItsWay(publication: PublicationJson | undefined): boolean {
  return publication?.state === 'waiting' || publication?.state === 'sending';
}

/** A publication as it was loaded, and while it is on its way as the server has it. */
export function usePublication(loaded: PublicationJson | undefined): PublicationJson | undefined {
  const [asked, setAsked] = useState<PublicationJson>();
  // What was loaded anew after a form is newer than what was asked for before.
  const [before, setBefore] = useState(loaded);
  if (before !== loaded) {
    setBefore(loaded);
    setAsked(undefined);
  }
  const shown = asked ?? loaded;
  const video = isOnItsWay(shown) ? shown?.video : undefined;
  useEffect(() => {
    if (video === undefined) return;
    const over = new AbortController();
    const timer = setInterval(() => {
      fetch(`/api/videos/${encodeURIComponent(video)}/publications`, {
        cache: 'no-store',
        signal: over.signal,
      })
        .then((answer) => (answer.ok ? (answer.json() as Promise<PublicationListJson>) : undefined))
        .then((list) => list?.publications[0] && setAsked(list.publications[0]))
        // Asked again in a moment.
        .catch(() => undefined);
    }, ASK_EVERY_MS);
    return () => {
      clearInterval(timer);
      over.abort();
    };
  }, [video]);
  return shown;
}
