import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useNavigation } from '@remix-run/react';
import { Plus } from '../shared/ui/icons.ts';
import { Card, DraftCard } from '../features/library/view/card.tsx';
import { Empty, None } from '../features/library/view/empty.tsx';
import { LibrarySkeleton } from '../features/library/view/skeleton.tsx';
import { Toolbar } from '../features/library/view/toolbar.tsx';
import { BLANK } from '../features/create/model/fields.ts';
import type { Draft } from '../shared/drafts/draft.ts';
import { useDrafts } from '../features/library/model/use-drafts.ts';
import { orFailure } from '../shared/api/failures.server.ts';
import { Held } from '../shared/storage/await-stored.tsx';
import type { VideoCard } from '../shared/videos/video-card.ts';
import { keepPage } from '../shared/connection/keep-page.ts';
import { filterOf, libraryPath } from '../features/library/model/filters.ts';
import { libraryPage } from '../features/library/server/list.server.ts';
import { useSlowNavigation } from '../shared/browser/slow-navigation.ts';
import { useStrings } from '../shared/strings/context.tsx';
import { DEFAULT_LOCALE, stringsOf } from '../shared/strings/index.ts';

export async function loader({ request, context: { api } }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const query = {
    filter: filterOf(searchParams.get('show')),
    words: (searchParams.get('q') ?? '').trim().slice(0, 200),
    cursor: searchParams.get('cursor') ?? undefined,
  };
  const [page, options] = await orFailure(Promise.all([libraryPage(api, query), api.options()]));
  return {
    ...query,
    ...page,
    waitSeconds: BLANK.seconds * options.estimates.makeSecondsPerSecond,
  };
}

export const shouldRevalidate = keepPage;

export default function Library() {
  const page = useLoaderData<typeof loader>();
  const { library } = useStrings();
  const drafts = useDrafts();
  const slow = useSlowNavigation() === '/videos';
  const going = filterOf(new URLSearchParams(useNavigation().location?.search).get('show'));
  const { filter, words, searched, cursor, next } = page;
  const fitting = drafts.filter((draft) => holds(draft, words));
  const shownDrafts = (filter === 'all' && cursor === undefined) || filter === 'drafts' ? fitting : [];
  const counts = page.counts && {
    ...page.counts,
    all: page.counts.all + drafts.length,
    drafts: drafts.length,
  };
  if (!page.any && drafts.length === 0 && words === '') {
    return (
      <Held until="drafts">
        <div className="library-head">
          <h1>{library.title}</h1>
        </div>
        <Empty waitSeconds={page.waitSeconds} />
      </Held>
    );
  }
  const items = inOrder(page.videos, shownDrafts);
  return (
    <Held until="drafts">
      <div className="library-head">
        <h1>{library.title}</h1>
        <Link className="button button--primary library-head__new" to="/">
          <Plus size={20} />
          {library.fresh}
        </Link>
      </div>
      <Toolbar
        filter={slow ? going : filter}
        words={words}
        searched={searched}
        counts={slow ? undefined : counts}
      />
      {slow ? (
        <LibrarySkeleton />
      ) : (
        <>
          <p className="unseen" role="status">
            {words !== '' || filter !== 'all' ? library.found(items.length) : ''}
          </p>
          {items.length === 0 && <None filter={filter} words={words} searched={searched} older={next} />}
          <ul className="library">
            {items.map((item, index) =>
              'settings' in item ? (
                <DraftCard key={item.id} draft={item} />
              ) : (
                <Card key={item.id} video={item} eager={index < 6} />
              ),
            )}
          </ul>
          {(next !== undefined || cursor !== undefined) && items.length > 0 && (
            <nav className="paging" aria-label={library.pages}>
              {cursor !== undefined && (
                <Link className="button" to={libraryPath(filter, words)}>
                  {library.newest}
                </Link>
              )}
              {next !== undefined && (
                <Link className="button" to={libraryPath(filter, words, next)}>
                  {library.older}
                </Link>
              )}
            </nav>
          )}
        </>
      )}
    </Held>
  );
}

function holds(draft: Draft, words: string): boolean {
  const text = [draft.title, ...draft.scenes.map(({ narration }) => narration)].join('\n').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Newest first, drafts among the videos. */
function inOrder(videos: readonly VideoCard[], drafts: readonly Draft[]): (VideoCard | Draft)[] {
  const at = (item: VideoCard | Draft): number => ('settings' in item ? item.savedMs : item.createdMs);
  return [...videos, ...drafts].sort((a, b) => at(b) - at(a));
}

export const meta: MetaFunction = () => {
  const { errors, library } = stringsOf(DEFAULT_LOCALE);
  return [{ title: errors.title(library.title) }];
};
