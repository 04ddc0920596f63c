import { useStrings } from '../../../shared/strings/context.tsx';

const CARDS = [0, 1, 2, 3];

/** The editor until the browser has looked for the script, in the shape that it will have. */
export function EditorSkeleton() {
  const { editor } = useStrings();
  return (
    <div className="editor" aria-busy="true">
      <h1 className="unseen">{editor.loading}</h1>
      <div className="skeleton skeleton--line editor-skeleton__title" />
      <div className="skeleton skeleton--line editor-skeleton__sub" />
      <div className="editor__columns" aria-hidden="true">
        <div className="editor-skeleton__cards">
          {CARDS.map((card) => (
            <div key={card} className="skeleton editor-skeleton__card" />
          ))}
        </div>
      </div>
      <noscript>
        <p>{editor.noScripts}</p>
      </noscript>
    </div>
  );
}
