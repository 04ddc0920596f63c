import type { FootageFile, FootageKind, FootageQuery, FoundFootage } from '@shortfactory/core';
import { z } from 'zod';
import { address, bytes, each, maybeAddress, numericId, px, seconds, total } from '../fields.ts';
import { commonsLicence } from '../licence.ts';
import { SourceFailed } from '../net/failure.ts';
import { getJson } from '../net/json.ts';
import type { Asked } from '../net/json.ts';
import { found, shortened } from './source.ts';
import type { Forbidden, Page, Source } from './source.ts';

/** The namespace of files. */
const FILES = '6';
const MOST_PER_PAGE = 50;
const MOST_CHARS = 200;
/** Widths in which Commons keeps pictures. @see https://www.mediawiki.org/wiki/Common_thumbnail_sizes */
const WIDTHS = { preview: 330, frame: 1920 };
const TYPES = {
  photo: new Set(['image/jpeg', 'image/png', 'image/webp']),
  clip: new Set(['video/webm', 'video/mp4']),
} as const;

const said = z
  .object({ value: z.union([z.string(), z.number()]) })
  .optional()
  .catch(undefined);
/** @see https://www.mediawiki.org/wiki/API:Imageinfo and https://www.mediawiki.org/wiki/API:Videoinfo */
const info = z.object({
  url: address,
  descriptionurl: address,
  size: bytes,
  width: px,
  height: px,
  duration: seconds.optional().catch(undefined),
  mime: z.string().max(100),
  thumburl: maybeAddress,
  thumbwidth: px.optional().catch(undefined),
  thumbheight: px.optional().catch(undefined),
  derivatives: z.array(z.unknown()).max(100).optional().catch(undefined),
  extmetadata: z.object({
    ...{ License: said, LicenseShortName: said, Artist: said, Attribution: said, Restrictions: said },
  }),
});
const derivative = z.object({
  src: address,
  type: z.string(),
  width: px,
  height: px,
  transcodekey: z.string(),
});
const file = z.object({
  pageid: numericId,
  title: z.string(),
  index: z.number().optional(),
  imageinfo: z.array(info).min(1).optional(),
  videoinfo: z.array(info).min(1).optional(),
});
const answered = z.object({
  query: z
    .object({
      pages: z.array(z.unknown()).max(500).default([]),
      searchinfo: z.object({ totalhits: total }).optional().catch(undefined),
    })
    .optional(),
  error: z.unknown().optional(),
});

export interface WikimediaOptions {
  readonly baseUrl: string;
  readonly asked: Asked;
}

/** Wikimedia Commons, by MediaWiki's API. */
export class Wikimedia implements Source {
  readonly name = 'wikimedia';
  readonly label = 'Wikimedia Commons';
  readonly kinds = ['photo', 'clip'] as const;
  readonly #options: WikimediaOptions;

  constructor(options: WikimediaOptions) {
    this.#options = options;
  }

