import type { MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData, useNavigate, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import type { Unsent } from '../../../shared/connection/keep-page.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { DEFAULT_LOCALE, stringsOf } from '../../../shared/strings/index.ts';
import { Confirm } from '../../../shared/ui/confirm.tsx';
import { Download } from '../../../shared/ui/icons.ts';
import { Refused } from '../../../shared/ui/refused.tsx';
import { isUnderWay, videosOf } from '../model/progress.ts';
import { words } from '../model/words.ts';
import type { loadBatchPage } from '../server/batch-page.server.ts';
import { BatchArchive } from './batch-archive.tsx';
import { BatchNotices } from './batch-notices.tsx';
import { BatchProgress } from './batch-progress.tsx';
import { BatchRows } from './batch-rows.tsx';

const AGAIN_MS = 4000;
/** Readers are told after so many rows. */
const SAID_EVERY = 10;

/** A batch while it is made and after: how far it is, what stopped, and its rows. */
export function BatchPage() {
  const { batch, asksStop, archive } = useLoaderData<typeof loadBatchPage>();
  const answer = useActionData<{ readonly refused: string } | Unsent>();
  const { offline } = useStrings();
  const navigate = useNavigate();
  const going = isUnderWay(batch);
  useLoadedAgain(going);
  const here = `/batches/${batch.id}`;
  const name = batch.name ?? words.unnamed;
  return (
    <div className="making run">
      <p className="unseen" role="status">
        {said(batch)}
      </p>
      {asksStop && (
        <Confirm
          title={words.askStop}
          detail={words.askStopDetail(batch.counts.waiting)}
          keep={words.keep}
          go={words.stopIt}
          intent="cancel"
          back={here}
          onKeep={() => void navigate(here, { replace: true, preventScrollReset: true })}
        />
      )}
      <h1 dir="auto">{name}</h1>
      {answer && 'unsent' in answer && <Refused>{offline.refused(false)}</Refused>}
      {answer && 'refused' in answer && <Refused>{answer.refused}</Refused>}
      <BatchProgress />
      <BatchNotices batch={batch} />
      <BatchRows />
      <BatchArchive batch={batch} name={name} archive={archive} />
      <section className="card run__list" aria-label={words.manifest(name)}>
        <div className="run__words">
          <p className="run__name" dir="auto">
            {words.manifest(name)}
          </p>
          <p className="small quiet">{words.manifestHint}</p>
        </div>
        <a className="button button--small" href={`/api/batches/${batch.id}/manifest.csv`} download>
          <Download size={18} />
          {words.manifestTake}
        </a>
      </section>
      {going ? (
        <Meanwhile />
      ) : (
        <p className="meanwhile">
          <Link className="text-link" to="/batches">
            {words.another}
          </Link>
        </p>
      )}
    </div>
  );
}

/** Loads the page again while something of it changes by itself, and it is looked at. */
function useLoadedAgain(going: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!going || state !== 'idle') return;
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') revalidate();
    }, AGAIN_MS);
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') revalidate();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [going, state, revalidate]);
}

function said(batch: ReturnType<typeof useLoaderData<typeof loadBatchPage>>['batch']): string {
  const { done, failed } = batch.counts;
  const isOver = batch.finishedAt !== undefined;
  const ready = isOver ? done : done - (done % SAID_EVERY);
  return `${words.saidReady(ready, videosOf(batch))}${words.saidStopped(failed)}`;
}

function Meanwhile() {
  const [before, videos] = words.close;
  return (
    <>
      <noscript>
        <p className="meanwhile">{words.refreshes}</p>
      </noscript>
      <p className="meanwhile">
        {before}{' '}
        <Link className="text-link" to="/videos">
          {videos}
        </Link>
        .
      </p>
    </>
  );
}

export const batchMeta: MetaFunction<typeof loadBatchPage> = ({ data: page }) => {
  const { errors } = stringsOf(DEFAULT_LOCALE);
  return [{ title: errors.title(page?.batch.name ?? words.unnamed) }];
};
