import { Link } from '@remix-run/react';
import type { JobJson } from '@shortfactory/contract';
import { OctagonAlert } from '../../../../shared/ui/icons.ts';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { clock } from '../../../../shared/format/format.ts';
import { useNow } from '../../../../shared/format/now.ts';
import { useStrings } from '../../../../shared/strings/context.tsx';
import { doing, elapsedSeconds } from '../../model/progress.ts';
import type { Lost } from '../../model/use-live-job.ts';
import { useSeconds } from '../../../../shared/browser/use-seconds.ts';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { DegradedNotice } from '../degraded-notice.tsx';
import { Reconnecting } from './reconnecting.tsx';
import { Scenes } from './scenes.tsx';
import { Stages } from './stages.tsx';
import { StoppedWays } from './stopped-ways.tsx';
import { Support } from './support.tsx';

interface MakingProps {
  readonly job: JobJson;
  /** Set while the server is not heard: what is shown is of then. */
  readonly lost: Lost;
  /** When the job was loaded with the page it is shown as it is; a change after that is announced. */
  readonly watched: boolean;
  readonly formKey: string;
  readonly onStop: () => void;
  readonly onDelete: () => void;
}

/** A video on its way, or where it stopped. */
export function Making({ job, lost, watched, formKey, onStop, onDelete }: MakingProps) {
  const strings = useStrings();
  const { video } = strings;
  const going = job.status === 'queued' || job.status === 'running';
  const ways = job.mine ? <StoppedWays job={job} formKey={formKey} onDelete={onDelete} /> : undefined;
  return (
    <div className={`making${lost ? ' making--lost' : ''}`}>
      <h1 lang={job.script?.language ?? job.settings.language} dir="auto">
        {job.title}
      </h1>
      <Doing job={job} />
      <div className="clock">
        <p
          className="clock__percent"
          role="progressbar"
          aria-label={video.progress}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(job.percent)}
        >
          {Math.round(job.percent)}
          <span className="clock__sign">%</span>
        </p>
        <Times job={job} going={going} />
        {going && job.mine && (
          <a
            className="button clock__stop"
            href="?ask=stop"
            onClick={(event) => {
              event.preventDefault();
              onStop();
            }}
          >
            {video.cancel}
          </a>
        )}
      </div>
      {job.status === 'failed' && <Failed job={job} watched={watched} ways={ways} />}
      {job.status === 'cancelled' && (
        <Notice
          kind="stopped"
          icon={<OctagonAlert size={24} />}
          title={job.mine ? video.cancelledTitle : video.cancelled}
          actions={ways}
        >
          {job.mine && <p>{job.script ? video.cancelledDetail : video.cancelledEarly}</p>}
        </Notice>
      )}
      {going && <Reconnecting lost={lost} />}
      {going && job.degraded.length > 0 && <DegradedNotice job={job} />}
      <div className="making__parts">
        <Stages job={job} />
        <div className="making__scenes">
          {job.status === 'failed' && <Support job={job} />}
          <Scenes job={job} />
          {going && <Meanwhile quiet={job.degraded.length > 0 || lost !== undefined} />}
        </div>
      </div>
    </div>
  );
}

function Doing({ job }: { job: JobJson }) {
  const strings = useStrings();
  const { video } = strings;
  if (job.status === 'failed' || job.status === 'cancelled') {
    const stage = job.error?.stage ?? job.stage;
    if (stage === undefined) return <p className="doing">{video.cancelled}</p>;
    const [words, name] = video.stopped(video.stages[stage]);
    const scene = job.error?.scene;
    return (
      <p className="doing">
        {words} <span className="doing__stopped">{scene === undefined ? name.replace(',', '') : name}</span>{' '}
        {scene !== undefined && video.sceneOf(scene, job.scenes.length)}
      </p>
    );
  }
  const { now, rest } = doing(job, strings);
  return (
    <p className="doing">
      <span className="mark doing__now">{now}</span> {rest}
    </p>
  );
}

function Times({ job, going }: { job: JobJson; going: boolean }) {
  const { video } = useStrings();
  const { nowMs } = useNow();
  const ticks = useSeconds(going);
  const passed = elapsedSeconds(job, nowMs + ticks * 1000);
  const sinceUpdate = Math.max(0, (nowMs - Date.parse(job.updatedAt)) / 1000 + ticks);
  const left =
    job.etaSeconds === undefined ? undefined : Math.max(1, job.etaSeconds - (going ? sinceUpdate : 0));
  return (
    <dl className="clock__times tabular">
      <Time name={video.elapsed}>{clock(passed)}</Time>
      {left !== undefined && (
        <Time name={going ? video.left : video.leftResumed}>{video.about(Math.round(left))}</Time>
      )}
    </dl>
  );
}

function Time({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="clock__time">
      <dt className="small quiet">{name}</dt>
      <dd className="clock__value">{children}</dd>
    </div>
  );
}

function Failed({ job, watched, ways }: { job: JobJson; watched: boolean; ways: ReactNode }) {
  const { video } = useStrings();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (watched) heading.current?.focus();
  }, [watched]);
  const { error } = job;
  if (!error) return null;
  return (
    <Notice
      kind="stopped"
      role="alert"
      heading={heading}
      icon={<OctagonAlert size={24} />}
      title={error.title}
      actions={ways}
    >
      <p>
        {error.detail} {error.retryable && !error.detail.includes(video.resumes) && video.resumes}
      </p>
    </Notice>
  );
}

function Meanwhile({ quiet }: { quiet: boolean }) {
  const { video } = useStrings();
  const [before, name, after] = video.close;
  return (
    <>
      <noscript>
        <p className="meanwhile">{video.refreshes}</p>
      </noscript>
      {!quiet && (
        <p className="meanwhile">
          {before}{' '}
          <Link className="text-link" to="/videos">
            {name}
          </Link>
          {after}
        </p>
      )}
    </>
  );
}
