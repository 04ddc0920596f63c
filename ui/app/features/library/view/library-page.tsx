import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useNavigation } from '@remix-run/react';
import { useSlowNavigation } from '../../../shared/browser/slow-navigation.ts';
import type { Draft } from '../../../shared/drafts/draft.ts';
import { AwaitStored } from '../../../shared/storage/await-stored.tsx';
import { useStrings } from '../../../shared/strings/context.tsx';
import { DEFAULT_LOCALE, stringsOf } from '../../../shared/strings/index.ts';
import { Plus } from '../../../shared/ui/icons.ts';
import type { VideoCard } from '../../../shared/videos/video-card.ts';
import { filterOf } from '../model/filters.ts';
import { hasWords } from '../model/has-words.ts';
import { useDrafts } from '../model/use-drafts.ts';
import type { loadLibraryPage } from '../server/library-page.server.ts';
import { Card } from './card.tsx';
import { DraftCard } from './draft-card.tsx';
import { Empty, None } from './empty.tsx';
import { Paging } from './paging.tsx';
import { LibrarySkeleton } from './skeleton.tsx';
import { Toolbar } from './toolbar.tsx';

/** The visitor's videos, and the drafts of this browser among them. */
export function LibraryPage() {
  const page = useLoaderData<typeof loadLibraryPage>();
  const { library } = useStrings();
  const drafts = useDrafts();
  const slow = useSlowNavigation() === '/videos';
  const going = filterOf(new URLSearchParams(useNavigation().location?.search).get('show'));
  const { filter, words, searched, cursor, next } = page;
  const fitting = drafts.filter(({ title, scenes }) =>
    hasWords([title, ...scenes.map(({ narration }) => narration)], words),
  );
  const shownDrafts = (filter === 'all' && cursor === undefined) || filter === 'drafts' ? fitting : [];
  const counts = page.counts && {
    ...page.counts,
    all: page.counts.all + drafts.length,
    drafts: drafts.length,
  };
  if (!page.any && drafts.length === 0 && words === '') {
    return (
      <AwaitStored what="drafts">
        <div className="library-head">
          <h1>{library.title}</h1>
        </div>
        <Empty waitSeconds={page.waitSeconds} />
      </AwaitStored>
    );
  }
  const items = inOrder(page.videos, shownDrafts);
  return (
    <AwaitStored what="drafts">
      <div className="library-head">
        <h1>{library.title}</h1>
        <span className="library-head__ways">
          <Link className="button" to="/batches">
            {library.many}
          </Link>
          <Link className="button button--primary library-head__new" to="/">
            <Plus size={20} />
            {library.fresh}
          </Link>
        </span>
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
            <Paging filter={filter} words={words} cursor={cursor} next={next} />
          )}
        </>
      )}
    </AwaitStored>
  );
}

/** Newest first, drafts among the videos. */
function inOrder(videos: readonly VideoCard[], drafts: readonly Draft[]): (VideoCard | Draft)[] {
  const at = (item: VideoCard | Draft): number => ('settings' in item ? item.savedMs : item.createdMs);
  return [...videos, ...drafts].sort((a, b) => at(b) - at(a));
}

export const libraryMeta: MetaFunction = () => {
  const { errors, library } = stringsOf(DEFAULT_LOCALE);
  return [{ title: errors.title(library.title) }];
};
