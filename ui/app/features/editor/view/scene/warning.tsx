import { PencilLine, Scissors, TriangleAlert } from '../../../../shared/ui/icons.ts';
import type { ReactNode } from 'react';

interface WarningProps {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly fix:
    { readonly words: string; readonly icon: 'split' | 'write'; readonly act: () => void } | undefined;
  readonly keep: { readonly words: string; readonly act: () => void } | undefined;
  readonly children?: ReactNode;
}

/** Why a scene would not look right, one way to correct it, one to leave it. */
export function Warning({ id, title, detail, fix, keep }: WarningProps) {
  return (
    <div id={id} className="warning">
      <p className="warning__title">
        <TriangleAlert size={20} />
        {title}
      </p>
      <p className="warning__detail">{detail}</p>
      {(fix ?? keep) && (
        <div className="warning__ways">
          {fix && (
            <button type="button" className="button button--small" onClick={fix.act}>
              {fix.icon === 'split' ? <Scissors size={16} /> : <PencilLine size={16} />}
              {fix.words}
            </button>
          )}
          {keep && (
            <button type="button" className="button button--quiet warning__keep" onClick={keep.act}>
              {keep.words}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
