import type { MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData, useNavigate } from '@remix-run/react';
import { initialsOf } from '../../../shared/account/initials.ts';
import { useStrings } from '../../../shared/strings/context.tsx';
import { DEFAULT_LOCALE, stringsOf } from '../../../shared/strings/index.ts';
import { Confirm } from '../../../shared/ui/confirm.tsx';
import { Refused } from '../../../shared/ui/refused.tsx';
import { words } from '../model/words.ts';
import type { RefusedSession, loadAccountPage } from '../server/account-page.server.ts';
import { AccountFrame } from './account-frame.tsx';
import { SessionRow } from './session-row.tsx';

const PAGE = '/account';

/** Who one is here, and where one is signed in; the same with and without scripts. */
export function AccountPage() {
  const { person, issuer, idleDays, own, others, asksOthers, hasVideosHere } =
    useLoaderData<typeof loadAccountPage>();
  const answer = useActionData<RefusedSession | { unsent: true }>();
  const { offline } = useStrings();
  const navigate = useNavigate();
  return (
    <AccountFrame>
      {asksOthers && others && (
        <Confirm
          title={words.askOthers}
          detail={words.askOthersDetail(others.length)}
          keep={words.keep}
          go={words.outThem}
          intent="others"
          back={PAGE}
          onKeep={() => void navigate(PAGE, { replace: true, preventScrollReset: true })}
        />
      )}
      <section aria-labelledby="account-profile">
        <h2 id="account-profile">{words.profile}</h2>
        <div className="card account-page__row">
          <span className="face face--large" aria-hidden="true">
            {initialsOf(person.name)}
          </span>
          <div className="account-page__words">
            <p className="account__full">
              <bdi>{person.name}</bdi>
            </p>
            <p className="small quiet">
              {person.address !== undefined && (
                <>
                  <bdi>{person.address}</bdi>
                  <br />
                </>
              )}
              {words.from(issuer, words.role[person.role])}
            </p>
          </div>
        </div>
      </section>
      <section aria-labelledby="account-sessions">
        <h2 id="account-sessions">{words.sessions}</h2>
        {answer && <Refused>{'unsent' in answer ? offline.refused(false) : answer.refused}</Refused>}
        <div className="card sessions__card">
          <SessionRow shown={own} isHere />
          {others?.map((session) => (
            <SessionRow key={session.id} shown={session} />
          ))}
          {others === undefined && <p className="sessions__row quiet">{words.unlisted}</p>}
          <div className="sessions__foot small quiet">
            <p className="account-page__words">{words.sessionNote(idleDays)}</p>
            {others !== undefined && others.length > 0 && (
              <Link className="button button--small" to={`${PAGE}?others=1`} preventScrollReset>
                {words.others}
              </Link>
            )}
          </div>
        </div>
        {hasVideosHere && (
          <p className="small account-page__here">
            {words.madeHere}{' '}
            <a className="text-link" href="/auth/claim?back=/account">
              {words.take}
            </a>
          </p>
        )}
      </section>
    </AccountFrame>
  );
}

export const accountMeta: MetaFunction = () => [
  { title: stringsOf(DEFAULT_LOCALE).errors.title(words.title) },
];
