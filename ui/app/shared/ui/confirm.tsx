import { Form } from '@remix-run/react';
import { useEffect, useId, useRef } from 'react';
import { useHydrated } from '../browser/hydrated.ts';

interface ConfirmProps {
  readonly title: string;
  readonly detail: string;
  readonly keep: string;
  readonly go: string;
  /** What the form sends when it is confirmed. */
  readonly intent: string;
  /** Where the page is without the question, for browsers without scripts. */
  readonly back: string;
  readonly onKeep: () => void;
}

/**
 * A question before something that cannot be taken back. A modal alert dialog of the platform with the focus on the
 * safe choice; without scripts it stands open at the top of the page.
 */
export function Confirm({ title, detail, keep, go, intent, back, onKeep }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const hydrated = useHydrated();
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element || !hydrated) return;
    element.showModal();
    return () => element.close();
  }, [hydrated]);
  return (
    <dialog
      ref={dialog}
      open={!hydrated}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-detail`}
      className="popover confirm"
      onCancel={(event) => {
        event.preventDefault();
        onKeep();
      }}
    >
      <h2 id={`${id}-title`} className="confirm__title">
        {title}
      </h2>
      <p id={`${id}-detail`} className="quiet">
        {detail}
      </p>
      <Form method="post" className="confirm__choices" onSubmit={onKeep}>
        {hydrated ? (
          <button type="button" className="button" onClick={onKeep}>
            {keep}
          </button>
        ) : (
          <a className="button" href={back}>
            {keep}
          </a>
        )}
        <button className="button button--danger" name="intent" value={intent}>
          {go}
        </button>
      </Form>
    </dialog>
  );
}
