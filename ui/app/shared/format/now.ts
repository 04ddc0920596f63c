import { useRouteLoaderData } from '@remix-run/react';
import type { Now } from '../videos/video-card.ts';
import type { loader } from '../../root.tsx';
import { DEFAULT_LOCALE } from '../strings/index.ts';

/** When and where the page was made: the same on the server and in the browser, so that both say "yesterday". */
export function useNow(): Now {
  const page = useRouteLoaderData<typeof loader>('root');
  return {
    nowMs: page?.nowMs ?? 0,
    timeZone: page?.timeZone ?? 'UTC',
    locale: page?.locale ?? DEFAULT_LOCALE,
  };
}
