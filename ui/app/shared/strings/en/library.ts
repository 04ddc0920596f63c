import { clock, roughTime } from '../../format/format.ts';
import { wholeSeconds } from '../../format/length.ts';
import { plural, s, spelledTime } from './phrases.ts';

/** The list of videos. */
export const library = {
  title: 'Videos',
  fresh: 'New video',
  many: 'Many at once',
  search: { scripts: 'Search titles and scripts', topics: 'Search titles and topics' },
  go: 'Search',
  clear: 'Clear the search',
  filters: {
    label: 'Show',
    all: 'All',
    making: 'Making',
    ready: 'Ready',
    stopped: 'Stopped',
    drafts: 'Drafts',
  },
  making: (percent: number) => `Making, ${percent}\u00a0%`,
  waiting: 'Waiting',
  makingNow: 'Making now',
  left: (n: number) => `About ${roughTime('en', n)} left`,
  ready: (day: string) => `Ready, ${day}`,
  length: (length: number) => clock(wholeSeconds(length)),
  made: (length: number, day: string) => `${s(wholeSeconds(length))}, ${day}`,
  stopped: 'Stopped',
  offline: (n: number) => `${n} drawn offline`,
  draft: 'Draft',
  draftIs: (scenes: number, length: number) =>
    `${plural(scenes, 'scene', 'scenes')}${length > 0 ? `, ${s(wholeSeconds(length))}` : ''}`,
  poster: (title: string) => `Poster of ${title}`,
  older: 'Older videos',
  newest: 'Newest videos',
  pages: 'Pages',
  loading: 'Loading videos',
  empty: {
    title: 'The line is quiet',
    detail: (waitSeconds: number) =>
      `Nothing has been made here yet. Type a topic and your first short rolls off in about ${spelledTime(waitSeconds)}.`,
    make: 'Make the first video',
    from: 'Or start from',
  },
  none: {
    search: (query: string) => `Nothing matches “${query}”`,
    searchDetail: {
      scripts: 'Titles and scripts were searched. Try fewer words, or another spelling.',
      topics: 'Titles and topics were searched. Try fewer words, or another spelling.',
    },
    making: 'Nothing is being made',
    ready: 'Nothing is ready yet',
    stopped: 'Nothing has stopped',
    drafts: 'No drafts on this device',
    detail: 'Videos come here as they are made.',
    more: 'Older videos have not been searched yet.',
    searchOlder: 'Search older videos',
    all: 'Show all videos',
  },
  found: (n: number) => plural(n, 'video', 'videos'),
};
