import { FOOTAGE_SOURCES } from '@shortfactory/core';
import type { FootageAddress, FootageFile, FoundFootage } from '@shortfactory/core';
import { sealed, unsealed } from '../identity/seal.ts';

/** What of something that was found can be looked at. */
type Looked = 'preview' | 'film';

/** A film with fewer pixels on its shorter side says too little; more of them are not needed for looking. */
const LEAST_FILM_PX = 360;
/** What a browser plays. */
const FILMS: ReadonlySet<string> = new Set(['video/mp4', 'video/webm']);

/** Where it can be looked at by this API, as paths. */
export function pathsOf(
  signingKey: string,
  { source, previewUrl, files, kind }: FoundFootage,
): { readonly preview: string; readonly film?: string } {
  const path = (what: Looked, url: string): string =>
    `/api/footage/${what}s/${sealed(signingKey, `footage ${what}`, Buffer.from(`${source} ${url}`))}`;
  const film = kind === 'clip' ? smallest(files) : undefined;
  return { preview: path('preview', previewUrl), ...(film && { film: path('film', film.url) }) };
}

/**
 * The address that a path names. It is in the name itself and signed, so that every instance fetches it without asking the
 * source again, and none fetches what no search found. Undefined when this API did not make the name.
 */
export function addressOf(signingKey: string, what: Looked, name: string): FootageAddress | undefined {
  const [, named, url] =
    /^(\w+) (.+)$/s.exec(unsealed(signingKey, `footage ${what}`, name)?.toString() ?? '') ?? [];
  const source = FOOTAGE_SOURCES.find((each) => each === named);
  return source === undefined || url === undefined ? undefined : { source, url };
}

function smallest(files: readonly FootageFile[]): FootageFile | undefined {
  const side = ({ widthPx, heightPx }: FootageFile): number => Math.min(widthPx, heightPx);
  const played = files.filter(({ mediaType }) => FILMS.has(mediaType)).sort((a, b) => side(a) - side(b));
  return played.find((file) => side(file) >= LEAST_FILM_PX) ?? played.at(-1);
}
