import { Form, Link } from '@remix-run/react';
import { moment } from '../../../shared/format/format.ts';
import { useNow } from '../../../shared/format/now.ts';
import type { Now } from '../../../shared/format/now.ts';
import { words } from '../model/words.ts';
import type { LoggedDelivery } from '../server/webhooks-page.server.ts';

interface SentLogProps {
  readonly log: readonly LoggedDelivery[];
  /** How many videos and batches it was read of. */
  readonly ended: number;
}

/** What was sent, to whom, and how it was answered. */
export function SentLog({ log, ended }: SentLogProps) {
  const now = useNow();
  if (log.length === 0) return <p className="quiet">{words.logNone}</p>;
  return (
    <>
      <p className="small quiet webhooks__lead">{words.logLead(ended)}</p>
      <ul className="card webhooks__card" aria-labelledby="log">
        {log.map((each) => (
          <li key={each.id} className="webhooks__row">
            <div className="webhooks__words">
              <p>
                <Link className="link" to={`/${each.of.kind}/${each.of.id}`}>
                  {each.of.title}
                </Link>{' '}
                <span className="quiet">{words.ended[each.event]}</span>
              </p>
              <p className="small quiet webhooks__url">{each.url}</p>
            </div>
            <div className="webhooks__answer">
              <p className={`webhooks__state webhooks__state--${each.state}`}>{words.state[each.state]}</p>
              <p className="small quiet">{lastAnswer(each, now)}</p>
            </div>
            {each.state !== 'pending' && <Again delivery={each} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function Again({ delivery: { id, url, of } }: { readonly delivery: LoggedDelivery }) {
  return (
    <Form method="post" action="/webhooks" preventScrollReset>
      <input type="hidden" name="do" value="again" />
      <input type="hidden" name="kind" value={of.kind} />
      <input type="hidden" name="of" value={of.id} />
      <button className="button button--small" name="id" value={id} aria-label={words.againOf(of.title, url)}>
        {words.again}
      </button>
    </Form>
  );
}

function lastAnswer({ attempts, nextTryAt }: LoggedDelivery, { locale, timeZone }: Now): string {
  const last = attempts.at(-1);
  const when = (at: string): string => moment(locale, timeZone, Date.parse(at));
  const said = last?.problem ?? words.answer(last?.status ?? 0);
  return [
    ...(last ? [words.lastTry(attempts.length, when(last.at), said)] : []),
    ...(nextTryAt === undefined ? [] : [words.nextTry(when(nextTryAt))]),
  ].join(', ');
}
