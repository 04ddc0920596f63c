import { useBlocker } from '@remix-run/react';
import type { Location } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { checkConnection, isOnline } from './online.ts';
import { hasScriptsFor, loadScriptsFor } from './page-scripts.ts';

/**
 * Keeps a page while the server cannot be reached. Going to another page first has the connection checked: it is gone
 * to when the server answers, and otherwise this page stays and `true` is given until the connection is back. Links
 * that load a document are checked always, because a failed one ends in the browser's own error page. A page whose
 * scripts are gone, after a rollout, is loaded whole.
 */
export function usePageGuard(online: boolean): boolean {
  const [refused, setRefused] = useState(false);
  const [before, setBefore] = useState(online);
  if (before !== online) {
    setBefore(online);
    setRefused(false);
  }
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      !hasScriptsFor(nextLocation) || (!online && addressOf(currentLocation) !== addressOf(nextLocation)),
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    const go = async (): Promise<void> => {
      const way = await wayTo(blocker.location);
      if (way === 'scripts') return blocker.proceed();
      if (way === 'document') return location.assign(addressOf(blocker.location));
      blocker.reset();
      setRefused(true);
    };
    void go();
  }, [blocker]);

  useEffect(() => {
    const onClick = (event: MouseEvent): void => {
      const link = documentLinkOf(event);
      if (!link) return;
      event.preventDefault();
      void checkConnection().then((answered) => {
        if (answered) location.assign(link.href);
        else setRefused(true);
      });
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, []);
  return refused;
}

/** How another page can be gone to now: by its scripts, as a document of the build that has its own, or not at all. */
async function wayTo(page: Location): Promise<'scripts' | 'document' | undefined> {
  const scripts = await loadScriptsFor(page);
  if (scripts && isOnline()) return 'scripts';
  if (!(await checkConnection())) return undefined;
  return scripts ? 'scripts' : 'document';
}

function addressOf({ pathname, search }: { pathname: string; search: string }): string {
  return pathname + search;
}

/** A link that the click would load a page of ours by; the router and the page's own handlers have been before. */
function documentLinkOf(event: MouseEvent): HTMLAnchorElement | undefined {
  if (event.defaultPrevented || event.button !== 0) return undefined;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.target !== '' || link.hasAttribute('download') || !link.hasAttribute('href'))
    return undefined;
  if (link.origin !== location.origin || link.pathname.startsWith('/api/')) return undefined;
  const sameDocument =
    link.hash !== '' && link.pathname === location.pathname && link.search === location.search;
  return sameDocument ? undefined : link;
}
