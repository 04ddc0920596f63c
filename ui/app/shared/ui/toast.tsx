import { Check } from './icons.ts';
import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import type { ReactNode } from 'react';

const SHOWN_MS = 4_000;

interface Said {
  readonly words: string;
  /** The same words twice are said twice. */
  readonly at: number;
  readonly action?: { readonly label: string; readonly onClick: () => void };
}
type Say = (words: string, action?: Said['action']) => void;

const ToastContext = createContext<Say>(() => undefined);

/** Says something in passing: four seconds at the bottom of the page, and to screen readers. */
export function useToast(): Say {
  return useContext(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<Said>();
  const say = useCallback<Say>(
    (words, action) => setSaid({ words, at: Date.now(), ...(action && { action }) }),
    [],
  );
  useEffect(() => {
    if (!said) return;
    // With something to press there has to be time to reach it.
    const timer = setTimeout(() => setSaid(undefined), said.action ? 2 * SHOWN_MS : SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <ToastContext.Provider value={say}>
      {children}
      <div className="toast-place" role="status" aria-live="polite">
        {said && (
          <div key={said.at} className="toast">
            <Check size={16} />
            <span>{said.words}</span>
            {said.action && (
              <button
                type="button"
                className="link toast__action"
                onClick={() => {
                  said.action?.onClick();
                  setSaid(undefined);
                }}
              >
                {said.action.label}
              </button>
            )}
          </div>
        )}
      </div>
    </ToastContext.Provider>
  );
}
