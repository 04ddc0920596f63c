import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { isSame } from '../../../../shared/drafts/scene-footage.ts';
import type { Found, SceneFootage } from '../../../../shared/drafts/scene-footage.ts';
import { Upload } from '../../../../shared/ui/icons.ts';
import { Hit } from './hit.tsx';
import { words } from './words.ts';
import './hits.css';

interface HitsProps {
  readonly items: readonly Found[];
  readonly busy: boolean;
  readonly chosen: Found | undefined;
  /** Of the other scenes, by their place. */
  readonly shown: readonly (SceneFootage | undefined)[];
  readonly onChoose: (found: Found) => void;
  readonly onUse: (found: Found) => void;
  readonly onOwn: () => void;
}

const WAITING = 9;

/** What was found as one group of choices, after a place for one's own file. */
export function Hits({ items, busy, chosen, shown, onChoose, onUse, onOwn }: HitsProps) {
  const grid = useRef<HTMLDivElement>(null);
  /** The browser's arrows go one by one; these go by rows, too. */
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const radios = [...(grid.current?.querySelectorAll<HTMLInputElement>('.hit__input') ?? [])];
    const at = radios.findIndex((radio) => radio === event.target);
    if (step === undefined || !grid.current || at < 0) return;
    event.preventDefault();
    const columns = getComputedStyle(grid.current).gridTemplateColumns.split(' ').length;
    const next = radios[at + step * columns];
    next?.focus();
    next?.click();
  };
  const usedIn = (found: Found): number | undefined => {
    const at = shown.findIndex((footage) => isSame(footage, found));
    return at < 0 ? undefined : at + 1;
  };
  return (
    <div ref={grid} className="hits" aria-busy={busy} onKeyDown={onKeyDown}>
      <button type="button" className="hit-own" onClick={onOwn}>
        <Upload size={24} />
        <span className="hit-own__name">{words.own}</span>
        <span className="micro">{words.ownDetail}</span>
      </button>
      <div className="hits__all" role="radiogroup" aria-label={words.results}>
        {items.map((found, index) => (
          <Hit
            key={`${found.source} ${found.id}`}
            found={found}
            n={index + 1}
            of={items.length}
            usedIn={usedIn(found)}
            isChosen={isSame(chosen, found)}
            onChoose={() => onChoose(found)}
            onUse={() => onUse(found)}
          />
        ))}
      </div>
      {busy &&
        Array.from({ length: WAITING }, (_, index) => <span key={index} className="hit__art skeleton" />)}
    </div>
  );
}
