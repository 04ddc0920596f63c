import type { JobJson } from '@shortfactory/contract';
import type { VisitorApi } from '../../../shared/api/api.server.ts';
import { cardOf } from '../../../shared/videos/video-card.ts';
import type { VideoCard } from '../../../shared/videos/video-card.ts';
import type { Filter, Searched } from '../model/filters.ts';
import { hasWords } from '../model/has-words.ts';

/** Fills the rows of two, four and six columns. */
const PAGE = 36;
const STATUSES: Readonly<Record<Filter, readonly JobJson['status'][]>> = {
  all: [],
  making: ['running', 'queued'],
  ready: ['done'],
  stopped: ['failed', 'cancelled'],
  drafts: [],
};

export interface LibraryPage {
  readonly videos: readonly VideoCard[];
  /** Of the page after this one. */
  readonly next: string | undefined;
  /** How many there are of each, when all of them are known. */
  readonly counts: Readonly<Record<Filter, number>> | undefined;
  /** What words are looked for in, besides titles. */
  readonly searched: Searched;
  /** Whether the visitor has any video at all, as far as is known. */
  readonly any: boolean;
}

export interface LibraryQuery {
  readonly filter: Filter;
  readonly words: string;
  readonly cursor: string | undefined;
}

/**
 * A page of the visitor's videos. As long as all of them fit on one page they are filtered and searched here, scripts
 * included, and counted; after that the API does it, which knows titles and topics.
 */
export async function libraryPage(api: VisitorApi, query: LibraryQuery): Promise<LibraryPage> {
  if (query.cursor === undefined) {
    const first = await api.videos({ limit: PAGE });
    if (first.next === undefined) return whole(first.videos, query);
    if (query.filter === 'all' && query.words === '') {
      return {
        videos: first.videos.map(cardOf),
        next: first.next,
        counts: undefined,
        searched: 'topics',
        any: true,
      };
    }
  }
  return asked(api, query);
}

function whole(all: readonly JobJson[], { filter, words }: LibraryQuery): LibraryPage {
  const count = (of: Filter): number => all.filter(({ status }) => STATUSES[of].includes(status)).length;
  const wanted = STATUSES[filter];
  const videos = all.filter(
    (job) => (filter === 'all' || wanted.includes(job.status)) && hasWords(textsOf(job), words),
  );
  return {
    videos: videos.map(cardOf),
    next: undefined,
    searched: 'scripts',
    any: all.length > 0,
    counts: {
      all: all.length,
      making: count('making'),
      ready: count('ready'),
      stopped: count('stopped'),
      drafts: 0,
    },
  };
}

/** What a search looks at: the title, the topic and the script. */
function textsOf(job: JobJson): string[] {
  const narrations = job.script?.scenes.map(({ narration }) => narration) ?? [];
  return [job.title, job.topic ?? '', ...narrations];
}

/** A filter of two states is two lists side by side, each with a cursor of its own. */
async function asked(api: VisitorApi, { filter, words, cursor }: LibraryQuery): Promise<LibraryPage> {
  if (filter === 'drafts') {
    // Drafts are the browser's, which knows all of their words.
    return { videos: [], next: undefined, counts: undefined, searched: 'scripts', any: true };
  }
  const statuses: readonly (JobJson['status'] | undefined)[] =
    filter === 'all' ? [undefined] : STATUSES[filter];
  const cursors = cursor?.split(',') ?? [];
  const pages = await Promise.all(
    statuses.map((status, index) => {
      // A list that has ended stays ended.
      if (cursor !== undefined && !cursors[index]) return { videos: [] };
      return api.videos({
        limit: Math.ceil(PAGE / statuses.length),
        q: words,
        ...(status !== undefined && { status }),
        ...(cursors[index] !== undefined && { cursor: cursors[index] }),
      });
    }),
  );
  const nexts = pages.map((page) => ('next' in page ? (page.next ?? '') : ''));
  return {
    videos: pages
      .flatMap((page) => page.videos)
      .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
      .map(cardOf),
    next: nexts.some((next) => next !== '') ? nexts.join(',') : undefined,
    counts: undefined,
    searched: 'topics',
    any: true,
  };
}
