import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import type { BatchCheckJson } from '@shortfactory/contract';
import type { Unsent } from '../../../shared/connection/keep-page.ts';
import { dayOf, useNow } from '../../../shared/format/now.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { DEFAULT_LOCALE, stringsOf } from '../../../shared/strings/index.ts';
import { ImageUp, Lightbulb, Rows3, TextAlignStart } from '../../../shared/ui/icons.ts';
import { videosOf } from '../model/progress.ts';
import { words } from '../model/words.ts';
import type { TableAnswer, loadBatchesPage } from '../server/batches-page.server.ts';
import { BeforeItStarts } from './before-it-starts.tsx';
import { CheckedRows } from './checked-rows.tsx';
import { Refused } from '../../../shared/ui/refused.tsx';
import { TableFields } from './table-fields.tsx';

/** A table becomes many videos: its rows looked at first, the same with and without scripts. */
export function BatchesPage() {
  const answer = useActionData<TableAnswer | Unsent>();
  const { offline } = useStrings();
  const doing = useNavigation().formData?.get('do')?.toString();
  const unsent = answer && 'unsent' in answer;
  const table = answer && 'text' in answer ? answer : undefined;
  const check = table?.check as BatchCheckJson | undefined;
  return (
    <div className="many">
      <h1>{words.title}</h1>
      <p className="many__lead">{words.lead}</p>
      {unsent && <Refused>{offline.refused(false)}</Refused>}
      <Form method="post" action="/batches" encType="multipart/form-data" preventScrollReset>
        <div className={check ? 'batch batch--checked' : 'batch'}>
          <div>
            <Tabs />
            <section className="card composer__card" aria-label={words.tabs.many}>
              <TableFields key={table?.text} table={table} checking={doing === 'check'} />
              {check && <CheckedRows check={check} doing={doing} />}
            </section>
          </div>
          {check && table && (
            <BeforeItStarts
              check={check}
              table={table}
              starting={doing === 'make'}
              waiting={doing !== undefined && doing !== 'make'}
            />
          )}
        </div>
      </Form>
      <Latest />
    </div>
  );
}

/** The ways to begin; those of Create are its own page's. */
function Tabs() {
  const { tabs } = words;
  const others = [
    ['topic', tabs.topic, Lightbulb],
    ['script', tabs.script, TextAlignStart],
    ['media', tabs.media, ImageUp],
  ] as const;
  return (
    <nav className="tabs" aria-label={tabs.label}>
      {others.map(([from, name, Icon]) => (
        <Link key={from} className="tab" to={`/?from=${from}`}>
          <Icon className="tab__icon" size={20} />
          {name}
        </Link>
      ))}
      <Link className="tab tab--here" to="/batches" aria-current="page">
        <Rows3 className="tab__icon" size={20} />
        {tabs.many}
      </Link>
    </nav>
  );
}

function Latest() {
  const { batches } = useLoaderData<typeof loadBatchesPage>();
  const now = useNow();
  if (batches.length === 0) return null;
  return (
    <section className="many__latest" aria-labelledby="batches-yours">
      <h2 id="batches-yours">{words.yours}</h2>
      <ul className="card many__list">
        {batches.map((batch) => (
          <li key={batch.id} className="many__row">
            <Link className="link" to={`/batches/${batch.id}`} dir="auto">
              {batch.name ?? words.unnamed}
            </Link>
            <span className="small quiet">
              {`${words.status[batch.status]}, ${words.ofRows(batch.counts.done, videosOf(batch))}, ${dayOf(Date.parse(batch.createdAt), now)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export const batchesMeta: MetaFunction = () => [
  { title: stringsOf(DEFAULT_LOCALE).errors.title(words.title) },
];
