import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { useStrings } from '../../../shared/strings/context.tsx';
import { DEFAULT_LOCALE, stringsOf } from '../../../shared/strings/index.ts';
import { Refused } from '../../../shared/ui/refused.tsx';
import { size } from '../../../shared/late/size.ts';
import { words } from '../model/words.ts';
import type { RefusedDeletion, loadYourDataPage } from '../server/your-data-page.server.ts';

/** All that one has: to take along, and to delete; the same with and without scripts. */
export function YourDataPage() {
  const { archive, deletion, isFirst, kept } = useLoaderData<typeof loadYourDataPage>();
  const answer = useActionData<RefusedDeletion | { unsent: true }>();
  const { offline } = useStrings();
  return (
    <div className="your-data">
      <h1>{words.title}</h1>
      {answer && 'unsent' in answer && <Refused>{offline.refused(false)}</Refused>}
      {kept && !answer && (
        <p className="kept" role="status">
          {words.kept}
        </p>
      )}
      <section aria-labelledby="your-data-take">
        <h2 id="your-data-take">{words.take}</h2>
        <p className="quiet">{words.takeLead}</p>
        <div className="card your-data__row">
          <p className="your-data__words">{words.archive(archive.videos, size(archive.bytes))}</p>
          <a className="button button--small" href={archive.url} download>
            {words.download}
          </a>
        </div>
        <p className="your-data__pages">
          {!isFirst && (
            <Link className="text-link" to="/your-data">
              {words.first}
            </Link>
          )}
          {archive.next !== undefined && (
            <Link className="text-link" to={`/your-data?cursor=${archive.next}`}>
              {words.next}
            </Link>
          )}
        </p>
      </section>
      <section aria-labelledby="your-data-leave">
        <h2 id="your-data-leave">{words.leave}</h2>
        {deletion ? (
          <div className="card your-data__row your-data__row--leaving" role="status">
            <div className="your-data__words">
              <p>
                <strong>{deletion.begun ? words.begun : words.leaving(momentOf(deletion.dueAt))}</strong>
              </p>
              {!deletion.begun && <p className="small quiet">{words.leavingNote}</p>}
            </div>
            {!deletion.begun && (
              <Form method="post" action="/your-data">
                <button className="button button--small" name="do" value="keep">
                  {words.keep}
                </button>
              </Form>
            )}
          </div>
        ) : (
          <Leave refused={answer && 'refused' in answer ? answer : undefined} />
        )}
      </section>
    </div>
  );
}

function Leave({ refused }: { readonly refused: RefusedDeletion | undefined }) {
  return (
    <div className="card your-data__leave">
      <div className="your-data__lists">
        <List title={words.goes} of={words.goesList} />
        <List title={words.stays} of={words.staysList} />
      </div>
      <Form method="post" action="/your-data" className="your-data__form">
        <div className="field">
          <label className="label" htmlFor="confirm">
            {words.word}
          </label>
          <input
            id="confirm"
            name="confirm"
            className="input"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={refused?.confirm}
            aria-invalid={refused ? true : undefined}
            aria-describedby={refused ? 'confirm-error' : undefined}
          />
          {refused && <Refused id="confirm-error">{refused.refused}</Refused>}
        </div>
        <button className="button button--small button--danger" name="do" value="leave">
          {words.go}
        </button>
      </Form>
    </div>
  );
}

function List({ title, of }: { readonly title: string; readonly of: readonly string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {of.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** "2 Dec 2026, 14:22". */
function momentOf(time: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit' },
  } as const).format(Date.parse(time));
}

export const yourDataMeta: MetaFunction = () => [
  { title: stringsOf(DEFAULT_LOCALE).errors.title(words.title) },
];
