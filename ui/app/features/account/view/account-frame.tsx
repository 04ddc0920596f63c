import { NavLink } from '@remix-run/react';
import type { ReactNode } from 'react';
import { CircleUser, Gauge, KeyRound, Package } from '../model/icons.ts';
import { words } from '../model/words.ts';

/** The parts of one's account beside the one that is shown. */
export function AccountFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className="account-page">
      <h1>{words.title}</h1>
      <nav aria-label={words.parts} className="account-page__parts">
        <NavLink className="account-page__part" to="/account" end>
          <CircleUser size={20} />
          {words.profile}
        </NavLink>
        <NavLink className="account-page__part" to="/account/keys">
          <KeyRound size={20} />
          {words.keys}
        </NavLink>
        <NavLink className="account-page__part" to="/usage">
          <Gauge size={20} />
          {words.usage}
        </NavLink>
        <NavLink className="account-page__part" to="/your-data">
          <Package size={20} />
          {words.data}
        </NavLink>
      </nav>
      <div className="account-page__sections">{children}</div>
    </div>
  );
}
