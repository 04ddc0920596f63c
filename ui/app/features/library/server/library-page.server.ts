import type { LoaderFunctionArgs } from '@remix-run/node';
import { orFailure } from '../../../shared/api/failures.server.ts';
import { BLANK_SETTINGS } from '../../../shared/drafts/make-settings.ts';
import { filterOf } from '../model/filters.ts';
import { libraryPage } from './list.server.ts';

/** What is longer is cut off: no title or topic has as many characters. */
const MOST_SEARCH_CHARS = 200;

/** A page of videos by the address: `show`, `q`, `cursor`; and how long a first video would take. */
export async function loadLibraryPage({ request, context: { api } }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const query = {
    filter: filterOf(searchParams.get('show')),
    words: (searchParams.get('q') ?? '').trim().slice(0, MOST_SEARCH_CHARS),
    cursor: searchParams.get('cursor') ?? undefined,
  };
  const [page, options] = await orFailure(Promise.all([libraryPage(api, query), api.options()]));
  return {
    ...query,
    ...page,
    waitSeconds: BLANK_SETTINGS.seconds * options.estimates.makeSecondsPerSecond,
  };
}
