import { Link, NavLink, useLocation } from '@remix-run/react';
import { useStrings } from '../strings/context.tsx';
import { Logo } from './logo.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import type { RootData } from './root-data.ts';

export function Header({ health, theme, account }: Pick<RootData, 'health' | 'theme' | 'account'>) {
  const { nav, health: says, name } = useStrings();
  const { pathname } = useLocation();
  const watching = ['/status', '/connections', '/webhooks', '/usage'].includes(pathname);
  const creating = pathname === '/' || pathname.startsWith('/scripts');
  return (
    <header className="page header">
      <Link className="header__logo" to="/">
        <Logo name={name} />
      </Link>
      <nav className="nav" aria-label={nav.label}>
        <Link className="nav__link" to="/" aria-current={creating ? 'page' : undefined} prefetch="intent">
          {nav.create}
        </Link>
        <NavLink className="nav__link" to="/videos" prefetch="intent">
          {nav.videos}
        </NavLink>
        <Link className="nav__link" to="/status" aria-current={watching ? 'page' : undefined}>
          {nav.status}
          <span className={`health health--${health}`} />
          <span className="unseen">{says[health]}</span>
        </Link>
      </nav>
      <ThemeSwitch theme={theme} />
      {account && <div className="account" dangerouslySetInnerHTML={{ __html: account }} />}
    </header>
  );
}
