import { useLocation } from '@remix-run/react';
import { useEffect } from 'react';

/** Of the page that is shown; outlives the layout, which is another one around an error. */
let shown: string | undefined;

/**
 * Sends focus to the heading of a page that was gone to within the site, as a browser does not: readers hear where they
 * are, and Tab goes on from there. Not for a page that was loaded, nor where only the query or a place in the page changed.
 */
export function useFocusOnHeading(): void {
  const { pathname } = useLocation();
  useEffect(() => {
    const before = shown;
    shown = pathname;
    if (before === undefined || before === pathname) return;
    const heading = document.querySelector<HTMLElement>('#main h1');
    if (!heading) return;
    heading.tabIndex = -1;
    // Where the page is scrolled to is decided by others.
    heading.focus({ preventScroll: true });
  }, [pathname]);
}
