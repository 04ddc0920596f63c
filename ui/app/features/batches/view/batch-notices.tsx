import { Form } from '@remix-run/react';
import type { BatchJson } from '@shortfactory/contract';
import { RotateCw, TriangleAlert } from '../../../shared/ui/icons.ts';
import { Notice } from '../../../shared/ui/notice.tsx';
import { words } from '../model/words.ts';

/** What keeps a batch, or some of its rows, from going on. */
export function BatchNotices({ batch }: { readonly batch: BatchJson }) {
  const { status, counts, capUsd = 0 } = batch;
  return (
    <>
      {status === 'capped' && (
        <Notice
          kind="hazard"
          icon={<TriangleAlert size={24} />}
          title={words.cappedTitle(capUsd)}
          actions={<Raise />}
        >
          <p>{words.cappedDetail(counts.waiting, counts.done)}</p>
        </Notice>
      )}
      {counts.failed > 0 && status !== 'cancelled' && (
        <Notice
          kind="hazard"
          icon={<TriangleAlert size={24} />}
          title={words.failedTitle(counts.failed)}
          actions={
            <Form method="post" preventScrollReset>
              <button className="button button--small" name="intent" value="retry">
                <RotateCw size={18} />
                {words.retryAll(counts.failed)}
              </button>
            </Form>
          }
        >
          <p>{words.failedDetail}</p>
        </Notice>
      )}
    </>
  );
}

function Raise() {
  return (
    <Form method="post" className="run__raise" preventScrollReset>
      <input
        className="input"
        name="cap"
        inputMode="decimal"
        required
        autoComplete="off"
        aria-label={words.newCap}
        placeholder="10.00"
      />
      <button className="button button--primary" name="intent" value="resume">
        {words.raise}
      </button>
    </Form>
  );
}
