import { renderToStaticMarkup } from 'react-dom/server';
import { initialsOf } from './initials.ts';
import type { Person, SignIn } from './account.ts';

const words = {
  signIn: 'Sign in',
  accountOf: (name: string) => `Account of ${name}`,
  account: 'Account and keys',
  usage: 'Usage',
  operate: 'Operate',
  out: 'Sign out',
};

/**
 * The header's way to sign in, or the menu of who has signed in, as HTML: the platform opens the menu and its forms are
 * sent without a script, so that pages carry none for it. Undefined where nobody signs in.
 */
export function accountEntry(signIn: SignIn | undefined): string | undefined {
  if (!signIn) return undefined;
  return renderToStaticMarkup(signIn.person ? <Menu person={signIn.person} /> : <Enter />);
}

function Enter() {
  return (
    <a className="account__enter" href="/auth/sign-in">
      {words.signIn}
    </a>
  );
}

function Menu({ person: { name, address, role } }: { readonly person: Person }) {
  const face = (size: string) => (
    <span className={`face ${size}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
  return (
    <>
      <button type="button" className="account__button" popovertarget="account-menu">
        {face('')}
        <span className="unseen">{words.accountOf(name)}</span>
        <bdi className="account__name" aria-hidden="true">
          {name}
        </bdi>
      </button>
      <div
        id="account-menu"
        popover="auto"
        className="popover account__menu"
        role="group"
        aria-label={words.account}
      >
        <div className="account__who">
          {face('face--large')}
          <p>
            <bdi className="account__full">{name}</bdi>
            {address !== undefined && <bdi className="small quiet">{address}</bdi>}
            {role === 'admin' && <span className="small quiet">Admin</span>}
          </p>
        </div>
        <a className="menu__item" href="/account">
          {words.account}
        </a>
        <a className="menu__item" href="/usage">
          {words.usage}
        </a>
        {role === 'admin' && (
          <a className="menu__item" href="/operate">
            {words.operate}
          </a>
        )}
        <form method="post" action="/auth/sign-out">
          <button className="menu__item">{words.out}</button>
        </form>
      </div>
    </>
  );
}
