import type { ReactNode } from 'react';
import { CircleAlert } from './icons.ts';

interface RefusedProps {
  readonly id?: string;
  readonly children: ReactNode;
}

/** Why something was not done. */
export function Refused({ id, children }: RefusedProps) {
  return (
    <p className="field-error" id={id} role="alert">
      <CircleAlert className="field-error__icon" size={20} />
      <span>{children}</span>
    </p>
  );
}
