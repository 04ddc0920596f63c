import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { initialsOf } from '../../../shared/account/initials.ts';
import { DEFAULT_LOCALE, stringsOf } from '../../../shared/strings/index.ts';
import { words } from '../model/words.ts';
import type { loadAccountPage } from '../server/account-page.server.ts';
import { AccountFrame } from './account-frame.tsx';

/** Who one is here; the same with and without scripts. */
export function AccountPage() {
  const { person, issuer, idleDays, hasVideosHere } = useLoaderData<typeof loadAccountPage>();
  return (
    <AccountFrame>
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
      <section aria-labelledby="account-session">
        <h2 id="account-session">{words.session}</h2>
        <div className="card account-page__row">
          <p className="account-page__words small quiet">{words.sessionNote(idleDays)}</p>
          <form method="post" action="/auth/sign-out">
            <button className="button button--small">{words.out}</button>
          </form>
        </div>
        {hasVideosHere && (
          <p className="small account-page__here">
            {words.here}{' '}
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
