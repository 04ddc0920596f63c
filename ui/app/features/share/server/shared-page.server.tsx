import type { LoaderFunctionArgs } from '@remix-run/node';
import type { SharedJson } from '@shortfactory/contract';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { isApiProblem, isApiUnreachable } from '../../../shared/api/api-errors.ts';
import { preferencesOf } from '../../../shared/storage/preferences.ts';
import styles from '../css/shared.css?url';
import { words } from '../model/words.ts';
import { SharedDocument } from '../view/shared-document.tsx';
import { SharedVideo } from '../view/shared-video.tsx';

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
};
const AGAIN_SECONDS = 15;

/** The page that a link leads to; the same for every link that does not work, whatever became of it. */
export async function loadSharedPage({ request, params, context: { api } }: LoaderFunctionArgs) {
  const { theme } = preferencesOf(request.headers.get('cookie'));
  try {
    return page(200, sharedPage(await api.shared(params['token'] ?? ''), new URL(request.url).origin, theme));
  } catch (error) {
    const { status } = isApiProblem(error) ? error.problem : { status: 503 };
    if (!isApiProblem(error) && !isApiUnreachable(error)) throw error;
    return status < 500 && status !== 429 ? page(404, endedPage(theme)) : page(503, awayPage(theme));
  }
}

function page(status: number, document: ReactElement): Response {
  return new Response(`<!doctype html>${renderToStaticMarkup(document)}`, { status, headers: HEADERS });
}

function sharedPage(shared: SharedJson, origin: string, theme: string): ReactElement {
  const head = (
    <>
      <meta property="og:type" content="video.other" />
      <meta property="og:site_name" content={words.name} />
      <meta property="og:title" content={shared.title} />
      <meta property="og:image" content={`${origin}${shared.poster}`} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
  return (
    <SharedDocument {...{ title: shared.title, styles, theme, head, note: words.shown }}>
      <div className="shared__film-and-words">
        <SharedVideo shared={shared} />
      </div>
    </SharedDocument>
  );
}

function endedPage(theme: string): ReactElement {
  return (
    <SharedDocument {...{ title: words.ended, styles, theme, note: words.neverListed }}>
      <div className="shared__ended">
        <span className="shared__frame" />
        <h1>{words.ended}</h1>
        <p className="quiet">{words.endedDetail}</p>
        <a className="button" href="/">
          {words.about}
        </a>
      </div>
    </SharedDocument>
  );
}

function awayPage(theme: string): ReactElement {
  const head = <meta httpEquiv="refresh" content={String(AGAIN_SECONDS)} />;
  return (
    <SharedDocument {...{ title: words.away, styles, theme, head, note: words.neverListed }}>
      <div className="shared__ended">
        <h1>{words.away}</h1>
        <p className="quiet">{words.awayDetail}</p>
      </div>
    </SharedDocument>
  );
}
