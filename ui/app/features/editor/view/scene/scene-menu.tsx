import { ArrowDown, ArrowUp, Copy, Ellipsis, Plus, Trash2 } from '../../../../shared/ui/icons.ts';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useStrings } from '../../../../shared/strings/context.tsx';
import { Sheet } from '../../../../shared/ui/sheet.tsx';

export interface SceneActions {
  move(to: number): void;
  duplicate(): void;
  addAfter(): void;
  remove(): void;
}

interface SceneMenuProps {
  readonly id: string;
  readonly n: number;
  readonly of: number;
  readonly actions: SceneActions;
}

export function SceneMenu({ id, n, of, actions }: SceneMenuProps) {
  const { editor } = useStrings();
  const [open, setOpen] = useState(false);
  const item = (icon: ReactNode, words: string, act: () => void, off = false, danger = false) => (
    <button
      type="button"
      className={`menu__item${danger ? ' menu__item--danger' : ''}`}
      disabled={off}
      onClick={() => {
        setOpen(false);
        act();
      }}
    >
      {icon}
      {words}
    </button>
  );
  return (
    <>
      <button
        type="button"
        id={id}
        className="scene-edit__more"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={editor.more(n)}
        onClick={() => setOpen(true)}
      >
        <Ellipsis size={20} />
      </button>
      {open && (
        <Sheet title={editor.more(n)} anchorId={id} className="menu" onClose={() => setOpen(false)}>
          {item(<ArrowUp size={20} />, editor.menu.up, () => actions.move(n - 2), n === 1)}
          {item(<ArrowDown size={20} />, editor.menu.down, () => actions.move(n), n === of)}
          {item(<Copy size={20} />, editor.menu.duplicate, actions.duplicate)}
          {item(<Plus size={20} />, editor.menu.after, actions.addAfter)}
          {item(<Trash2 size={20} />, editor.menu.remove, actions.remove, of === 1, true)}
        </Sheet>
      )}
    </>
  );
}
