import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData, useNavigate, useSearchParams } from '@remix-run/react';
import { useState } from 'react';
import { isUnsent } from '../../../shared/connection/keep-page.ts';
import type { Unsent } from '../../../shared/connection/keep-page.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { DEFAULT_LOCALE, stringsOf } from '../../../shared/strings/index.ts';
import { CircleAlert } from '../../../shared/ui/icons.ts';
import { announcement, drawn } from '../model/progress.ts';
import { isOver, useLiveJob } from '../model/use-live-job.ts';
import type { PublishingRefused } from '../server/publishing.server.ts';
import type { loadVideoPage } from '../server/video-page.server.ts';
import { Confirm } from '../../../shared/ui/confirm.tsx';
import { Making } from './making/making.tsx';
import { Result } from './result/result.tsx';

/** A video: while it is made, where it stopped, or finished; and the question before it is stopped or deleted. */
export function VideoPage() {
  const { job: loaded, voices, aspectSeconds, formKey, publishing } = useLoaderData<typeof loadVideoPage>();
  const strings = useStrings();
  const { video } = strings;
  const { job, lost } = useLiveJob(loaded);
  const [watchedFrom] = useState({ id: loaded.id, status: loaded.status });
  const watched = watchedFrom.id === job.id && watchedFrom.status !== job.status;
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(query.get('ask'));
  const keep = (): void => {
    setAsking(null);
    if (query.has('ask')) navigate(`/videos/${job.id}`, { replace: true, preventScrollReset: true });
  };
  const answer = useActionData<Unsent | PublishingRefused>();
  const unsent = isUnsent(answer);
  const going = !isOver(job);
  return (
    <>
      <p className="unseen" role="status">
        {watched || going ? announcement(job, strings) : ''}
      </p>
      {unsent && (
        <p className="unsent" role="alert">
          <CircleAlert size={20} />
          {video.unsent}
        </p>
      )}
      {asking === 'stop' && going && (
        <Confirm
          title={video.stop.title}
          detail={video.stop.kept(drawn(job), job.script !== undefined)}
          keep={video.stop.keep}
          go={video.stop.stop}
          intent="stop"
          back={`/videos/${job.id}`}
          onKeep={keep}
        />
      )}
      {asking === 'remove' && !going && (
        <Confirm
          title={video.removeTitle}
          detail={job.status === 'done' ? video.removeDetail : video.removeStopped}
          keep={video.removeKeep}
          go={video.removeYes}
          intent="remove"
          back={`/videos/${job.id}`}
          onKeep={keep}
        />
      )}
      {job.status === 'done' ? (
        <Result
          job={job}
          voices={voices}
          aspectSeconds={aspectSeconds}
          publishing={publishing}
          refused={answer && 'youtube' in answer ? answer.youtube : undefined}
          onDelete={() => setAsking('remove')}
        />
      ) : (
        <Making
          job={job}
          lost={lost}
          watched={watched}
          formKey={formKey}
          onStop={() => setAsking('stop')}
          onDelete={() => setAsking('remove')}
        />
      )}
    </>
  );
}

export const videoMeta: MetaFunction<typeof loadVideoPage> = ({ data: page }) => {
  const { errors, video } = stringsOf(DEFAULT_LOCALE);
  if (!page) return [{ title: errors.title(video.gone) }];
  const { job } = page;
  const percent = job.status === 'running' ? `${video.percent(Math.round(job.percent))} · ` : '';
  return [{ title: `${percent}${errors.title(job.title)}` }];
};
