import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { DEFAULT_LOCALE, stringsOf } from '../../../shared/strings/index.ts';
import { size } from '../../../shared/late/size.ts';
import { dayOf } from '../model/period.ts';
import { words } from '../model/words.ts';
import type { loadUsagePage } from '../server/usage-page.server.ts';
import { Plot } from './plot.tsx';
import { Quotas } from './quotas.tsx';
import { UsageTable } from './usage-table.tsx';

/** What one has made and used, and what is left of today; the same with and without scripts. */
export function UsagePage() {
  const { period, offered, quotas, bytes, plot, nowMs } = useLoaderData<typeof loadUsagePage>();
  const today = dayOf(nowMs);
  const { videos, stopped, usd } = plot.total;
  const isEmpty = videos + stopped + usd === 0;
  return (
    <div className="usage">
      <div className="usage__head">
        <h1>{words.title}</h1>
        <a className="button button--small" href={`/usage.csv?period=${period.name}`} download>
          {words.csv}
        </a>
      </div>
      <p className="quiet">{words.lead}</p>
      {quotas.length > 0 && (
        <section aria-labelledby="usage-quotas">
          <h2 id="usage-quotas">{words.quotas}</h2>
          <Quotas quotas={quotas} nowMs={nowMs} />
        </section>
      )}
      <section aria-labelledby="usage-days">
        <div className="usage__head">
          <h2 id="usage-days">{plot.isByWeek ? words.byWeek : words.byDay}</h2>
          <nav className="usage__periods" aria-label={words.periods}>
            {offered.map(({ name, label }) => (
              <Link
                key={name}
                className="usage__period"
                to={`/usage?period=${name}`}
                aria-current={name === period.name ? 'page' : undefined}
                preventScrollReset
              >
                {label}
              </Link>
            ))}
          </nav>
        </div>
        {isEmpty ? (
          <p className="card usage__empty">{words.none(period.label)}</p>
        ) : (
          <>
            <Plot plot={plot} today={today} />
            <p className="small quiet">{words.free}</p>
          </>
        )}
      </section>
      {!isEmpty && (
        <section aria-labelledby="usage-table">
          <h2 id="usage-table">{words.table}</h2>
          <UsageTable plot={plot} today={today} />
          <p className="small quiet">
            {words.note} {words.stored(size(bytes))}
          </p>
        </section>
      )}
      <p className="small">
        <Link className="text-link" to="/your-data">
          {words.yourData}
        </Link>
      </p>
    </div>
  );
}

export const usageMeta: MetaFunction = () => [{ title: stringsOf(DEFAULT_LOCALE).errors.title(words.title) }];
