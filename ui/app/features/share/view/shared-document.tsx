import type { ReactNode } from 'react';
import { Logo } from '../../../shared/page/logo.tsx';
import { words } from '../model/words.ts';

interface SharedDocumentProps {
  readonly title: string;
  readonly styles: string;
  readonly theme: string;
  /** Beside the mark at the end. */
  readonly note: string;
  readonly head?: ReactNode;
  readonly children: ReactNode;
}

/** A whole document without the chrome of other pages, and without a script: it is for strangers, who have nothing here. */
export function SharedDocument({ title, styles, theme, note, head, children }: SharedDocumentProps) {
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow, noarchive" />
        <title>{words.titled(title)}</title>
        {head}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={styles} />
      </head>
      <body className="shared">
        <main className="shared__main">{children}</main>
        <footer className="shared__foot small quiet">
          <Logo name={words.name} />
          <p>{note}</p>
        </footer>
      </body>
    </html>
  );
}
