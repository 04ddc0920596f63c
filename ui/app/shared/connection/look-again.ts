import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

/** How often a page that the API did not answer for looks whether it does by now. */
export const LOOK_AGAIN_SECONDS = 3;

/** Loads the page again as soon as the API answers; asks this server, which knows, and waits while it is away itself. */
export function useLookAgain(wanted: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!wanted) return;
    const stop = new AbortController();
    const timer = setInterval(() => {
      void apiAnswers(stop.signal).then((answers) => {
        if (answers && !stop.signal.aborted) revalidate();
      });
    }, LOOK_AGAIN_SECONDS * 1000);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [wanted, revalidate]);
}

async function apiAnswers(signal: AbortSignal): Promise<boolean> {
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(LOOK_AGAIN_SECONDS * 1000)]);
    const answer = await fetch('/health', { cache: 'no-store', signal: within });
    const health = (await answer.json()) as { checks?: { api?: string } };
    return health.checks?.api !== 'unreachable';
  } catch {
    return false;
  }
}
