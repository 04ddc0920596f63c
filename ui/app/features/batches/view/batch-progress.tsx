import { Form, Link, useLoaderData } from '@remix-run/react';
import type { BatchJson } from '@shortfactory/contract';
import { useSeconds } from '../../../shared/browser/use-seconds.ts';
import { useNow } from '../../../shared/format/now.ts';
import { Pause, Play } from '../../../shared/ui/icons.ts';
import { elapsedSeconds, isUnderWay, leftSeconds, videosOf } from '../model/progress.ts';
import { words } from '../model/words.ts';
import type { loadBatchPage } from '../server/batch-page.server.ts';

const PARTS = ['done', 'failed', 'making', 'waiting'] as const;

/** How far a batch is, in words, a figure and a bar of four parts; and how it is held and stopped. */
export function BatchProgress() {
  const { batch, rows } = useLoaderData<typeof loadBatchPage>();
  const { nowMs } = useNow();
  const atMs = nowMs + useSeconds(isUnderWay(batch)) * 1000;
  const { counts, costUsd, capUsd } = batch;
  const videos = videosOf(batch);
  const left = leftSeconds(batch, atMs);
  return (
    <>
      <Doing batch={batch} making={rows.filter(({ state }) => state === 'making').map(({ line }) => line)} />
      <div className="clock">
        <p
          className="clock__percent"
          role="progressbar"
          aria-label={words.progress}
          aria-valuemin={0}
          aria-valuemax={videos}
          aria-valuenow={counts.done}
          aria-valuetext={words.saidReady(counts.done, videos)}
        >
          {counts.done}
          <span className="clock__sign">{words.of(videos)}</span>
        </p>
        <dl className="clock__times tabular">
          <Time name={words.elapsed} value={words.clock(elapsedSeconds(batch, atMs))} />
          {left !== undefined && <Time name={words.left} value={words.about(words.time(left))} />}
          <Time name={words.spent(capUsd)} value={words.dollars(costUsd)} />
        </dl>
        {batch.finishedAt === undefined && batch.status !== 'cancelled' && <Ways batch={batch} />}
      </div>
      <Bar batch={batch} />
    </>
  );
}

function Doing({ batch, making }: { readonly batch: BatchJson; readonly making: readonly number[] }) {
  const { status, counts } = batch;
  if (status === 'running')
    return (
      <p className="doing">
        <span className="mark doing__now">{making.length > 0 ? words.now(making) : words.next}</span>{' '}
        {words.toGo(counts.waiting)}
      </p>
    );
  const sentence = {
    paused: words.paused(counts.making),
    capped: words.capped,
    done: words.done(counts.done, videosOf(batch)),
    cancelled: words.cancelled(counts.done),
  }[status];
  return <p className="doing">{sentence}</p>;
}

function Time({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className="clock__time">
      <dt className="small quiet">{name}</dt>
      <dd className="clock__value">{value}</dd>
    </div>
  );
}

function Ways({ batch: { id, status } }: { readonly batch: BatchJson }) {
  const held = status !== 'running';
  return (
    <div className="clock__stop run__ways">
      {status !== 'capped' && (
        <Form method="post" preventScrollReset>
          <button className="button" name="intent" value={held ? 'resume' : 'pause'}>
            {held ? <Play size={18} /> : <Pause size={18} />}
            {held ? words.resume : words.pause}
          </button>
        </Form>
      )}
      <Link className="button button--danger" to={`/batches/${id}?ask=stop`} preventScrollReset>
        {words.stop}
      </Link>
    </div>
  );
}

/** The figure says the same in words, so that it is not read twice. */
function Bar({ batch: { counts } }: { readonly batch: BatchJson }) {
  const parts = PARTS.filter((part) => counts[part] > 0);
  return (
    <>
      <svg className="bbar" aria-hidden="true" width="100%" height="10">
        {parts.map((part) => (
          <rect
            key={part}
            className={`bbar__part bbar__part--${part}`}
            height="10"
            rx="3"
            {...span(counts, part)}
          />
        ))}
      </svg>
      <ul className="bkey small">
        {parts.map((part) => (
          <li key={part}>
            <span className={`bkey__sign bkey__sign--${part}`} />
            {words.key[part](counts[part])}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where a part begins and how long it is. */
function span(counts: BatchJson['counts'], part: (typeof PARTS)[number]): { x: string; width: string } {
  const all = PARTS.reduce((sum, each) => sum + counts[each], 0);
  const before = PARTS.slice(0, PARTS.indexOf(part)).reduce((sum, each) => sum + counts[each], 0);
  return { x: `${(100 * before) / all}%`, width: `${(100 * counts[part]) / all}%` };
}
