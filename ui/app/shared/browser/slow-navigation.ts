import { useNavigation } from '@remix-run/react';
import { useEffect, useState } from 'react';

/** What is quicker than this needs no skeleton: it would only flash. */
const AFTER_MS = 300;

/** The path that is being gone to, once that takes a while. */
export function useSlowNavigation(): string | undefined {
  const { location } = useNavigation();
  const to = location === undefined ? undefined : location.pathname + location.search;
  const [slow, setSlow] = useState<string>();
  useEffect(() => {
    if (to === undefined) return;
    const timer = setTimeout(() => setSlow(to), AFTER_MS);
    return () => clearTimeout(timer);
  }, [to]);
  return to !== undefined && slow === to ? location?.pathname : undefined;
}
