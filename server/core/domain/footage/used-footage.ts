import type { FoundFootage } from '../../ports/footage.ts';

/** What a video shows already, so that nothing is shown twice, also where two sources have the same. */
export class UsedFootage {
  readonly #marks = new Set<string>();

  /** Notes it; false when it, or what looks like it, was noted before. */
  take(item: FoundFootage): boolean {
    if (this.has(item)) return false;
    for (const mark of marksOf(item)) this.#marks.add(mark);
    return true;
  }

  has(item: FoundFootage): boolean {
    return marksOf(item).some((mark) => this.#marks.has(mark));
  }
}

function marksOf({
  source,
  id,
  kind,
  title,
  author,
  widthPx,
  heightPx,
  pageUrl,
  previewUrl,
}: FoundFootage): string[] {
  const bare = (address: string): string => {
    const { host, pathname } = new URL(address);
    return `${host.replace(/^www\./, '')}${decoded(pathname).replace(/\/$/, '')}`.toLowerCase();
  };
  const look = `${kind} ${title} ${author} ${widthPx}x${heightPx}`.toLowerCase();
  return [`${source} ${id}`, bare(pageUrl), `preview ${bare(previewUrl)}`, ...(title === '' ? [] : [look])];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
