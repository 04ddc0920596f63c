import { Form } from '@remix-run/react';
import type { PublicationJson } from '@shortfactory/contract';
import { useNow } from '../../../../shared/format/now.ts';
import { CircleAlert, CircleCheck, Timer } from '../../../../shared/ui/icons.ts';
import { Refused } from '../../../../shared/ui/refused.tsx';
import { isOnItsWay, usePublication } from '../../model/use-publication.ts';
import { STUDIO, words } from '../../model/youtube-words.ts';
import type { PublishingRefused, publishingOf } from '../../server/publishing.server.ts';
import { SendForm } from './send-form.tsx';

export type Publishing = NonNullable<Awaited<ReturnType<typeof publishingOf>>>;

interface YouTubeCardProps {
  readonly videoId: string;
  readonly publishing: Publishing;
  readonly refused: PublishingRefused['youtube'] | undefined;
}

/** Sending a video to its owner's channel: before, on its way, there, or what is in the way. */
export function YouTubeCard({ videoId, publishing, refused }: YouTubeCardProps) {
  const { channel } = publishing;
  const publication = usePublication(publishing.publication);
  const state = publication?.state;
  const canSend = state === undefined || state === 'refused' || state === 'stopped';
  return (
    <section id="youtube" aria-labelledby="youtube-heading">
      <h2 id="youtube-heading">{words.title}</h2>
      <div className="card youtube">
        {publication && publication.state !== 'stopped' && (channel || !canSend) && (
          <ChannelHead name={channel?.name ?? publication.channel} detail={<Detail of={publication} />} />
        )}
        {publication && <State publication={publication} />}
        {refused && refused.field === undefined && <Refused>{refused.sentence}</Refused>}
        {!channel && canSend && <Connect videoId={videoId} />}
        {channel && (state === undefined || state === 'stopped') && (
          <ChannelHead name={channel.name} detail={words.may} />
        )}
        {channel && canSend && (
          <SendForm publishing={publishing} publication={publication} refused={refused} />
        )}
        {channel && canSend && <ChannelWays videoId={videoId} />}
      </div>
    </section>
  );
}

function Connect({ videoId }: { readonly videoId: string }) {
  return (
    <>
      <p className="youtube__lead">{words.lead}</p>
      <a className="button" href={`/youtube/connect?video=${videoId}`}>
        {words.connect}
      </a>
      <p className="small quiet">{words.asks}</p>
    </>
  );
}

function ChannelHead({ name, detail }: { readonly name: string; readonly detail: React.ReactNode }) {
  return (
    <div className="youtube__channel">
      <span className="youtube__face" aria-hidden="true">
        {[...name][0]?.toUpperCase()}
      </span>
      <span>
        <span className="youtube__name">{name}</span>
        <span className="small quiet youtube__detail">{detail}</span>
      </span>
    </div>
  );
}

function ChannelWays({ videoId }: { readonly videoId: string }) {
  return (
    <Form method="post" className="youtube__ways" preventScrollReset>
      <a className="button button--quiet" href={`/youtube/connect?video=${videoId}`}>
        {words.change}
      </a>
      <button className="button button--quiet" name="intent" value="youtube-disconnect">
        {words.disconnect}
      </button>
    </Form>
  );
}

function Detail({ of: { state, publishAt, sentAt } }: { readonly of: PublicationJson }) {
  const now = useNow();
  if (sentAt !== undefined) return words.sentOn(sentAt, now);
  if (state === 'refused' || state === 'unsure') return words.notSent;
  return publishAt === undefined ? words.may : words.publicOn(publishAt, now);
}

function State({ publication }: { readonly publication: PublicationJson }) {
  const { id, state, problem, percent, bytes, privacy, publishAt, url, nextTryAt } = publication;
  const now = useNow();
  const isWaiting = state === 'waiting';
  const isFaulty = (state === 'refused' || state === 'unsure') && problem !== undefined;
  return (
    <>
      <p className="unseen" role="status">
        {state === 'sent' ? words.sent(privacy) : ''}
      </p>
      {isOnItsWay(publication) && (
        <>
          <p className="youtube__progress" id="youtube-progress">
            {isWaiting && percent === 0 ? words.waiting : words.progress(percent, bytes)}
          </p>
          <progress className="youtube__bar" max={100} value={percent} aria-labelledby="youtube-progress" />
        </>
      )}
      {isWaiting && (problem !== undefined || nextTryAt !== undefined) && (
        <p className={problem ? 'youtube__hint' : 'small quiet'}>
          {problem && <Timer size={20} />}
          <span>
            {problem?.sentence} {nextTryAt !== undefined && words.next(nextTryAt, now)}
          </span>
        </p>
      )}
      {state === 'sent' && (
        <>
          <p className="youtube__sent">
            <CircleCheck size={20} />
            {words.sent(privacy)}
          </p>
          <p>
            {publishAt !== undefined && `${words.publicOn(publishAt, now)} `}
            <a href={url}>{words.open}</a>
          </p>
        </>
      )}
      {isFaulty && (
        <p className="youtube__refused" role="alert">
          <CircleAlert size={20} />
          <span>{problem.sentence}</span>
        </p>
      )}
      {state === 'stopped' && <p className="quiet">{words.stopped}</p>}
      {isOnItsWay(publication) && (
        <Act intent="youtube-stop" publication={id}>
          {words.stop}
        </Act>
      )}
      {state === 'unsure' && (
        <div className="youtube__ways">
          <a className="button button--small" href={STUDIO}>
            {words.look}
          </a>
          <Act intent="youtube-retry" publication={id}>
            {words.missing}
          </Act>
        </div>
      )}
    </>
  );
}

function Act({ intent, publication, children }: { intent: string; publication: string; children: string }) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="publication" value={publication} />
      <button className="button button--small" name="intent" value={intent}>
        {children}
      </button>
    </Form>
  );
}
