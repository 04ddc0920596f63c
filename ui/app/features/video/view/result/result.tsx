import { Link } from '@remix-run/react';
import type { JobJson } from '@shortfactory/contract';
import { CloudOff, PencilLine } from '../../../../shared/ui/icons.ts';
import { languageName, took } from '../../../../shared/format/format.ts';
import { nameOf } from '../../../../shared/format/languages.ts';
import { dayOf, useNow } from '../../../../shared/format/now.ts';
import type { Options } from '../../../../shared/api/script.ts';
import { useLocale, useStrings } from '../../../../shared/strings/context.tsx';
import { elapsedSeconds } from '../../model/progress.ts';
import { words } from '../../model/words.ts';
import { Badge } from '../../../../shared/ui/badge.tsx';
import { DegradedNotice } from '../degraded-notice.tsx';
import { Downloads } from './downloads.tsx';
import { Player } from './player.tsx';
import { Post } from './post.tsx';
import { YouTubeCard } from '../youtube/youtube-card.tsx';
import type { Publishing } from '../youtube/youtube-card.tsx';
import type { PublishingRefused } from '../../server/publishing.server.ts';
import { RemoveLink } from '../remove-link.tsx';

interface ResultProps {
  readonly job: JobJson;
  readonly voices: Options['voices'];
  readonly aspectSeconds: number;
  /** Undefined where nothing can be sent. */
  readonly publishing: Publishing | undefined;
  readonly refused: PublishingRefused['youtube'] | undefined;
  readonly onDelete: () => void;
}

/** A finished video: watched, downloaded, posted, made again. */
export function Result({ job, voices, aspectSeconds, publishing, refused, onDelete }: ResultProps) {
  const { video } = useStrings();
  const output = job.outputs[0];
  const language = job.script?.language;
  return (
    <div className="result">
      {output && <Player job={job} output={output} />}
      <div className="result__details">
        <h1 lang={language} dir="auto">
          {job.title}
        </h1>
        <p className="result__summary">
          <Summary job={job} voices={voices} />
        </p>
        {job.degraded.length > 0 && <DegradedNotice job={job} />}
        {!job.mine && (
          <p className="result__foreign">
            <Badge kind="draft" icon={<CloudOff size={16} />}>
              {video.foreign}
            </Badge>
          </p>
        )}
        <h2>{video.download}</h2>
        <Downloads job={job} aspectSeconds={aspectSeconds} />
        <h2>{video.post}</h2>
        <Post job={job} />
        {publishing && <YouTubeCard videoId={job.id} publishing={publishing} refused={refused} />}
        {job.mine && (
          <div className="result__ways">
            {job.script && (
              <Link className="button" to={`/scripts/new?from=${job.id}`}>
                <PencilLine size={20} />
                {video.edit}
              </Link>
            )}
            <Link className="button" to={`/videos/${job.id}/share`}>
              {words.share}
            </Link>
            <RemoveLink onDelete={onDelete} />
            {job.script && <p className="small quiet result__hint">{video.editHint}</p>}
          </div>
        )}
      </div>
    </div>
  );
}

function Summary({ job, voices }: Pick<ResultProps, 'job' | 'voices'>) {
  const { video, create } = useStrings();
  const locale = useLocale();
  const now = useNow();
  const { imageStyle, voice } = job.settings;
  const speaker = voices.find(({ id }) => id === voice);
  const style = imageStyle ?? job.script?.imageStyle;
  const parts = [
    job.outputs[0] && video.length(job.outputs[0].seconds),
    job.script && languageName(locale, job.script.language),
    speaker && nameOf(speaker),
    style && video.styleOf(create.styles[style]),
  ];
  const made = video.made(
    dayOf(Date.parse(job.finishedAt ?? job.updatedAt), now),
    took(locale, elapsedSeconds(job, now.nowMs)),
    video.cost(job.costUsd),
  );
  return `${video.summary(parts.filter((part): part is string => typeof part === 'string'))} ${made}`;
}
