import type { FootageKind, FootageQuery, FoundFootage } from '@shortfactory/core';
import { z } from 'zod';
import { address, bytes, each, maybeAddress, numericId, px, seconds, total } from '../fields.ts';
import { PEXELS_LICENCE } from '../licence.ts';
import { getJson } from '../net/json.ts';
import type { Asked } from '../net/json.ts';
import { SourceFailed } from '../net/failure.ts';
import { fitted, found, shortened } from './source.ts';
import type { Page, Source } from './source.ts';

const MOST_PER_PAGE = 80;
const MOST_CHARS = 200;

/** @see https://www.pexels.com/api/documentation/ */
const photo = z.object({
  id: numericId,
  width: px,
  height: px,
  url: address,
  alt: z.string().nullish(),
  photographer: z.string().nullish(),
  photographer_url: maybeAddress,
  src: z.object({ original: address, large2x: maybeAddress, medium: address }),
});
const video = z.object({
  id: numericId,
  url: address,
  image: address,
  duration: seconds,
  user: z.object({ name: z.string().nullish(), url: maybeAddress }),
  video_files: z.array(z.unknown()).max(100),
});
const videoFile = z.object({ link: address, file_type: z.string(), width: px, height: px, size: bytes });
const photos = z.object({ photos: z.array(z.unknown()).max(MOST_PER_PAGE), total_results: total });
const videos = z.object({ videos: z.array(z.unknown()).max(MOST_PER_PAGE), total_results: total });

const LOCALES = (
  'en-US pt-BR es-ES ca-ES de-DE it-IT fr-FR sv-SE id-ID pl-PL ja-JP zh-TW zh-CN ko-KR th-TH nl-NL hu-HU vi-VN ' +
  'cs-CZ da-DK fi-FI uk-UA el-GR ro-RO nb-NO sk-SK tr-TR ru-RU'
).split(' ');

export interface PexelsOptions {
  readonly baseUrl: string;
  readonly key: () => Promise<string>;
  readonly asked: Asked;
}

export class Pexels implements Source {
  readonly name = 'pexels';
  readonly label = 'Pexels';
  readonly kinds = ['photo', 'clip'] as const;
  readonly #options: PexelsOptions;

  constructor(options: PexelsOptions) {
    this.#options = options;
  }

  async search(query: FootageQuery, signal: AbortSignal): Promise<Page> {
    const { words, language, kind, orientation, count, page } = query;
    const locale =
      LOCALES.find((each) => each === language) ??
      LOCALES.find((each) => each.split('-')[0] === language.split('-')[0]);
    const answer = await this.#get(kind === 'photo' ? '/v1/search' : '/v1/videos/search', signal, {
      query: shortened(words, MOST_CHARS),
      ...(orientation === undefined ? {} : { orientation }),
      ...(locale === undefined ? {} : { locale }),
      page: String(page),
      per_page: String(Math.min(count, MOST_PER_PAGE)),
    });
    if (kind === 'photo') {
      const parsed = photos.safeParse(answer);
      if (!parsed.success) throw this.#unreadable();
      return { items: each(parsed.data.photos, photo).flatMap(ofPhoto), total: parsed.data.total_results };
    }
    const parsed = videos.safeParse(answer);
    if (!parsed.success) throw this.#unreadable();
    return { items: each(parsed.data.videos, video).flatMap(ofVideo), total: parsed.data.total_results };
  }

  async item(kind: FootageKind, id: string, signal: AbortSignal): Promise<FoundFootage | undefined> {
    const answer = await this.#get(kind === 'photo' ? `/v1/photos/${id}` : `/v1/videos/videos/${id}`, signal);
    if (answer === undefined) return undefined;
    const [item] =
      kind === 'photo' ? each([answer], photo).flatMap(ofPhoto) : each([answer], video).flatMap(ofVideo);
    if (item?.id !== `${kind}-${id}`) throw this.#unreadable();
    return item;
  }

  async #get(
    path: string,
    signal: AbortSignal,
    query: Readonly<Record<string, string>> = {},
  ): Promise<unknown> {
    const { baseUrl, key, asked } = this.#options;
    const url = new URL(baseUrl.replace(/\/+$/, '') + path);
    url.search = new URLSearchParams(query).toString();
    return getJson(url, { Authorization: await key() }, asked, signal);
  }

  #unreadable(): SourceFailed {
    return new SourceFailed('The answer of Pexels is not what it should be.');
  }
}

function ofPhoto({
  id,
  width,
  height,
  url,
  alt,
  photographer,
  photographer_url,
  src,
}: z.infer<typeof photo>): FoundFootage[] {
  const item = found({
    ...{ source: 'pexels', kind: 'photo', id, title: alt, previewUrl: src.medium, pageUrl: url },
    ...{ author: photographer, authorUrl: photographer_url, licence: PEXELS_LICENCE },
    files: [
      { url: src.original, mediaType: 'image/jpeg', widthPx: width, heightPx: height },
      ...(src.large2x === undefined
        ? []
        : // 940 × 650, for screens with twice the pixels.
          [{ url: src.large2x, mediaType: 'image/jpeg', ...fitted(width, height, 1880, 1300) }]),
    ],
  });
  return item ? [item] : [];
}

function ofVideo({ id, url, image, duration, user, video_files }: z.infer<typeof video>): FoundFootage[] {
  const item = found({
    ...{
      source: 'pexels',
      kind: 'clip',
      id,
      title: titleIn(url),
      previewUrl: image,
      pageUrl: url,
      seconds: duration,
    },
    ...{ author: user.name, authorUrl: user.url, licence: PEXELS_LICENCE },
    files: each(video_files, videoFile)
      .filter(({ file_type }) => file_type === 'video/mp4')
      .map(({ link, width, height, size }) => ({
        ...{ url: link, mediaType: 'video/mp4', widthPx: width, heightPx: height },
        ...(size === undefined ? {} : { bytes: size }),
      })),
  });
  return item ? [item] : [];
}

/** A video has no title but in its page's address: /video/waves-rushing-to-the-shore-1093662/. */
function titleIn(url: string): string {
  const [, slug = ''] = /\/video\/([a-z0-9-]*?)-?\d+\/?$/.exec(new URL(url).pathname) ?? [];
  return slug.replaceAll('-', ' ');
}
