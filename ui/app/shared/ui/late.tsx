import { useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';

interface LateProps<P> {
  /** Always the same function. */
  readonly load: () => Promise<{ readonly default: ComponentType<P> }>;
  readonly with: P;
  /** What is shown when it cannot be fetched. */
  readonly otherwise?: ReactNode;
  /** Always the same function, too. */
  readonly onUnreachable?: () => void;
}

/** A component that is fetched when it is first shown: the page does not wait for it. */
export function Late<P extends object>({ load, with: props, otherwise, onUnreachable }: LateProps<P>) {
  const [Loaded, setLoaded] = useState<ComponentType<P> | 'unreachable'>();
  useEffect(() => {
    let current = true;
    load().then(
      (module) => current && setLoaded(() => module.default),
      () => {
        if (!current) return;
        setLoaded('unreachable');
        onUnreachable?.();
      },
    );
    return () => {
      current = false;
    };
  }, [load, onUnreachable]);
  if (Loaded === 'unreachable') return otherwise;
  return Loaded ? <Loaded {...props} /> : null;
}
