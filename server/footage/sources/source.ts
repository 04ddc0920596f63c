import type {
  FootageFile,
  FootageKind,
  FootageLicence,
  FootageQuery,
  FootageSource,
  FoundFootage,
} from '@shortfactory/core';
import { attributionOf } from '../attribution.ts';
import { AUTHOR_CHARS, TITLE_CHARS, plain } from '../fields.ts';

/** A source's answer to a search. */
export interface Page {
  readonly items: readonly FoundFootage[];
  /** Of everything that it found, what is left out too. */
  readonly total: number;
}

/** An item whose licence does not allow its use. */
export interface Forbidden {
  /** As the source names it. */
  readonly licence: string;
}

/** One source. Throws SourceFailed and the signal's reason. */
export interface Source {
  readonly name: FootageSource;
  readonly label: string;
  readonly kinds: readonly FootageKind[];
  search(query: FootageQuery, signal: AbortSignal): Promise<Page>;
  /** What it is now; undefined when it is gone. `id` is without its kind. */
  item(kind: FootageKind, id: string, signal: AbortSignal): Promise<FoundFootage | Forbidden | undefined>;
}

export function isForbidden(item: FoundFootage | Forbidden): item is Forbidden {
  return !('files' in item);
}

interface Parts {
  readonly source: FootageSource;
  readonly kind: FootageKind;
  readonly id: string | number;
  readonly title?: string | null | undefined;
  readonly seconds?: number | undefined;
  readonly previewUrl: string;
  readonly pageUrl: string;
  readonly author?: string | null | undefined;
  readonly authorUrl?: string | undefined;
  readonly licence: FootageLicence;
  readonly files: readonly FootageFile[];
}

/** An item as it is shown; undefined without a file that can be taken. Its size is that of the largest file. */
export function found(parts: Parts): FoundFootage | undefined {
  const { source, kind, id, title, seconds, previewUrl, pageUrl, author, authorUrl, licence, files } = parts;
  const [largest] = [...files].sort((a, b) => b.widthPx * b.heightPx - a.widthPx * a.heightPx);
  if (!largest) return undefined;
  const item = {
    ...{ source, id: `${kind}-${id}`, kind },
    title: plain(title, TITLE_CHARS),
    ...{ widthPx: largest.widthPx, heightPx: largest.heightPx },
    ...(seconds === undefined ? {} : { seconds }),
    ...{ previewUrl, pageUrl },
    author: plain(author, AUTHOR_CHARS) || 'an unknown author',
    ...(authorUrl === undefined ? {} : { authorUrl }),
    ...{ licence, files },
  };
  return { ...item, attribution: attributionOf(item) };
}

/** `widthPx` × `heightPx` made smaller until it fits into a box. */
export function fitted(widthPx: number, heightPx: number, boxWidth: number, boxHeight: number) {
  const scale = Math.min(1, boxWidth / widthPx, boxHeight / heightPx);
  return {
    widthPx: Math.max(1, Math.round(widthPx * scale)),
    heightPx: Math.max(1, Math.round(heightPx * scale)),
  };
}

/** The words up to `most` characters, whole. */
export function shortened(words: string, most: number): string {
  if (words.length <= most) return words;
  const cut = words.slice(0, most + 1);
  const end = cut.lastIndexOf(' ');
  return end > 0 ? cut.slice(0, end) : words.slice(0, most);
}
