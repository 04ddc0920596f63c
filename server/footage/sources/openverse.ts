import type { FootageKind, FootageQuery, FoundFootage } from '@shortfactory/core';
import { z } from 'zod';
import { address, bytes, each, maybeAddress, px, total } from '../fields.ts';
import { ccLicence } from '../licence.ts';
import { SourceFailed } from '../net/failure.ts';
import { getJson } from '../net/json.ts';
import type { Asked } from '../net/json.ts';
import { found, shortened } from './source.ts';
import type { Forbidden, Page, Source } from './source.ts';

/** More is refused to who has no account. */
const MOST_PER_PAGE = 20;
const MOST_CHARS = 200;
const SHAPES = { portrait: 'tall', landscape: 'wide', square: 'square' } as const;
const TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

/** @see https://api.openverse.org/v1/ */
const answered = z.object({ results: z.array(z.unknown()).max(500), result_count: total });
const image = z.object({
  id: z.uuid(),
  title: z.string().nullish(),
  foreign_landing_url: address,
  url: address,
  creator: z.string().nullish(),
  creator_url: maybeAddress,
  license: z.string().max(40),
  license_version: z.string().max(10).nullish(),
  filesize: bytes,
  filetype: z.string().max(10).nullish().catch(undefined),
  width: px,
  height: px,
  thumbnail: address,
});
type Image = z.infer<typeof image>;

export interface OpenverseOptions {
  readonly baseUrl: string;
  readonly asked: Asked;
}

/** Photos of museums, Flickr, Wikimedia and others, of which Openverse knows the licence. */
export class Openverse implements Source {
  readonly name = 'openverse';
  readonly label = 'Openverse';
  readonly kinds = ['photo'] as const;
  readonly #options: OpenverseOptions;

  constructor(options: OpenverseOptions) {
    this.#options = options;
  }

  async search({ words, orientation, count, page }: FootageQuery, signal: AbortSignal): Promise<Page> {
    const json = await this.#get('/v1/images/', signal, {
      q: shortened(words, MOST_CHARS),
      license: 'cc0,pdm,by,by-sa',
      extension: 'jpg,jpeg,png,webp',
      mature: 'false',
      ...(orientation === undefined ? {} : { aspect_ratio: SHAPES[orientation] }),
      page: String(page),
      page_size: String(Math.min(count, MOST_PER_PAGE)),
    });
    const parsed = answered.safeParse(json);
    if (!parsed.success) throw unreadable();
    const items = each(parsed.data.results, image).flatMap((each) => itemOf(each) ?? []);
    return { items, total: parsed.data.result_count };
  }

  async item(
    _kind: FootageKind,
    id: string,
    signal: AbortSignal,
  ): Promise<FoundFootage | Forbidden | undefined> {
    const json = await this.#get(`/v1/images/${id}/`, signal, {});
    if (json === undefined) return undefined;
    const [one] = each([json], image);
    if (one?.id !== id) throw unreadable();
    return itemOf(one) ?? { licence: `CC ${one.license.toUpperCase()} ${one.license_version ?? ''}`.trim() };
  }

  #get(path: string, signal: AbortSignal, query: Readonly<Record<string, string>>): Promise<unknown> {
    const { baseUrl, asked } = this.#options;
    const url = new URL(baseUrl.replace(/\/+$/, '') + path);
    url.search = new URLSearchParams(query).toString();
    return getJson(url, {}, asked, signal);
  }
}

function unreadable(): SourceFailed {
  return new SourceFailed('The answer of Openverse is not what it should be.');
}

function itemOf(one: Image): FoundFootage | undefined {
  const licence = ccLicence(one.license, one.license_version ?? undefined);
  const ending = (one.filetype ?? /\.(\w{3,4})$/.exec(new URL(one.url).pathname)?.[1] ?? '').toLowerCase();
  const mediaType = TYPES[ending];
  if (!licence || mediaType === undefined) return undefined;
  return found({
    ...{ source: 'openverse', kind: 'photo', id: one.id, title: one.title, previewUrl: one.thumbnail },
    ...{ pageUrl: one.foreign_landing_url, author: one.creator, authorUrl: one.creator_url, licence },
    files: [
      {
        ...{ url: one.url, mediaType, widthPx: one.width, heightPx: one.height },
        ...(one.filesize === undefined ? {} : { bytes: one.filesize }),
      },
    ],
  });
}
