import { X } from './icons.ts';
import { useEffect, useId, useRef } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { useStrings } from '../strings/context.tsx';

interface SheetProps {
  readonly title: string;
  /** Where it opens on wide screens: under the element with this id. On narrow ones it rises from the bottom. */
  readonly anchorId: string;
  /** The anchor on screens that do not show the first one. */
  readonly otherAnchorId?: string;
  readonly className?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const GAP_PX = 8;
/** The first control of the sheet's content; the close button is only focused where there is none. */
const FIRST =
  '.sheet__body > :not(.sheet__head):is(button, input):enabled, .sheet__body > :not(.sheet__head) :is(button, input, select):enabled';

/** A modal dialog of the platform: focus stays inside, Escape and a click beside it close it, focus goes back. */
export function Sheet({ title, anchorId, otherAnchorId, className = '', onClose, children }: SheetProps) {
  const { close } = useStrings();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    element.showModal();
    place(element, shown(anchorId) ?? shown(otherAnchorId));
    element.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    if (element.querySelector('.sheet__head')?.contains(document.activeElement)) {
      element.querySelector<HTMLElement>(FIRST)?.focus();
    }
    return () => element.close();
  }, [anchorId, otherAnchorId]);
  const onClick = (event: MouseEvent): void => {
    if (event.target === event.currentTarget) onClose();
  };
  return (
    <dialog
      ref={dialog}
      className={`popover sheet ${className}`}
      aria-labelledby={heading}
      onClick={onClick}
      onClose={onClose}
    >
      <div className="sheet__body">
        <div className="sheet__head">
          <h2 id={heading} className="sheet__title">
            {title}
          </h2>
          <button type="button" className="icon-button sheet__close" aria-label={close} onClick={onClose}>
            <X size={20} />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}

function shown(id: string | undefined): HTMLElement | undefined {
  const element = id === undefined ? null : document.getElementById(id);
  return element?.checkVisibility() === true ? element : undefined;
}

/** Under the anchor, or over it where there is more room; never outside the window. Styles set by script pass the policy. */
function place(dialog: HTMLDialogElement, anchor: HTMLElement | undefined): void {
  const at = anchor?.getBoundingClientRect();
  if (!at) return;
  const size = dialog.getBoundingClientRect();
  const below = innerHeight - at.bottom - 2 * GAP_PX;
  const above = at.top - 2 * GAP_PX;
  const under = size.height <= below || below >= above;
  const left = Math.max(GAP_PX, Math.min(at.left, innerWidth - size.width - GAP_PX));
  dialog.style.setProperty('--left', `${left}px`);
  dialog.style.setProperty('--most', `${under ? below : above}px`);
  dialog.style.setProperty('--top', under ? `${at.bottom + GAP_PX}px` : 'auto');
  dialog.style.setProperty('--bottom', under ? 'auto' : `${innerHeight - at.top + GAP_PX}px`);
}
