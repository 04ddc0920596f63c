/** Where photos and clips of others are searched, in the words of the configuration. */
export const FOOTAGE_SOURCES = ['pexels', 'pixabay', 'openverse', 'wikimedia'] as const;
export type FootageSource = (typeof FOOTAGE_SOURCES)[number];

export const FOOTAGE_KINDS = ['photo', 'clip'] as const;
export type FootageKind = (typeof FOOTAGE_KINDS)[number];

export const FOOTAGE_ORIENTATIONS = ['portrait', 'landscape', 'square'] as const;
export type FootageOrientation = (typeof FOOTAGE_ORIENTATIONS)[number];

/** Licences that allow what a video does with footage: cutting, changing, and use for money. */
export const FOOTAGE_LICENCES = ['CC0', 'PDM', 'CC BY', 'CC BY-SA', 'Pexels', 'Pixabay'] as const;
export type FootageLicenceId = (typeof FOOTAGE_LICENCES)[number];

export interface FootageLicence {
  readonly id: FootageLicenceId;
  /** Of a licence of Creative Commons. */
  readonly version?: string;
  readonly url: string;
}

/** One of the sizes in which a photo or a clip can be downloaded. */
export interface FootageFile {
  readonly url: string;
  readonly mediaType: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bytes?: number;
}

export interface FoundFootage {
  readonly source: FootageSource;
  /** Begins with its kind: `photo-2014422`, `clip-857195`. */
  readonly id: string;
  readonly kind: FootageKind;
  readonly title: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Of a clip. */
  readonly seconds?: number;
  /** A small picture, for showing what was found; not for keeping. */
  readonly previewUrl: string;
  /** Its page at the source, which credits lead to. */
  readonly pageUrl: string;
  readonly author: string;
  readonly authorUrl?: string;
  readonly licence: FootageLicence;
  /** Title, author, source and licence in one line, as the licence asks for it. */
  readonly attribution: string;
  readonly files: readonly FootageFile[];
}

export interface FootageQuery {
  readonly words: string;
  /** BCP 47, of the words. */
  readonly language: string;
  readonly kind: FootageKind;
  readonly orientation?: FootageOrientation;
  /** Of the shorter side. */
  readonly leastPx?: number;
  /** Of a clip. */
  readonly leastSeconds?: number;
  /** Only this source is asked. */
  readonly source?: FootageSource;
  readonly count: number;
  /** From 1. */
  readonly page: number;
}

export interface FootageAnswer {
  /** Best first, of one source. */
  readonly items: readonly FoundFootage[];
  /** There may be another page. */
  readonly more: boolean;
  /** Sentences: which source did not answer, and why. */
  readonly failures: readonly string[];
}

export interface FootageWanted {
  readonly source: FootageSource;
  readonly id: string;
  /** What the search said; another one is refused. */
  readonly licence?: FootageLicenceId | undefined;
}

export interface FetchedFootage {
  /** As it is now, at its source. */
  readonly item: FoundFootage;
  /** By the file's first bytes. */
  readonly mediaType: string;
  readonly bytes: number;
}

/** An address that a source gave with what was found. */
export interface FootageAddress {
  readonly source: FootageSource;
  readonly url: string;
}

/** A small picture of what was found. */
export interface FootagePreview {
  readonly bytes: Uint8Array;
  /** By its first bytes. */
  readonly mediaType: string;
}

/** A film of a source, or the part of it that was asked for. */
export interface FootageFilm {
  readonly mediaType: string;
  /** As a Content-Range says it; absent when it is all of it. */
  readonly range?: string;
  /** Of the body, where the source says so. */
  readonly bytes?: number;
  readonly body: NodeJS.ReadableStream;
}

/** Photos and clips of others, with licences that allow their use. */
export interface Footage {
  /** In the order in which they are asked; empty where none is configured. */
  readonly sources: readonly FootageSource[];
  /**
   * The page of the first source that has one. A source that fails is left out with a sentence; rejects only with the
   * signal's reason. Answers are kept for 24 hours.
   */
  search(query: FootageQuery, signal: AbortSignal): Promise<FootageAnswer>;
  /**
   * Asks the source what it is now and writes its best file for a vertical frame to `path`, which must not exist. Throws
   * InputInvalid when it is gone, not what it claims to be, too large, or under a licence that is not taken;
   * ProviderFailed when the source does not answer: trying again is safe. Then nothing is left at `path`.
   */
  fetch(wanted: FootageWanted, path: string, signal: AbortSignal): Promise<FetchedFootage>;
}

/** What a search found, looked at before it is chosen. */
export interface FootageViewing {
  /**
   * What the source says of it now. Throws NotFound when it is gone, or under a licence that does not allow its use;
   * ProviderFailed when the source does not answer.
   */
  item(wanted: Pick<FootageWanted, 'source' | 'id'>, signal: AbortSignal): Promise<FoundFootage>;
  /**
   * The picture at a `previewUrl`, kept for a while. Throws NotFound when it is gone, ProviderFailed when it cannot be had
   * or is no picture.
   */
  preview(address: FootageAddress, signal: AbortSignal): Promise<FootagePreview>;
  /** A clip's file as it comes, `range` being one range of bytes as in HTTP. Throws as `preview`. */
  film(address: FootageAddress, range: string | undefined, signal: AbortSignal): Promise<FootageFilm>;
}
