import { Form, Link } from '@remix-run/react';
import type { KeyJson } from '@shortfactory/contract';
import { useNow } from '../../../shared/format/now.ts';
import type { Now } from '../../../shared/format/now.ts';
import { Check, CircleDashed, Timer, X } from '../../../shared/ui/icons.ts';
import { KeyRound } from '../model/icons.ts';
import { words } from '../model/key-words.ts';
import { DAY_MS, ago, dateOf, daysUntil } from '../../../shared/account/when.ts';

/** An end that is so near is warned of. */
const SOON_MS = 7 * DAY_MS;

/** A key: what it is for, what it may, how it is used, and its ways. */
export function KeyRow({ shown }: { readonly shown: KeyJson }) {
  const { id, name, prefix, scopes, state, endsAt, lastUsedAt } = shown;
  const now = useNow();
  const isSoon = state === 'live' && Date.parse(endsAt) - now.nowMs < SOON_MS;
  return (
    <div className="keys__row">
      <span className="keys__icon">
        <KeyRound size={20} />
      </span>
      <div className="keys__words">
        <p>
          <bdi className="keys__name">{name}</bdi> <span className="keys__tag">{words.scopes(scopes)}</span>
        </p>
        <p className="small quiet">
          <bdi>{`${prefix}…`}</bdi>
          {`, ${isSoon && lastUsedAt !== undefined ? words.lastUsed(ago(Date.parse(lastUsedAt), now)) : words.ends(dateOf(Date.parse(endsAt)))}`}
        </p>
      </div>
      <KeyState shown={shown} isSoon={isSoon} now={now} />
      <div className="keys__ways">
        {state !== 'revoked' && (isSoon || state === 'ended') && (
          <Form method="post" action="/account/keys" preventScrollReset>
            <input type="hidden" name="do" value="renew" />
            <button
              className="button button--small"
              name="id"
              value={id}
              aria-label={state === 'ended' ? words.renewOf(name) : words.longerOf(name)}
            >
              {state === 'ended' ? words.renew : words.longer}
            </button>
          </Form>
        )}
        {state === 'live' && (
          <Link
            className="button button--small button--quiet keys__revoke"
            to={`/account/keys?revoke=${id}`}
            preventScrollReset
            aria-label={words.revokeOf(name)}
          >
            {words.revoke}
          </Link>
        )}
      </div>
    </div>
  );
}

interface KeyStateProps {
  readonly shown: KeyJson;
  readonly isSoon: boolean;
  readonly now: Now;
}

function KeyState({ shown, isSoon, now }: KeyStateProps) {
  const { Icon, kind, said, when } = stateOf(shown, isSoon, now);
  return (
    <p className={`keys__state keys__state--${kind}`}>
      <Icon size={20} />
      <span>
        <span className="keys__said">{said}</span>
        <span className="small quiet">{when}</span>
      </span>
    </p>
  );
}

function stateOf({ state, createdAt, endsAt, lastUsedAt, revokedAt }: KeyJson, isSoon: boolean, now: Now) {
  const end = Date.parse(endsAt);
  if (state === 'revoked')
    return {
      Icon: X,
      kind: 'over',
      said: words.revoked,
      when: words.on(dateOf(Date.parse(revokedAt ?? endsAt))),
    };
  if (state === 'ended') return { Icon: Timer, kind: 'over', said: words.ended, when: words.on(dateOf(end)) };
  if (isSoon)
    return {
      Icon: Timer,
      kind: 'soon',
      said: words.endsSoon(daysUntil(end, now)),
      when: words.on(dateOf(end)),
    };
  if (lastUsedAt === undefined)
    return {
      ...{ Icon: CircleDashed, kind: 'unused', said: words.unused },
      when: words.made(ago(Date.parse(createdAt), now)),
    };
  return { Icon: Check, kind: 'used', said: words.used, when: ago(Date.parse(lastUsedAt), now) };
}
