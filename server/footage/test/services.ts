import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const KEY = 'canary-footage-key-7Tq2';
export const UUID = '6b1f0c8f-2d11-4c0e-9d0b-5f0f2a8e6a1c';

/** The first bytes of files, with something behind them. */
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(2000, 7)]);
const MP4 = Buffer.concat([Buffer.from('\0\0\0\x20ftypisom'), Buffer.alloc(3000, 5)]);
const WEBM = Buffer.concat([
  Buffer.from('\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1fB\x82\x84webm', 'latin1'),
  Buffer.alloc(900, 3),
]);

type Json = Record<string, unknown>;
type Answer = (request: IncomingMessage, answer: ServerResponse) => void;

/** Pexels, Pixabay, Openverse and Wikimedia Commons on loopback, by their documented interfaces, with files to download. */
export class SimulatedServices {
  /** Paths with queries, in the order in which they were asked. */
  readonly asked: string[] = [];
  readonly agents = new Set<string>();
  /** By path: what is answered in place of the usual. */
  readonly instead = new Map<string, Answer>();
  /** Photos that Pexels has for any words. */
  pexelsTotal = 3;
  pexelsVideos: Json[] = [pexelsVideo()];
  openverse: Json[] = [openverseImage()];
  commons: Json[] = [commonsFile()];
  readonly #server = createServer((request, answer) => this.#answer(request, answer));

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  reset(): void {
    this.asked.length = 0;
    this.instead.clear();
    this.pexelsTotal = 3;
    this.pexelsVideos = [pexelsVideo()];
    this.openverse = [openverseImage()];
    this.commons = [commonsFile()];
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  #answer(request: IncomingMessage, answer: ServerResponse): void {
    const url = new URL(request.url ?? '/', this.url);
    this.asked.push(`${url.pathname}${url.search}`);
    this.agents.add(request.headers['user-agent'] ?? '');
    const instead = this.instead.get(url.pathname);
    if (instead) return instead(request, answer);
    const query = url.searchParams;
    if (url.pathname.startsWith('/v1/') && !url.pathname.startsWith('/v1/images')) {
      if (request.headers.authorization !== KEY) return json(answer, {}, 401);
      return json(answer, this.#pexels(url.pathname, query));
    }
    if (url.pathname.startsWith('/api/')) {
      if (query.get('key') !== KEY)
        return void answer.writeHead(400).end('[ERROR 400] Invalid or missing API key');
      return json(answer, this.#pixabay(url.pathname === '/api/videos/'));
    }
    if (url.pathname === '/v1/images/')
      return json(answer, { result_count: this.openverse.length, results: this.#at(this.openverse) });
    if (url.pathname.startsWith('/v1/images/')) {
      const one = this.openverse.find(({ id }) => url.pathname === `/v1/images/${String(id)}/`);
      return json(answer, one === undefined ? {} : this.#at(one), one === undefined ? 404 : 200);
    }
    if (url.pathname === '/w/api.php') {
      const pages = query.has('pageids')
        ? this.commons.filter(({ pageid }) => String(pageid) === query.get('pageids'))
        : this.commons;
      return json(answer, {
        batchcomplete: true,
        query: { searchinfo: { totalhits: pages.length }, pages: this.#at(pages) },
      });
    }
    const file = { '.jpg': JPEG, '.mp4': MP4, webm: WEBM }[url.pathname.slice(-4)];
    if (!file) return json(answer, {}, 404);
    answer.writeHead(200, { 'Content-Length': file.length }).end(file);
  }

  /** `HERE` in addresses is this server. */
  #at<T>(value: T): T {
    return JSON.parse(JSON.stringify(value).replaceAll('HERE', this.url)) as T;
  }

  #pexels(path: string, query: URLSearchParams): unknown {
    if (path === '/v1/videos/search')
      return this.#at({ total_results: this.pexelsVideos.length, videos: this.pexelsVideos });
    if (path.startsWith('/v1/videos/videos/')) return this.#at(pexelsVideo());
    if (path.startsWith('/v1/photos/')) return this.#at(pexelsPhoto(Number(path.split('/').at(-1))));
    const [page, size] = [Number(query.get('page')), Number(query.get('per_page'))];
    const ids = Array.from({ length: this.pexelsTotal }, (_, i) => 1001 + i).slice(
      (page - 1) * size,
      page * size,
    );
    return this.#at({ total_results: this.pexelsTotal, page, per_page: size, photos: ids.map(pexelsPhoto) });
  }

  #pixabay(isVideo: boolean): unknown {
    return this.#at({ total: 1, totalHits: 1, hits: [isVideo ? pixabayVideo() : pixabayPhoto()] });
  }
}

function json(answer: ServerResponse, body: unknown, status = 200): void {
  answer.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

export function pexelsPhoto(id: number): Json {
  return {
    ...{ id, width: 3000, height: 4500, url: `https://www.pexels.com/photo/a-lighthouse-${id}/` },
    ...{
      photographer: 'Ana Lima',
      photographer_url: 'https://www.pexels.com/@ana',
      photographer_id: 5,
      avg_color: '#333',
    },
    src: {
      original: `HERE/pexels/${id}.jpg`,
      large2x: `HERE/pexels/${id}-large.jpg`,
      medium: `HERE/pexels/${id}-medium.jpg`,
    },
    alt: `A lighthouse, ${id}`,
  };
}

export function pexelsVideo(changes: Json = {}): Json {
  const file = (name: string, width: number | null, height: number | null): Json => ({
    ...{
      id: 1,
      quality: 'hd',
      file_type: 'video/mp4',
      width,
      height,
      fps: 25,
      link: `HERE/pexels/${name}.mp4`,
    },
  });
  return {
    ...{ id: 2001, width: 2160, height: 3840, duration: 12, image: 'HERE/pexels/2001.jpg' },
    url: 'https://www.pexels.com/video/waves-at-the-shore-2001/',
    user: { id: 5, name: 'Ana Lima', url: 'https://www.pexels.com/@ana' },
    video_files: [
      file('uhd', 2160, 3840),
      file('hd', 1080, 1920),
      file('sd', 540, 960),
      { ...file('stream', null, null), quality: 'hls' },
    ],
    video_pictures: [],
    ...changes,
  };
}

function pixabayPhoto(): Json {
  return {
    ...{
      id: 3001,
      pageURL: 'https://pixabay.com/photos/lighthouse-3001/',
      type: 'photo',
      tags: 'lighthouse, sea',
    },
    ...{
      previewURL: 'HERE/p.jpg',
      webformatURL: 'HERE/pixabay/3001-web.jpg',
      largeImageURL: 'HERE/pixabay/3001.jpg',
    },
    ...{ imageWidth: 4000, imageHeight: 6000, imageSize: 4_000_000, user: 'Bo Ek', user_id: 77 },
  };
}

function pixabayVideo(): Json {
  const size = (name: string, width: number, height: number): Json => ({
    ...{ url: `HERE/pixabay/${name}.mp4`, width, height, size: 3012, thumbnail: `HERE/pixabay/${name}.jpg` },
  });
  return {
    ...{ id: 4001, pageURL: 'https://pixabay.com/videos/id-4001/', type: 'film', tags: 'sea', duration: 9 },
    videos: {
      large: { url: '', width: 0, height: 0, size: 0, thumbnail: '' },
      ...{
        medium: size('medium', 1080, 1920),
        small: size('small', 720, 1280),
        tiny: size('tiny', 360, 640),
      },
    },
    ...{ user: 'Bo Ek', user_id: 77 },
  };
}

export function openverseImage(changes: Json = {}): Json {
  return {
    ...{
      id: UUID,
      title: 'Lighthouse at dusk',
      foreign_landing_url: 'https://www.flickr.com/photos/1/2',
      url: 'HERE/flickr/2.jpg',
    },
    ...{
      creator: 'Cy Dal',
      creator_url: 'https://www.flickr.com/photos/1',
      license: 'by',
      license_version: '2.0',
    },
    ...{
      license_url: 'https://creativecommons.org/licenses/by/2.0/',
      filesize: null,
      filetype: 'jpg',
      width: 1200,
      height: 2000,
    },
    ...{ thumbnail: `HERE/v1/images/${UUID}/thumb/`, mature: false },
    ...changes,
  };
}

export function commonsFile(licence = 'cc-by-sa-4.0', changes: Json = {}): Json {
  const about = {
    ...{
      url: 'HERE/commons/a.jpg',
      descriptionurl: 'https://commons.wikimedia.org/wiki/File:Faro.jpg',
      mime: 'image/jpeg',
    },
    ...{
      size: 9_000_000,
      width: 4000,
      height: 5000,
      thumburl: 'HERE/commons/thumb.jpg',
      thumbwidth: 1920,
      thumbheight: 2400,
    },
    extmetadata: {
      License: { value: licence, source: 'commons-templates' },
      LicenseShortName: { value: licence.toUpperCase(), source: 'commons-desc-page' },
      Artist: {
        value: '<a href="//commons.wikimedia.org/wiki/User:Di">Di &amp; Eo</a>',
        source: 'commons-desc-page',
      },
    },
    ...changes,
  };
  return { pageid: 5001, ns: 6, title: 'File:Faro.jpg', index: 1, imageinfo: [about] };
}

export function commonsClip(): Json {
  const { imageinfo, ...page } = commonsFile('cc0', {
    url: 'HERE/commons/v.webm',
    mime: 'video/webm',
    duration: 8.5,
  });
  const [about] = imageinfo as Json[];
  const derivatives = [
    { src: 'HERE/commons/v.webm', type: 'video/webm; codecs="vp9"', width: 4000, height: 5000 },
    {
      src: 'HERE/commons/1080.webm',
      type: 'video/webm; codecs="vp9, opus"',
      width: 1080,
      height: 1920,
      transcodekey: '1080p.vp9.webm',
    },
    { src: 'HERE/commons/v.ogv', type: 'video/ogg', width: 640, height: 800, transcodekey: '480p.ogv' },
  ];
  return { ...page, pageid: 6001, videoinfo: [{ ...about, derivatives }] };
}
