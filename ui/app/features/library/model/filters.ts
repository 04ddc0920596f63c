export const FILTERS = ['all', 'making', 'ready', 'stopped', 'drafts'] as const;
export type Filter = (typeof FILTERS)[number];
/** What a search looks at besides titles: every word of the scripts, or only what was asked for. */
export type Searched = 'scripts' | 'topics';

export function filterOf(value: string | null): Filter {
  return FILTERS.find((filter) => filter === value) ?? 'all';
}

/** The library's address for a filter and words; defaults are left out. */
export function libraryPath(filter: Filter, words: string, cursor?: string): string {
  const query = new URLSearchParams({
    ...(filter !== 'all' && { show: filter }),
    ...(words !== '' && { q: words }),
    ...(cursor !== undefined && { cursor }),
  });
  return query.size === 0 ? '/videos' : `/videos?${query}`;
}
