import type { WebhookJson } from '@shortfactory/contract';
import { Form, Link } from '@remix-run/react';
import { moment } from '../../../shared/format/format.ts';
import { dayOf, useNow } from '../../../shared/format/now.ts';
import { RotateCw, Trash2 } from '../../../shared/ui/icons.ts';
import { words } from '../model/words.ts';

/** A webhook: where it leads, what it is told of, and its ways. */
export function WebhookRow({ webhook }: { readonly webhook: WebhookJson }) {
  const { id, url, events, createdAt, previousSecretUntil } = webhook;
  const now = useNow();
  return (
    <div className="webhooks__row">
      <div className="webhooks__words">
        <p className="webhooks__url">{url}</p>
        <p className="small quiet">
          {`${words.events} ${events.map((event) => words.event[event]).join(', ')}. ${words.since(dayOf(Date.parse(createdAt), now))}.`}
        </p>
        {previousSecretUntil !== undefined && (
          <p className="small quiet">
            {words.old(moment(now.locale, now.timeZone, Date.parse(previousSecretUntil)))}
          </p>
        )}
      </div>
      <div className="webhooks__ways">
        <Form method="post" action="/webhooks">
          <input type="hidden" name="do" value="renew" />
          <button className="button button--small" name="id" value={id} aria-label={words.renewOf(url)}>
            <RotateCw size={16} />
            {words.renew}
          </button>
        </Form>
        <Link
          className="button button--small"
          to={`/webhooks?remove=${id}`}
          preventScrollReset
          aria-label={words.removeOf(url)}
        >
          <Trash2 size={16} />
          {words.remove}
        </Link>
      </div>
    </div>
  );
}
