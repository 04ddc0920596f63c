import { Form, Link, useLoaderData } from '@remix-run/react';
import type { BatchRowJson } from '@shortfactory/contract';
import { Check, CircleAlert, CircleDashed, CloudOff, Download, RotateCw } from '../../../shared/ui/icons.ts';
import { videosOf } from '../model/progress.ts';
import { words } from '../model/words.ts';
import type { loadBatchPage } from '../server/batch-page.server.ts';

const FILTERS = ['making', 'done', 'failed', 'waiting'] as const;

/** A page of the rows: what each is, what it came to, and its way on. */
export function BatchRows() {
  const { batch, rows, state, cursor, next } = useLoaderData<typeof loadBatchPage>();
  const path = (query: Record<string, string | undefined>): string => {
    const given = Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    );
    return `/batches/${batch.id}${given.length === 0 ? '' : `?${new URLSearchParams(given)}`}`;
  };
  const filters = [
    ['all', undefined, videosOf(batch) + batch.counts.repeated] as const,
    ...FILTERS.map((each) => [each, each, batch.counts[each]] as const),
  ];
  return (
    <>
      <nav className="bfilter bfilter--run" aria-label={words.filters.label}>
        {filters.map(([name, value, count]) => (
          <Link
            key={name}
            className="chip"
            to={path({ state: value })}
            aria-current={value === state ? 'page' : undefined}
            preventScrollReset
          >
            {words.filters[name]} <span className="bfilter__count">{count}</span>
          </Link>
        ))}
      </nav>
      <div className="card btable-card">
        {rows.length === 0 && <p className="quiet btable__rest">{words.none}</p>}
        {rows.length > 0 && (
          <table className="btable btable--run">
            <caption className="unseen">{words.filters.label}</caption>
            <thead>
              <tr>
                <th scope="col">{words.runHead.line}</th>
                <th scope="col">{words.runHead.video}</th>
                <th scope="col">{words.runHead.state}</th>
                <th scope="col" className="btable__number">
                  {words.runHead.cost}
                </th>
                <th scope="col">
                  <span className="unseen">{words.runHead.ways}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.line} row={row} />
              ))}
            </tbody>
          </table>
        )}
        {(next !== undefined || cursor !== undefined) && (
          <nav className="btable__rest btable__pages" aria-label={words.pages}>
            {cursor !== undefined && (
              <Link className="text-link" to={path({ state })}>
                {words.first}
              </Link>
            )}
            {next !== undefined && (
              <Link className="text-link" to={path({ state, cursor: next })}>
                {words.more}
              </Link>
            )}
          </nav>
        )}
      </div>
    </>
  );
}

function Row({ row }: { readonly row: BatchRowJson }) {
  const { line, title, video, costUsd, poster, state } = row;
  return (
    <tr className="brow">
      <th scope="row" className="brow__line">
        {line}
      </th>
      <td className="brow__topic">
        <span className="rrow__video">
          {poster === undefined ? (
            <span className="rrow__art rrow__art--none" />
          ) : (
            <img className="rrow__art" src={poster} alt="" width={27} height={48} loading="lazy" />
          )}
          {video === undefined ? (
            <span className="brow__title" dir="auto">
              {title}
            </span>
          ) : (
            <Link className="brow__title rrow__link" to={`/videos/${video}`} dir="auto">
              {title}
            </Link>
          )}
        </span>
      </td>
      <td className="rrow__state">
        <State row={row} />
      </td>
      <td className="rrow__cost btable__number">
        {costUsd > 0 || state === 'done' ? words.dollars(costUsd) : ''}
      </td>
      <td className="rrow__way">
        <Way row={row} />
      </td>
    </tr>
  );
}

function State({
  row: { state, percent = 0, place, outputs = [], degraded = [], error },
}: {
  readonly row: BatchRowJson;
}) {
  if (state === 'making')
    return (
      <span className="rrow__making">
        <span className="bstate">{words.makingAt(percent)}</span>
        <progress className="rrow__bar" max={100} value={percent} aria-label={words.rowState.making} />
      </span>
    );
  if (state === 'failed')
    return (
      <>
        <span className="bstate bstate--bad">
          <CircleAlert size={16} />
          {words.rowState.failed}
        </span>
        <span className="rrow__why" dir="auto">
          {error?.detail}
        </span>
      </>
    );
  if (state === 'done' && degraded.length > 0)
    return (
      <span className="bstate bstate--warn" title={degraded.join(' ')}>
        <CloudOff size={16} />
        {words.standIn(degraded.length)}
      </span>
    );
  if (state === 'done')
    return (
      <span className="bstate bstate--ok">
        <Check size={16} />
        {outputs[0] ? words.readyIs(outputs[0].seconds) : words.rowState.done}
      </span>
    );
  return (
    <span className="bstate bstate--wait">
      <CircleDashed size={16} />
      {place === undefined ? words.rowState[state] : words.place(place)}
    </span>
  );
}

function Way({ row: { state, line, title, outputs } }: { readonly row: BatchRowJson }) {
  if (state === 'failed')
    return (
      <Form method="post" preventScrollReset>
        <input type="hidden" name="line" value={line} />
        <button
          className="button button--small"
          name="intent"
          value="retry"
          aria-label={words.retryOf(title)}
        >
          <RotateCw size={16} />
          {words.retry}
        </button>
      </Form>
    );
  const file = outputs?.[0]?.url;
  if (file === undefined) return null;
  return (
    <a className="icon-button" href={`${file}&download=1`} download aria-label={words.download(title)}>
      <Download size={20} />
    </a>
  );
}
