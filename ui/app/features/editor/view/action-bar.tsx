import { ArrowRight, CloudOff, TriangleAlert } from '../../../shared/ui/icons.ts';
import { useOnline } from '../../../shared/connection/online.ts';
import { useStrings } from '../../../shared/strings/context.tsx';

interface ActionBarProps {
  readonly seconds: number;
  readonly scenes: number;
  readonly costUsd: number | undefined;
  /** Id of the first scene that would not look right, and how many there are. */
  readonly toCheck: { readonly first: string; readonly n: number } | undefined;
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onMake: () => void;
}

/** What comes out, and on with it: always in sight. */
export function ActionBar({ seconds, scenes, costUsd, toCheck, busy, onSave, onMake }: ActionBarProps) {
  const { editor, offline } = useStrings();
  const online = useOnline();
  return (
    <div className="action-bar">
      <div className="page action-bar__row">
        {online ? (
          <p className="action-bar__sum">
            <b className="tabular">{editor.seconds(seconds)}</b>
            <span className="action-bar__scenes">
              <span className="wide-only">{editor.count(scenes)}</span>
              {costUsd !== undefined && (
                <>
                  {', '}
                  {editor.about(costUsd)}
                </>
              )}
            </span>
          </p>
        ) : (
          <p className="action-bar__sum">
            <CloudOff size={16} /> {offline.kept}
          </p>
        )}
        {toCheck && (
          <a className="action-bar__check" href={`#${toCheck.first}`}>
            <TriangleAlert size={20} />
            <span className="wide-only">{editor.toCheck(toCheck.n)}</span>
            <span className="narrow-only">{editor.toCheckShort(toCheck.n)}</span>
          </a>
        )}
        <div className="action-bar__ways">
          <button type="button" className="button action-bar__save" onClick={onSave}>
            {editor.save}
          </button>
          <button
            type="button"
            className="button button--primary action-bar__make"
            disabled={!online}
            aria-busy={busy}
            onClick={onMake}
          >
            {busy && <span className="spinner" />}
            {busy ? editor.starting : editor.make}
            {!busy && <ArrowRight size={20} />}
          </button>
        </div>
      </div>
    </div>
  );
}
