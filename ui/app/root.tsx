import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError } from '@remix-run/react';
import type { ShouldRevalidateFunctionArgs } from '@remix-run/react';
import gothic from '@fontsource-variable/special-gothic/files/special-gothic-latin-wdth-normal.woff2?url';
import type { ReactNode } from 'react';
import { accountEntry } from './shared/account/account-entry.server.tsx';
import { ErrorPage, errorTitle, isUnreachable } from './shared/page/error-page.tsx';
import { Footer } from './shared/page/footer.tsx';
import { useFocusOnHeading } from './shared/browser/focus-heading.ts';
import { Header } from './shared/page/header.tsx';
import { DetectStored } from './shared/storage/await-stored.tsx';
import { LOOK_AGAIN_SECONDS } from './shared/connection/look-again.ts';
import { isUnsent } from './shared/connection/keep-page.ts';
import { ToastProvider } from './shared/ui/toast.tsx';
import { restNotice } from './shared/page/rest-notice.server.tsx';
import { OfflineBar } from './shared/page/offline-bar.tsx';
import { preferencesOf } from './shared/storage/preferences.ts';
import { useRootData } from './shared/page/root-data.ts';
import type { RootData } from './shared/page/root-data.ts';
import { useStrings } from './shared/strings/context.tsx';
import { DEFAULT_LOCALE, localeFor, stringsOf } from './shared/strings/index.ts';
import { useNonce } from './shared/page/nonce.tsx';
import { useStoreTimeZone } from './shared/storage/store-time-zone.ts';
import './root.css';

export async function loader({ request, context }: LoaderFunctionArgs): Promise<RootData> {
  const { pathname, searchParams } = new URL(request.url);
  // The page that asks anew and the sign in the header say the same.
  const health = await context.api.health(pathname === '/status' && searchParams.has('again'));
  return {
    ...preferencesOf(request.headers.get('cookie')),
    locale: localeFor(request.headers.get('accept-language')),
    health: health.state,
    account: accountEntry(context.signIn),
    notice: restNotice(health),
    version: 'health' in health ? health.health.version : context.version,
    nowMs: Date.now(),
  };
}

export function shouldRevalidate({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return !isUnsent(actionResult) && defaultShouldRevalidate;
}

export const links: LinksFunction = () => [
  { rel: 'preload', href: gothic, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export function Layout({ children }: { children: ReactNode }) {
  const page = useRootData();
  useFocusOnHeading();
  const strings = useStrings();
  const nonce = useNonce();
  const theme = page?.theme ?? 'system';
  const pages = useMatches();
  const refresh = isUnreachable(useRouteError())
    ? LOOK_AGAIN_SECONDS
    : pages.map(({ data }) => refreshOf(data)).find((seconds) => seconds !== undefined);
  return (
    <html lang={page?.locale ?? 'en'} dir="ltr" data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        {refresh !== undefined && (
          <noscript>
            <meta httpEquiv="refresh" content={String(refresh)} />
          </noscript>
        )}
        <DetectStored />
        <Meta />
        <Links />
      </head>
      <body>
        <a className="skip" href="#main">
          {strings.skip}
        </a>
        <OfflineBar />
        {page?.notice && <div dangerouslySetInnerHTML={{ __html: page.notice }} />}
        <Header health={page?.health ?? 'unreachable'} theme={theme} account={page?.account} />
        <main id="main" className="main page" tabIndex={-1}>
          {children}
        </main>
        <Footer version={page?.version ?? ''} />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** Pages that wait for something say so, and load again by themselves in browsers without scripts. */
function refreshOf(data: unknown): number | undefined {
  const seconds = (data as { refreshSeconds?: unknown } | undefined)?.refreshSeconds;
  return typeof seconds === 'number' ? seconds : undefined;
}

export default function App() {
  useStoreTimeZone();
  return (
    <ToastProvider>
      <Outlet />
    </ToastProvider>
  );
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}

/** Of pages that could not be shown; the others have titles of their own. */
export const meta: MetaFunction = ({ error }) => {
  const strings = stringsOf(DEFAULT_LOCALE);
  return [{ title: error === undefined ? strings.name : errorTitle(error, strings) }];
};
