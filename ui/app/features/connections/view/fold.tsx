import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { ChevronDown } from './icons.ts';

/** As in fold.css. */
const WIDE = '(width >= 600px)';

interface FoldProps {
  readonly title: ReactNode;
  /** What is said of it while it is folded. */
  readonly detail: string;
  readonly open: boolean;
  readonly children: ReactNode;
}

/**
 * A section that folds in a narrow window, also without scripts; a link to something in it unfolds it. In a wide one it
 * is always unfolded: by its styles, and by this where a browser does not know those.
 */
export function Fold({ title, detail, open, children }: FoldProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const wide = window.matchMedia(WIDE);
    const fit = (): void => {
      const { current } = details;
      if (!current) return;
      if (wide.matches) current.open = true;
      // What does nothing there is no stop on the way through the page.
      current.querySelector('summary')?.setAttribute('tabindex', wide.matches ? '-1' : '0');
    };
    fit();
    wide.addEventListener('change', fit);
    return () => wide.removeEventListener('change', fit);
  }, []);
  return (
    <details className="fold" ref={details} open={open || undefined}>
      <summary className="fold__head">
        {title}
        <span className="fold__detail small">{detail}</span>
        <ChevronDown size={20} />
      </summary>
      {children}
    </details>
  );
}
