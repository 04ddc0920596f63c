import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData, useNavigate } from '@remix-run/react';
import { useNow } from '../../../shared/format/now.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { DEFAULT_LOCALE, stringsOf } from '../../../shared/strings/index.ts';
import { Confirm } from '../../../shared/ui/confirm.tsx';
import { Refused } from '../../../shared/ui/refused.tsx';
import { words } from '../model/key-words.ts';
import { ago } from '../../../shared/account/when.ts';
import type { KeysAnswer, loadKeysPage } from '../server/keys-page.server.ts';
import { AccountFrame } from './account-frame.tsx';
import { KeyOnce } from './key-once.tsx';
import { KeyRow } from './key-row.tsx';
import { NewKey } from './new-key.tsx';

const PAGE = '/account/keys';

/** One's keys: made, renewed, revoked; the same with and without scripts. */
export function KeysPage() {
  const { keys, revoke, renewed } = useLoaderData<typeof loadKeysPage>();
  const answer = useActionData<KeysAnswer | { unsent: true }>();
  const { offline } = useStrings();
  const navigate = useNavigate();
  const now = useNow();
  const made = answer && 'made' in answer ? answer.made : undefined;
  const refused = answer && 'refused' in answer ? answer : undefined;
  const live = keys.filter(({ state }) => state === 'live');
  const over = keys.filter(({ state }) => state !== 'live');
  return (
    <AccountFrame>
      {revoke && (
        <Confirm
          title={words.askRevoke(revoke.name)}
          detail={words.askRevokeDetail(
            revoke.lastUsedAt === undefined
              ? words.neverUsed
              : words.wasUsed(ago(Date.parse(revoke.lastUsedAt), now)),
          )}
          keep={words.keep}
          go={words.revokeIt}
          intent={revoke.id}
          back={PAGE}
          onKeep={() => void navigate(PAGE, { replace: true, preventScrollReset: true })}
        />
      )}
      <section aria-labelledby="account-keys">
        <h2 id="account-keys">{words.title}</h2>
        <p className="small quiet keys__lead">{words.lead}</p>
        {answer && 'unsent' in answer && <Refused>{offline.refused(false)}</Refused>}
        {made && <KeyOnce key={made.id} name={made.name} text={made.key} />}
        {renewed && !answer && (
          <p className="kept" role="status">
            {words.renewed}
          </p>
        )}
        <div className="card keys__card">
          {live.length === 0 && <p className="keys__row quiet">{words.none}</p>}
          {live.map((key) => (
            <KeyRow key={key.id} shown={key} />
          ))}
          <NewKey key={made?.id} refused={refused} />
          <div className="keys__foot small quiet">
            {over.length > 0 && (
              <details className="keys__over">
                <summary>{words.over(over.length)}</summary>
                {over.map((key) => (
                  <KeyRow key={key.id} shown={key} />
                ))}
              </details>
            )}
            <p>{words.within}</p>
          </div>
        </div>
      </section>
    </AccountFrame>
  );
}

export const keysMeta: MetaFunction = () => [{ title: stringsOf(DEFAULT_LOCALE).errors.title(words.title) }];
