import { CircleAlert } from '../../../shared/ui/icons.ts';
import { useEffect, useRef } from 'react';
import type { MouseEvent } from 'react';
import { useStrings } from '../../../shared/strings/context.tsx';

export interface SummaryLine {
  /** Id of the field that the line leads to. */
  readonly target: string;
  readonly words: string;
}

/** What needs a change, before the form, with a way to each field. Focus comes here after a form was refused. */
export function ErrorSummary({ lines, at }: { lines: readonly SummaryLine[]; at: unknown }) {
  const { errors } = useStrings().create;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [at]);
  const last = lines.length - 1;
  const go = (event: MouseEvent, target: string): void => {
    event.preventDefault();
    document.getElementById(target)?.focus();
  };
  return (
    <div ref={box} className="notice notice--stopped error-summary" role="alert" tabIndex={-1}>
      <CircleAlert className="notice__icon" size={24} />
      <div className="notice__words">
        <h2 className="notice__title">{errors.heading(lines.length)}</h2>
        <p>
          {lines.map(({ target, words }, index) => (
            <span key={target + words}>
              {index > 0 && (index === last ? errors.last : errors.between)}
              <a className="text-link" href={`#${target}`} onClick={(event) => go(event, target)}>
                {index === 0 ? words.charAt(0).toUpperCase() + words.slice(1) : words}
              </a>
            </span>
          ))}
          .
        </p>
      </div>
    </div>
  );
}
