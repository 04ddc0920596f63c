import { useRevalidator } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useHydrated } from '../../../shared/browser/hydrated.ts';
import { clock } from '../model/figures.ts';
import { words } from '../model/words.ts';

const EVERY_MS = 10_000;

/** Loads the figures anew while the page is looked at and nobody holds it. */
export function Live({ at }: { readonly at: string }) {
  const [held, setHeld] = useState(false);
  const { revalidate, state } = useRevalidator();
  const hydrated = useHydrated();
  useEffect(() => {
    if (held) return;
    const timer = setInterval(() => {
      if (!document.hidden && state === 'idle') void revalidate();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [held, revalidate, state]);
  return (
    <p className="operate__live">
      <span className="tabular">{held ? words.held(clock(at)) : words.of(clock(at))}</span>
      {hydrated && (
        <button type="button" className="button button--small" onClick={() => setHeld(!held)}>
          {held ? words.goOn : words.pause}
        </button>
      )}
    </p>
  );
}
