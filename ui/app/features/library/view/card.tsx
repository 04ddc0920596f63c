import { Link } from '@remix-run/react';
import { Check, CircleAlert, CloudOff, Pencil, TextAlignStart } from '../../../shared/ui/icons.ts';
import type { Draft } from '../../../shared/drafts/draft.ts';
import { currentPicture } from '../../../shared/drafts/draft.ts';
import { libraryLine } from '../../../shared/videos/video-card.ts';
import type { VideoCard } from '../../../shared/videos/video-card.ts';
import { plannedSeconds } from '../../../shared/format/length.ts';
import { useNow } from '../../../shared/format/now.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { Badge } from '../../../shared/ui/badge.tsx';
import { Bar, Frame } from '../../../shared/ui/frame.tsx';

/** One video of the library: its poster, its state in words, its title. */
export function Card({ video, eager }: { video: VideoCard; eager: boolean }) {
  const strings = useStrings();
  const now = useNow();
  const to = `/videos/${video.id}`;
  return (
    <li className="video-card">
      <Link to={to} tabIndex={-1} aria-hidden="true">
        <Frame src={video.picture} alt="" lazy={!eager} faded={video.state === 'stopped'}>
          <State video={video} />
          {video.state === 'making' && <Bar className="frame__bar" percent={video.percent} />}
        </Frame>
      </Link>
      <Link className="video-card__title" to={to} lang={video.language} dir="auto" prefetch="intent">
        {video.title}
      </Link>
      <p className="video-card__line">{libraryLine(video, strings, now)}</p>
    </li>
  );
}

function State({ video }: { video: VideoCard }) {
  const { library } = useStrings();
  switch (video.state) {
    case 'waiting':
      return <Badge kind="now">{library.waiting}</Badge>;
    case 'making':
      return <Badge kind="now">{library.making(video.percent)}</Badge>;
    case 'stopped':
      return (
        <Badge kind="stopped" icon={<CircleAlert size={16} />}>
          {library.stopped}
        </Badge>
      );
    case 'ready':
      return video.drawnOffline > 0 ? (
        <Badge kind="warn" icon={<CloudOff size={16} />}>
          {library.offline(video.drawnOffline)}
        </Badge>
      ) : (
        <Badge kind="ready" icon={<Check size={16} />}>
          {library.length(video.seconds ?? 0)}
        </Badge>
      );
  }
}

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
