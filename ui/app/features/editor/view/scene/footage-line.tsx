import { isMoving } from '../../../../shared/drafts/scene-footage.ts';
import type { SceneFootage } from '../../../../shared/drafts/scene-footage.ts';
import { useStrings } from '../../../../shared/strings/context.tsx';

/** Whose photo or clip a scene shows, where it is from, and under which licence. */
export function FootageLine({ footage }: { readonly footage: SceneFootage }) {
  const { editor, footage: words } = useStrings();
  const { about, source } = footage;
  const kind = isMoving(footage) ? words.clip : words.photo;
  const where = editor.foundBy(kind, words.sources[source]);
  if (!about) return <p className="scene-edit__shown">{where}</p>;
  return (
    <p className="scene-edit__shown">
      <a className="text-link" href={about.pageUrl} target="_blank" rel="noreferrer">
        {where}
      </a>{' '}
      <span dir="auto">{editor.by(about.author)}</span>{' '}
      <a className="text-link" href={about.licence.url} target="_blank" rel="noreferrer">
        {words.licence(about.licence)}
      </a>
    </p>
  );
}
