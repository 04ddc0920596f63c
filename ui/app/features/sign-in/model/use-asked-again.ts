import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

/** Loads the page's data again every so often while somebody looks at it; a hidden page asks nobody. */
export function useAskedAgain(seconds: number | undefined): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (seconds === undefined) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') revalidate();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds, revalidate]);
}
