import { useEffect, useState } from 'react';
import type { ComponentType } from 'react';

/**
 * A component that is fetched when it is first shown, so that the page does not wait for it; `unreachable` when it cannot
 * be. `load` must stay the same.
 */
export function useLate<P>(
  load: () => Promise<{ readonly default: ComponentType<P> }>,
): ComponentType<P> | 'unreachable' | undefined {
  const [late, setLate] = useState<ComponentType<P> | 'unreachable'>();
  useEffect(() => {
    let current = true;
    load().then(
      ({ default: Loaded }) => current && setLate(() => Loaded),
      () => current && setLate('unreachable'),
    );
    return () => {
      current = false;
    };
  }, [load]);
  return late;
}
