import { Link } from '@remix-run/react';
import { dayOf, useNow } from '../../../shared/format/now.ts';
import type { Now } from '../../../shared/format/now.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import type { Strings } from '../../../shared/strings/index.ts';
import { Badge } from '../../../shared/ui/badge.tsx';
import { Bar, Frame } from '../../../shared/ui/frame.tsx';
import { Check, CircleAlert, CloudOff } from '../../../shared/ui/icons.ts';
import type { VideoCard } from '../../../shared/videos/video-card.ts';

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

/** The line under a title. */
function libraryLine(card: VideoCard, { library }: Strings, now: Now): string {
  const made = dayOf(card.createdMs, now);
  if (card.state === 'making')
    return card.etaSeconds === undefined ? library.makingNow : library.left(card.etaSeconds);
  if (card.state === 'waiting') return library.waiting;
  if (card.state === 'stopped') return card.reason ?? library.stopped;
  return card.drawnOffline > 0 ? library.made(card.seconds ?? 0, made) : library.ready(made);
}
