import { Link } from '@remix-run/react';
import { useStrings } from '../../../shared/strings/context.tsx';

/**
 * Says before the work begins whether this topic would become an outline; until that is known, and without scripts, what
 * becomes of topics. All sentences lie in one cell, so that a change moves nothing.
 */
export function OutlineAhead({ outline }: { readonly outline: boolean | undefined }) {
  const { create } = useStrings();
  const sentences = [
    [create.outlineAhead, outline === undefined, 'quiet'],
    [create.outlineOfThis, outline === true, 'ahead__outline'],
    [create.outlineNot, outline === false, 'quiet'],
  ] as const;
  return (
    <div className="ahead small" role="status">
      {sentences.map(([sentence, said, how]) => (
        <p key={sentence} className={said ? how : 'ahead__unsaid'} aria-hidden={!said}>
          {sentence}
        </p>
      ))}
      <p className="ahead__way">
        <Link className="link" to="/connections" prefetch="intent">
          {create.outlineConnect}
        </Link>
      </p>
    </div>
  );
}