  async search({ words, language, kind, count, page }: FootageQuery, signal: AbortSignal): Promise<Page> {
    const limit = Math.min(count, MOST_PER_PAGE);
    const { pages, searchinfo } = await this.#get(kind, language, WIDTHS.preview, signal, {
      generator: 'search',
      // Signs that the search takes for operators are left out.
      gsrsearch: `${shortened(words.replace(/[^\p{L}\p{N}\p{M}'’ -]+/gu, ' '), MOST_CHARS)} filetype:${kind === 'photo' ? 'bitmap' : 'video'}`,
      gsrnamespace: FILES,
      gsrlimit: String(limit),
      gsroffset: String((page - 1) * limit),
      gsrinfo: 'totalhits',
    });
    const files = each(pages, file).sort((a, b) => (a.index ?? 0) - (b.index ?? 0));
    const items = files.flatMap((one) => {
      const item = itemOf(kind, one);
      return item && 'files' in item ? [item] : [];
    });
    return {
      items,
      total:
        searchinfo?.totalhits ??
        (files.length < limit ? (page - 1) * limit + files.length : page * limit + 1),
    };
  }

  async item(
    kind: FootageKind,
    id: string,
    signal: AbortSignal,
  ): Promise<FoundFootage | Forbidden | undefined> {
    const { pages } = await this.#get(kind, 'en', WIDTHS.frame, signal, { pageids: id });
    const one = each(pages, file).find(({ pageid }) => String(pageid) === id);
    return one && itemOf(kind, one);
  }

  async #get(
    kind: FootageKind,
    language: string,
    width: number,
    signal: AbortSignal,
    query: Readonly<Record<string, string>>,
  ) {
    const { baseUrl, asked } = this.#options;
    const url = new URL(`${baseUrl.replace(/\/+$/, '')}/w/api.php`);
    const [prop, p] = kind === 'photo' ? ['imageinfo', 'ii'] : ['videoinfo', 'vi'];
    url.search = new URLSearchParams({
      ...{ action: 'query', format: 'json', formatversion: '2', maxlag: '5', prop },
      [`${p}prop`]: ['url', 'size', 'mime', 'extmetadata', ...(kind === 'clip' ? ['derivatives'] : [])].join(
        '|',
      ),
      [`${p}urlwidth`]: String(width),
      [`${p}extmetadatafilter`]: 'License|LicenseShortName|Artist|Attribution|Restrictions',
      [`${p}extmetadatalanguage`]: language.split('-')[0] ?? 'en',
      ...query,
    }).toString();
    const parsed = answered.safeParse(await getJson(url, {}, asked, signal));
    if (!parsed.success) throw new SourceFailed('The answer of Wikimedia Commons is not what it should be.');
    if (parsed.data.error !== undefined)
      throw new SourceFailed('Wikimedia Commons did not take the request, or is behind with its work.');
    return parsed.data.query ?? { pages: [], searchinfo: undefined };
  }
}

function itemOf(kind: FootageKind, one: z.infer<typeof file>): FoundFootage | Forbidden | undefined {
  const about = (kind === 'photo' ? one.imageinfo : one.videoinfo)?.[0];
  if (!about) return undefined;
  const { License, LicenseShortName, Artist, Attribution } = about.extmetadata;
  const licence = commonsLicence(String(License?.value ?? ''));
  if (!licence)
    return { licence: String(LicenseShortName?.value ?? 'no licence that is known').slice(0, 60) };
  return found({
    ...{
      source: 'wikimedia',
      kind,
      id: one.pageid,
      title: one.title.replace(/^File:/, '').replace(/\.\w{2,5}$/, ''),
    },
    ...{ previewUrl: about.thumburl ?? about.url, pageUrl: about.descriptionurl, licence },
    author: String(Attribution?.value ?? Artist?.value ?? ''),
    ...(kind === 'clip' && about.duration !== undefined ? { seconds: about.duration } : {}),
    files: filesOf(kind, about),
  });
}

function filesOf(kind: FootageKind, about: z.infer<typeof info>): FootageFile[] {
  const { url, mime, width, height, size, thumburl, thumbwidth, thumbheight } = about;
  const types: ReadonlySet<string> = TYPES[kind];
  const original = types.has(mime)
    ? [
        {
          url,
          mediaType: mime,
          widthPx: width,
          heightPx: height,
          ...(size === undefined ? {} : { bytes: size }),
        },
      ]
    : [];
  if (kind === 'clip') {
    const others = each(about.derivatives ?? [], derivative).flatMap(({ src, type, width: w, height: h }) => {
      const mediaType = type.split(';')[0]?.trim() ?? '';
      return types.has(mediaType) ? [{ url: src, mediaType, widthPx: w, heightPx: h }] : [];
    });
    return [...original, ...others];
  }
  // Made smaller by Commons, of the same type; of a picture that is not larger it is the picture itself.
  const isSmaller =
    thumburl !== undefined && thumbwidth !== undefined && thumbheight !== undefined && thumbwidth < width;
  return isSmaller && original.length > 0
    ? [...original, { url: thumburl, mediaType: mime, widthPx: thumbwidth, heightPx: thumbheight }]
    : original;
}
