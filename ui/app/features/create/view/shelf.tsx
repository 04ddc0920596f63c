import { Link } from '@remix-run/react';
import type { VideoCard } from '../../../shared/videos/video-card.ts';
import { dayOf, useNow } from '../../../shared/format/now.ts';
import type { Now } from '../../../shared/format/now.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import type { Strings } from '../../../shared/strings/index.ts';
import { Badge } from '../../../shared/ui/badge.tsx';
import { Bar, Frame } from '../../../shared/ui/frame.tsx';

/** The newest videos on their belt. */
export function Shelf({ videos }: { videos: readonly VideoCard[] }) {
  const strings = useStrings();
  const now = useNow();
  return (
    <section className="shelf-section" aria-labelledby="recent">
      <div className="shelf__heading">
        <h2 id="recent">{strings.create.recent}</h2>
        <Link className="link shelf__all" to="/videos" prefetch="intent">
          {strings.create.all}
        </Link>
      </div>
      <div className="line">
        <ul className="line__frames shelf">
          {videos.map((video) => (
            <li key={video.id} className="shelf__video">
              <Link to={`/videos/${video.id}`} tabIndex={-1} aria-hidden="true">
                <Frame src={video.picture} alt="" onBelt>
                  {video.state === 'making' && (
                    <>
                      <Badge kind="now">{strings.video.percent(video.percent)}</Badge>
                      <Bar className="frame__bar" percent={video.percent} />
                    </>
                  )}
                </Frame>
              </Link>
              <div className="line__below shelf__name">
                <Link to={`/videos/${video.id}`} lang={video.language} dir="auto" prefetch="intent">
                  {video.title}
                </Link>
                <p>{recentLine(video, strings, now)}</p>
              </div>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** The line under a title. */
function recentLine(card: VideoCard, { library }: Strings, now: Now): string {
  if (card.state === 'making') return library.makingNow;
  if (card.state === 'waiting') return library.waiting;
  if (card.state === 'stopped') return library.stopped;
  return library.made(card.seconds ?? 0, dayOf(card.createdMs, now));
}
