import { useStrings } from '../../../shared/strings/context.tsx';
import { Refused } from '../../../shared/ui/refused.tsx';
import { shortId } from '../model/figures.ts';
import { words } from '../model/words.ts';
import type { Answer } from '../server/asked.server.ts';

/** What became of the last form. */
export function Said({ answer }: { readonly answer: Answer | { readonly unsent: true } | undefined }) {
  const { offline } = useStrings();
  if (!answer || 'ask' in answer) return null;
  if ('unsent' in answer) return <Refused>{offline.refused(false)}</Refused>;
  if ('refused' in answer) return <Refused>{answer.refused}</Refused>;
  if ('said' in answer)
    return (
      <p className="operate__said" role="status">
        {answer.said}
      </p>
    );
  const { changed, did } = answer;
  return (
    <div className="operate__said" role="status">
      <p>
        {words.changed(did, changed.done.length, changed.refused.length)} {changed.more && words.more}
      </p>
      {changed.refused.length > 0 && (
        <ul className="small">
          {changed.refused.map(({ id, why }) => (
            <li key={id}>
              <bdi>{shortId(id)}</bdi>: {why}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
