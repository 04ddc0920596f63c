import type { FootageFile, FootageKind, FootageQuery, FoundFootage } from '@shortfactory/core';
import { z } from 'zod';
import { address, bytes, each, maybeAddress, numericId, px, seconds, total } from '../fields.ts';
import { PIXABAY_LICENCE } from '../licence.ts';
import { SourceFailed } from '../net/failure.ts';
import { getJson } from '../net/json.ts';
import type { Asked } from '../net/json.ts';
import { fitted, found, shortened } from './source.ts';
import type { Page, Source } from './source.ts';

const PER_PAGE = { least: 3, most: 200 };
const MOST_CHARS = 100;
const LANGUAGES = new Set(
  'cs da de en es fr id it hu nl no pl pt ro sk fi sv tr vi th bg ru el ja ko zh'.split(' '),
);

/** @see https://pixabay.com/api/docs/ */
const answered = z.object({ hits: z.array(z.unknown()).max(PER_PAGE.most), totalHits: total });
const by = {
  id: numericId,
  pageURL: address,
  tags: z.string().nullish(),
  user: z.string().nullish(),
  user_id: numericId,
};
const photo = z.object({
  ...by,
  webformatURL: address,
  largeImageURL: maybeAddress,
  /** Only with full access. */
  fullHDURL: maybeAddress,
  imageURL: maybeAddress,
  imageWidth: px,
  imageHeight: px,
  imageSize: bytes,
});
/** A size that there is not has an empty address. */
const size = z
  .object({ url: address, width: px, height: px, size: bytes, thumbnail: maybeAddress })
  .optional()
  .catch(undefined);
const video = z.object({
  ...by,
  duration: seconds,
  videos: z.object({ large: size, medium: size, small: size, tiny: size }),
});

export interface PixabayOptions {
  readonly baseUrl: string;
  readonly key: () => Promise<string>;
  readonly asked: Asked;
}

/** Pixabay takes its key as part of the address, so that no address of a request is ever shown. */
export class Pixabay implements Source {
  readonly name = 'pixabay';
  readonly label = 'Pixabay';
  readonly kinds = ['photo', 'clip'] as const;
  readonly #options: PixabayOptions;

  constructor(options: PixabayOptions) {
    this.#options = options;
  }

  async search(
    { words, language, kind, orientation, leastPx, count, page }: FootageQuery,
    signal: AbortSignal,
  ): Promise<Page> {
    const [lang = ''] = language.split('-');
    const { hits, totalHits } = (await this.#get(kind, signal, {
      q: shortened(words, MOST_CHARS),
      ...(LANGUAGES.has(lang) ? { lang } : {}),
      ...(orientation === 'portrait'
        ? { orientation: 'vertical' }
        : orientation === 'landscape'
          ? { orientation: 'horizontal' }
          : {}),
      ...(leastPx === undefined ? {} : { min_width: String(leastPx), min_height: String(leastPx) }),
      safesearch: 'true',
      page: String(page),
      per_page: String(Math.min(Math.max(count, PER_PAGE.least), PER_PAGE.most)),
    })) ?? { hits: [], totalHits: 0 };
    return { items: itemsOf(kind, hits), total: totalHits };
  }

  async item(kind: FootageKind, id: string, signal: AbortSignal): Promise<FoundFootage | undefined> {
    const answer = await this.#get(kind, signal, { id });
    return itemsOf(kind, answer?.hits ?? []).find((item) => item.id === `${kind}-${id}`);
  }

  async #get(kind: FootageKind, signal: AbortSignal, query: Readonly<Record<string, string>>) {
    const { baseUrl, key, asked } = this.#options;
    const url = new URL(baseUrl.replace(/\/+$/, '') + (kind === 'photo' ? '/api/' : '/api/videos/'));
    const type = kind === 'photo' ? { image_type: 'photo' } : { video_type: 'film' };
    url.search = new URLSearchParams({
      key: await key(),
      ...('id' in query ? {} : type),
      ...query,
    }).toString();
    const json = await getJson(url, {}, asked, signal);
    if (json === undefined) return undefined;
    const parsed = answered.safeParse(json);
    if (!parsed.success) throw new SourceFailed('The answer of Pixabay is not what it should be.');
    return parsed.data;
  }
}

function itemsOf(kind: FootageKind, hits: readonly unknown[]): FoundFootage[] {
  return kind === 'photo' ? each(hits, photo).flatMap(ofPhoto) : each(hits, video).flatMap(ofVideo);
}

const authorUrl = (user: string | null | undefined, id: number): string =>
  `https://pixabay.com/users/${encodeURIComponent(user ?? '')}-${id}/`;

function ofPhoto(hit: z.infer<typeof photo>): FoundFootage[] {
  const { imageWidth: w, imageHeight: h, largeImageURL, fullHDURL, imageURL, imageSize } = hit;
  const mediaType = 'image/jpeg';
  const files: FootageFile[] = [
    ...(imageURL === undefined
      ? []
      : [
          {
            url: imageURL,
            mediaType,
            widthPx: w,
            heightPx: h,
            ...(imageSize === undefined ? {} : { bytes: imageSize }),
          },
        ]),
    ...(fullHDURL === undefined ? [] : [{ url: fullHDURL, mediaType, ...fitted(w, h, 1920, 1920) }]),
    ...(largeImageURL === undefined ? [] : [{ url: largeImageURL, mediaType, ...fitted(w, h, 1280, 1280) }]),
  ];
  const item = found({
    ...{
      source: 'pixabay',
      kind: 'photo',
      id: hit.id,
      title: hit.tags,
      previewUrl: hit.webformatURL,
      pageUrl: hit.pageURL,
    },
    ...{ author: hit.user, authorUrl: authorUrl(hit.user, hit.user_id), licence: PIXABAY_LICENCE, files },
  });
  return item ? [item] : [];
}

function ofVideo(hit: z.infer<typeof video>): FoundFootage[] {
  const sizes = Object.values(hit.videos).flatMap((each) => (each ? [each] : []));
  const previewUrl =
    sizes.map(({ thumbnail }) => thumbnail).findLast((url) => url !== undefined) ?? hit.pageURL;
  const item = found({
    ...{
      source: 'pixabay',
      kind: 'clip',
      id: hit.id,
      title: hit.tags,
      previewUrl,
      pageUrl: hit.pageURL,
      seconds: hit.duration,
    },
    ...{ author: hit.user, authorUrl: authorUrl(hit.user, hit.user_id), licence: PIXABAY_LICENCE },
    files: sizes.map(({ url, width, height, size: length }) => ({
      ...{ url, mediaType: 'video/mp4', widthPx: width, heightPx: height },
      ...(length === undefined ? {} : { bytes: length }),
    })),
  });
  return item ? [item] : [];
}
