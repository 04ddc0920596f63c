import { Form } from '@remix-run/react';
import { ago, dateOf } from '../../../shared/account/when.ts';
import { useNow } from '../../../shared/format/now.ts';
import { Monitor, Smartphone } from '../model/icons.ts';
import { words } from '../model/words.ts';
import type { ShownSession } from '../server/account-page.server.ts';

const HANDHELD = /iPhone|iPad|Android/;

/** A session: about what it runs on, its last use and end, and the way out of it. */
export function SessionRow({ shown, isHere }: { readonly shown: ShownSession; readonly isHere?: boolean }) {
  const { id, device, browser, lastUsedAt, endsAt } = shown;
  const now = useNow();
  const where = words.on(browser, device);
  const used = isHere || lastUsedAt === undefined ? words.now : ago(Date.parse(lastUsedAt), now);
  const Icon = device !== undefined && HANDHELD.test(device) ? Smartphone : Monitor;
  return (
    <div className="sessions__row">
      <span className="sessions__icon">
        <Icon size={20} />
      </span>
      <div className="sessions__words">
        <p>
          <span className="account__full">{where}</span>{' '}
          {isHere && <span className="sessions__tag">{words.here}</span>}
        </p>
        <p className="small quiet">{words.ends(used, dateOf(Date.parse(endsAt)))}</p>
      </div>
      {isHere ? (
        <form method="post" action="/auth/sign-out">
          <button className="button button--small">{words.out}</button>
        </form>
      ) : (
        <Form method="post" action="/account" preventScrollReset>
          <button
            className="button button--small"
            name="intent"
            value={id}
            aria-label={words.outOf(where, used)}
          >
            {words.out}
          </button>
        </Form>
      )}
    </div>
  );
}
