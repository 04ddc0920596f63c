import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useState } from 'react';
import { DEFAULT_LOCALE, stringsOf } from '../../../shared/strings/index.ts';
import { Frame } from '../../../shared/ui/frame.tsx';
import type { VideoCard } from '../../../shared/videos/video-card.ts';
import { words } from '../model/words.ts';
import type { ClaimAnswer, loadClaimPage } from '../server/claim-page.server.ts';
import { StateBadge } from './state-badge.tsx';

/** Asks whoever has just signed in about what this browser made before; the same with and without scripts. */
export function ClaimPage() {
  const { name, back, videos } = useLoaderData<typeof loadClaimPage>();
  const answer = useActionData<ClaimAnswer | { unsent: true }>();
  if (answer && 'taken' in answer) return <Taken {...answer} back={back} />;
  return (
    <div className="claim">
      <h1>{words.claimTitle(videos.length)}</h1>
      <p className="sign-in__lead claim__lead">{words.claimLead(name)}</p>
      {answer && (
        <p className="field-error" role="alert">
          {'refused' in answer ? answer.refused : words.unanswered}
        </p>
      )}
      <Choice videos={videos} back={back} />
    </div>
  );
}

function Choice({ videos, back }: { readonly videos: readonly VideoCard[]; readonly back: string }) {
  const [count, setCount] = useState(videos.length);
  const sending = useNavigation().state === 'submitting';
  const action = `/auth/claim?${new URLSearchParams({ back, sent: '1' })}`;
  return (
    <Form
      method="post"
      action={action}
      onChange={(event) => setCount(new FormData(event.currentTarget).getAll('video').length)}
    >
      <div className="line">
        <ul className="line__frames claim__frames" aria-label={words.frames}>
          {videos.map((video) => (
            <Choosable key={video.id} video={video} />
          ))}
        </ul>
      </div>
      <div className="claim__ways">
        <button className="button button--primary button--large" disabled={count === 0} aria-busy={sending}>
          {sending && <span className="spinner" />}
          {sending ? words.taking : words.take(count)}
        </button>
        <a className="button button--quiet" href={back}>
          {words.leave}
        </a>
        <p className="small quiet">{words.claimNote}</p>
      </div>
    </Form>
  );
}

function Choosable({ video }: { readonly video: VideoCard }) {
  return (
    <li>
      <label className="claim__video">
        <input
          className="claim__box"
          type="checkbox"
          name="video"
          value={video.id}
          defaultChecked
          aria-label={words.takeOne(video.title)}
        />
        <Frame src={video.picture} alt="" onBelt>
          <StateBadge video={video} />
        </Frame>
        <span className="line__below claim__name" lang={video.language} dir="auto" aria-hidden="true">
          {video.title}
        </span>
      </label>
    </li>
  );
}

function Taken({
  taken,
  left,
  back,
}: {
  readonly taken: number;
  readonly left: number;
  readonly back: string;
}) {
  return (
    <div className="claim" role="status">
      <h1>{words.taken(taken)}</h1>
      {left > 0 && <p className="sign-in__lead">{words.left(left)}</p>}
      <p className="claim__ways">
        <a className="button button--primary button--large" href={back}>
          {words.on}
        </a>
      </p>
    </div>
  );
}

export const claimMeta: MetaFunction = () => [
  { title: stringsOf(DEFAULT_LOCALE).errors.title(words.frames) },
];
