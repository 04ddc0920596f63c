import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData, useNavigate } from '@remix-run/react';
import { useStrings } from '../../../shared/strings/context.tsx';
import { DEFAULT_LOCALE, stringsOf } from '../../../shared/strings/index.ts';
import { Confirm } from '../../../shared/ui/confirm.tsx';
import { words } from '../model/words.ts';
import type { WebhooksAnswer, loadWebhooksPage } from '../server/webhooks-page.server.ts';
import { AddWebhook } from './add-webhook.tsx';
import { Refused } from '../../../shared/ui/refused.tsx';
import { SecretOnce } from './secret-once.tsx';
import { SentLog } from './sent-log.tsx';
import { WebhookRow } from './webhook-row.tsx';

/** Who is told that videos have ended, and what was sent; the same with and without scripts. */
export function WebhooksPage() {
  const { webhooks, ended, log, remove, sent } = useLoaderData<typeof loadWebhooksPage>();
  const answer = useActionData<WebhooksAnswer | { unsent: true }>();
  const { offline } = useStrings();
  const navigate = useNavigate();
  const made = answer && 'made' in answer ? answer.made : undefined;
  const refused = answer && 'refused' in answer ? answer : undefined;
  return (
    <div className="webhooks">
      {remove && (
        <Confirm
          title={words.askRemove}
          detail={words.askRemoveDetail(remove.url)}
          keep={words.keep}
          go={words.removeIt}
          intent={remove.id}
          back="/webhooks"
          onKeep={() => void navigate('/webhooks', { replace: true, preventScrollReset: true })}
        />
      )}
      <h1>{words.title}</h1>
      <p className="quiet">{words.lead}</p>
      {answer && 'unsent' in answer && <Refused>{offline.refused(false)}</Refused>}
      {made && <SecretOnce key={made.secret} url={made.url} secret={made.secret} />}
      <section aria-labelledby="webhooks-yours">
        <h2 id="webhooks-yours">{words.yours}</h2>
        <div className="card webhooks__card">
          {webhooks.length === 0 && <p className="webhooks__row quiet">{words.none}</p>}
          {webhooks.map((webhook) => (
            <WebhookRow key={webhook.id} webhook={webhook} />
          ))}
          <AddWebhook key={made?.id} refused={refused} />
        </div>
      </section>
      <section aria-labelledby="log">
        <h2 id="log">{words.log}</h2>
        {sent && (
          <p className="kept" role="status">
            {words.sent}
          </p>
        )}
        <SentLog log={log} ended={ended} />
      </section>
    </div>
  );
}

export const webhooksMeta: MetaFunction = () => [
  { title: stringsOf(DEFAULT_LOCALE).errors.title(words.title) },
];
