import { useId, useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode, RefObject, SyntheticEvent } from 'react';
import { useStrings } from '../strings/context.tsx';
import { X } from '../ui/icons.ts';
import './panel-sheet.css';

interface PanelSheetProps {
  readonly title: string;
  /** Under the title. */
  readonly detail?: ReactNode;
  readonly className?: string;
  readonly bodyClassName: string;
  /** What has the focus when it opens, as a selector. */
  readonly first: string;
  /** The field that the key `/` goes to. */
  readonly search?: RefObject<HTMLInputElement>;
  /** Buttons in the head, before the one that closes. */
  readonly ways?: ReactNode;
  /** What stays in sight under the body. */
  readonly foot: ReactNode;
  /** May prevent that Escape closes it. */
  readonly onCancel?: (event: SyntheticEvent) => void;
  readonly onDrop?: (file: File) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A large sheet whose head and foot stay in sight: a dialog of the platform, which gives the focus back. */
export function PanelSheet(props: PanelSheetProps) {
  const { title, detail, className = '', bodyClassName, first, search, ways, foot, children } = props;
  const { onCancel, onDrop, onClose } = props;
  const { close } = useStrings();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Before it is taken out of the page: a dialog that is closed then gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>(first)?.focus();
    return () => element?.close();
  }, [first]);
  const onKeyDown = (event: KeyboardEvent): void => {
    // The page behind it has keys of its own.
    event.stopPropagation();
    if (event.key !== '/' || !search || isWritten(event.target)) return;
    event.preventDefault();
    search.current?.focus();
  };
  return (
    <dialog
      ref={dialog}
      className={`panel-sheet ${className}`}
      aria-labelledby={heading}
      onClick={(event: MouseEvent) => event.target === event.currentTarget && onClose()}
      onKeyDown={onKeyDown}
      onCancel={onCancel}
      onDragOver={(event) => {
        if (!onDrop || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onDrop={(event) => {
        const [dropped] = event.dataTransfer.files;
        if (!onDrop || !dropped) return;
        event.preventDefault();
        event.stopPropagation();
        onDrop(dropped);
      }}
      onClose={onClose}
    >
      <div className="panel-sheet__head">
        <div className="panel-sheet__title">
          <h2 id={heading}>{title}</h2>
          {detail}
        </div>
        {ways}
        <button type="button" className="icon-button panel-sheet__close" aria-label={close} onClick={onClose}>
          <X size={20} />
        </button>
      </div>
      <div className={`panel-sheet__body ${bodyClassName}`}>{children}</div>
      <div className="panel-sheet__foot">{foot}</div>
    </dialog>
  );
}

/** Whether what is pressed there is text. */
function isWritten(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && ['search', 'text', 'number'].includes(target.type);
}
