import { Link } from '@remix-run/react';
import { currentPicture } from '../../../shared/drafts/draft.ts';
import type { Draft } from '../../../shared/drafts/draft.ts';
import { plannedSeconds } from '../../../shared/format/length.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { Badge } from '../../../shared/ui/badge.tsx';
import { Frame } from '../../../shared/ui/frame.tsx';
import { Pencil, TextAlignStart } from '../../../shared/ui/icons.ts';

/** One script that was begun in this browser. */
export function DraftCard({ draft }: { draft: Draft }) {
  const { library, editor } = useStrings();
  const to = `/scripts/${draft.id}`;
  const seconds = plannedSeconds(
    draft.scenes.map(({ narration }) => narration),
    draft.settings.language,
  );
  const picture = draft.scenes
    .map((scene) => currentPicture(scene, draft.settings.imageStyle))
    .find((each) => each !== undefined);
  return (
    <li className="video-card">
      <Link to={to} tabIndex={-1} aria-hidden="true">
        <Frame src={picture?.url} alt="">
          {!picture && <TextAlignStart size={24} />}
          <Badge kind="draft" icon={<Pencil size={16} />}>
            {library.draft}
          </Badge>
        </Frame>
      </Link>
      <Link className="video-card__title" to={to} lang={draft.settings.language} dir="auto">
        {draft.title === '' ? editor.title : draft.title}
      </Link>
      <p className="video-card__line">{library.draftIs(draft.scenes.length, seconds)}</p>
    </li>
  );
}
