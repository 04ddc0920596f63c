import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { InputInvalid, NotFound, ProviderFailed } from '@shortfactory/core';
import type { FootageQuery, FootageSource, FootageWanted } from '@shortfactory/core';
import { expect } from 'chai';
import { openFootage } from '../index.ts';
import {
  KEY,
  SimulatedServices,
  UUID,
  commonsClip,
  commonsFile,
  openverseImage,
  pexelsPhoto,
  pexelsVideo,
} from './services.ts';

const ALL = ['pexels', 'pixabay', 'openverse', 'wikimedia'] as const;
const QUERY = {
  words: 'lighthouse',
  language: 'en',
  kind: 'photo',
  count: 2,
  page: 1,
} as const satisfies FootageQuery;
const SIGNAL = new AbortController().signal;

describe('footage', () => {
  const services = new SimulatedServices();
  let folder: string;
  let path: string;
  let nowMs = 0;
  before(() => services.start());
  after(() => services.stop());
  beforeEach(() => {
    services.reset();
    folder = mkdtempSync(join(tmpdir(), 'footage-'));
    path = join(folder, 'file');
    nowMs = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function open(sources: readonly FootageSource[], lookup = async (): Promise<readonly string[]> => []) {
    return openFootage(
      {
        sources,
        contact: 'ops@example.org',
        version: '9.9.9',
        baseUrls: Object.fromEntries(ALL.map((name) => [name, services.url])),
      },
      { secrets: { get: async () => KEY }, clock: { monotonicMs: () => nowMs }, lookup },
    );
  }

  const search = (sources: readonly FootageSource[], changes: Partial<FootageQuery> = {}) =>
    open(sources).search({ ...QUERY, ...changes }, SIGNAL);

  async function refusal(wanted: FootageWanted, opened = open(ALL)): Promise<Error> {
    try {
      await opened.fetch(wanted, path, SIGNAL);
    } catch (error) {
      expect(readdirSync(folder), 'nothing is left').to.deep.equal([]);
      return error as Error;
    }
    throw new Error('it was fetched');
  }

  describe('is found', () => {
    const CREDITS: Record<string, readonly [FootageSource, 'photo' | 'clip', string, string]> = {
      'on Pexels': [
        'pexels',
        'photo',
        'photo-1001',
        'Photo by Ana Lima on Pexels (https://www.pexels.com/photo/a-lighthouse-1001/)',
      ],
      'on Pexels, moving': [
        'pexels',
        'clip',
        'clip-2001',
        'Video by Ana Lima on Pexels (https://www.pexels.com/video/waves-at-the-shore-2001/)',
      ],
      'on Pixabay': [
        'pixabay',
        'photo',
        'photo-3001',
        'Photo by Bo Ek on Pixabay (https://pixabay.com/photos/lighthouse-3001/)',
      ],
      'on Pixabay, moving': [
        'pixabay',
        'clip',
        'clip-4001',
        'Video by Bo Ek on Pixabay (https://pixabay.com/videos/id-4001/)',
      ],
      'on Openverse': [
        'openverse',
        'photo',
        `photo-${UUID}`,
        '“Lighthouse at dusk” by Cy Dal (https://www.flickr.com/photos/1/2), CC BY 2.0 (https://creativecommons.org/licenses/by/2.0/), cropped and edited',
      ],
      'on Wikimedia Commons': [
        'wikimedia',
        'photo',
        'photo-5001',
        '“Faro” by Di & Eo (https://commons.wikimedia.org/wiki/File:Faro.jpg), CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/), cropped and edited',
      ],
    };
    for (const [where, [source, kind, id, attribution]] of Object.entries(CREDITS)) {
      it(`${where}, with the credit that its licence asks for`, async () => {
        const { items, failures } = await search([source], { kind });
        expect(failures).to.deep.equal([]);
        expect(items[0]).to.include({ source, id, kind, attribution });
      });
    }

    it('on Wikimedia Commons, moving, in the sizes that it is kept in', async () => {
      services.commons = [commonsClip()];
      const { items } = await search(['wikimedia'], { kind: 'clip' });
      expect(items[0]).to.deep.include({ id: 'clip-6001', seconds: 8.5 });
      expect(items[0]?.files.map(({ url }) => url.split('/').at(-1))).to.deep.equal(['v.webm', '1080.webm']);
    });

    it('with the words, language, orientation and size that were asked for', async () => {
      await search(ALL, { language: 'de', orientation: 'portrait', leastPx: 600, words: 'Leuchtturm' });
      await search(['pixabay'], {
        language: 'de-AT',
        orientation: 'portrait',
        leastPx: 600,
        words: 'Leuchtturm',
      });
      const [pexels, pixabay] = services.asked.map((each) => new URL(each, services.url).searchParams);
      expect(Object.fromEntries(pexels ?? [])).to.include({
        query: 'Leuchtturm',
        locale: 'de-DE',
        orientation: 'portrait',
      });
      expect(Object.fromEntries(pixabay ?? [])).to.include({
        q: 'Leuchtturm',
        lang: 'de',
        orientation: 'vertical',
        min_width: '600',
      });
    });

    it('page by page, then at the next source', async () => {
      const footage = open(['pexels', 'openverse']);
      const ids = [];
      for (let page = 1, more = true; more && page < 9; page += 1) {
        const answer = await footage.search({ ...QUERY, page }, SIGNAL);
        ids.push(answer.items.map(({ id }) => id));
        ({ more } = answer);
      }
      expect(ids).to.deep.equal([['photo-1001', 'photo-1002'], ['photo-1003'], [`photo-${UUID}`]]);
    });

    it('once, though two addresses lead to it, and first what fits the frame', async () => {
      services.openverse = [
        openverseImage({
          id: UUID.replace('6', '7'),
          width: 3000,
          height: 1000,
          title: 'Wide',
          foreign_landing_url: 'https://a.example/1',
          thumbnail: 'https://a.example/t1',
        }),
        openverseImage(),
        openverseImage({ id: UUID.replace('6', '8'), foreign_landing_url: 'https://flickr.com/photos/1/2/' }),
      ];
      const { items } = await search(['openverse'], { orientation: 'portrait' });
      expect(items.map(({ title }) => title)).to.deep.equal(['Lighthouse at dusk', 'Wide']);
    });

    it('long enough for its scene before what is too short for it', async () => {
      const lasting = (id: number, duration: number) =>
        pexelsVideo({ id, duration, url: `https://a.example/${id}`, image: `HERE/${id}.jpg` });
      services.pexelsVideos = [lasting(1, 4), lasting(2, 9), lasting(3, 5), lasting(4, 12)];
      const { items } = await search(['pexels'], { kind: 'clip', leastSeconds: 6.5 });
      expect(items.map(({ seconds }) => seconds)).to.deep.equal([9, 12, 4, 5]);
    });

    it('without what is under a licence that forbids the use, or under none that is known', async () => {
      services.openverse = ['by-nc', 'by-nd', 'by-nc-sa', 'sampling+'].map((license, i) =>
        openverseImage({
          license,
          id: UUID.replace('6', String(i)),
          foreign_landing_url: `https://a.example/${i}`,
        }),
      );
      services.commons = ['cc-by-nc-4.0', 'gfdl', 'fal', 'cc-by-2.0-de', ''].map((licence) =>
        commonsFile(licence),
      );
      const { items } = await search(['openverse', 'wikimedia'], { count: 20 });
      expect(items).to.deep.equal([]);
    });

    it('without what has numbers that cannot be', async () => {
      services.instead.set('/v1/search', (_request, answer) => {
        const photos = [-1, 0, 1.5, 1e9, '3000', null].map((width, i) => ({ ...pexelsPhoto(1 + i), width }));
        answer.end(
          JSON.stringify({ total_results: 1e300, photos: [...photos, pexelsPhoto(99)] }).replaceAll(
            'HERE',
            services.url,
          ),
        );
      });
      const { items } = await search(['pexels'], { count: 20 });
      expect(items.map(({ id }) => id)).to.deep.equal(['photo-99']);
    });

    it('by asking a source once in 24 hours', async () => {
      const footage = open(['pixabay']);
      for (const atMs of [0, 60_000, 86_399_000]) {
        nowMs = atMs;
        await footage.search(QUERY, SIGNAL);
      }
      expect(services.asked).to.have.length(1);
      nowMs = 86_400_001;
      await footage.search(QUERY, SIGNAL);
      expect(services.asked).to.have.length(2);
    });

    it('by a program that says who runs it', async () => {
      await search(['wikimedia']);
      expect([...services.agents]).to.deep.equal(['ShortFactory/9.9.9 (ops@example.org)']);
    });
  });

  describe('goes on to the next source', () => {
    const FAULTS: Record<string, readonly [number, string, Record<string, string>, string]> = {
      'too many requests': [429, '', { 'Retry-After': '30' }, 'Pexels has had too many requests for now.'],
      'a fault of the source': [503, '', {}, 'Pexels has a fault of its own at the moment (HTTP 503).'],
      'a key that is not taken': [401, KEY, {}, 'Pexels did not accept the key in PEXELS_API_KEY.'],
      'a page in place of JSON': [
        200,
        '<!doctype html><p>Checking your browser',
        {},
        'Pexels sent a page in place of an answer.',
      ],
      'another answer': [200, '{"photos": 7}', {}, 'The answer of Pexels is not what it should be.'],
      'an endless answer': [
        200,
        `"${'x'.repeat(2_000_001)}"`,
        {},
        'Pexels sent an answer of more than 2 MB.',
      ],
      'a redirect, which the key would follow': [
        302,
        '',
        { Location: 'http://10.0.0.1/' },
        'Pexels sent the request elsewhere (HTTP 302), which is not followed.',
      ],
    };
    for (const [fault, [status, body, headers, sentence]] of Object.entries(FAULTS)) {
      it(`after ${fault}, and says so`, async () => {
        services.instead.set(
          '/v1/search',
          (_request, answer) => void answer.writeHead(status, headers).end(body),
        );
        const { items, failures } = await search(['pexels', 'pixabay']);
        expect(failures).to.deep.equal([sentence]);
        expect(items.map(({ source }) => source)).to.deep.equal(['pixabay']);
      });
    }

    it('and leaves one alone for as long as it asks', async () => {
      services.instead.set(
        '/v1/search',
        (_request, answer) => void answer.writeHead(429, { 'Retry-After': '30' }).end(),
      );
      const footage = open(['pexels', 'pixabay']);
      for (const [atMs, words, asked] of [
        [0, 'a', 1],
        [29_000, 'b', 1],
        [31_000, 'c', 2],
      ] as const) {
        nowMs = atMs;
        const { failures } = await footage.search({ ...QUERY, words }, SIGNAL);
        expect(failures).to.deep.equal(['Pexels has had too many requests for now.']);
        expect(services.asked.filter((each) => each.startsWith('/v1/search'))).to.have.length(asked);
      }
    });

    it('but not where only one was to be asked', async () => {
      const { items } = await search(ALL, { source: 'openverse' });
      expect(items.map(({ source }) => source)).to.deep.equal(['openverse']);
      const clips = await search(ALL, { source: 'openverse', kind: 'clip' });
      expect(clips.failures).to.deep.equal(['Openverse has no clips.']);
      expect((await search(['openverse'], { source: 'pixabay' })).failures).to.deep.equal([
        'pixabay is not among the sources of footage that are configured.',
      ]);
    });

    it('or says that there is none', async () => {
      expect((await search([])).failures).to.deep.equal([
        'No source of footage is configured (FOOTAGE names them).',
      ]);
      expect((await search(['openverse'], { kind: 'clip' })).failures).to.deep.equal([
        'None of the sources of footage that are configured has clips.',
      ]);
    });
  });

  describe('is looked at', () => {
    const at = (path_: string) => ({ source: 'pexels', url: `${services.url}${path_}` }) as const;
    const failure = async (work: Promise<unknown>): Promise<Error> =>
      work.then(
        () => expect.fail('it was looked at'),
        (error: unknown) => error as Error,
      );

    it('as a small picture, for which its source is asked once', async () => {
      const footage = open(ALL);
      for (let i = 0; i < 2; i += 1) {
        const { bytes, mediaType } = await footage.preview(at('/pexels/1001-medium.jpg'), SIGNAL);
        expect([mediaType, bytes.length]).to.deep.equal(['image/jpeg', 2004]);
      }
      expect(services.asked).to.deep.equal(['/pexels/1001-medium.jpg']);
    });

    it('as its source says it now, unless it may not be used', async () => {
      const footage = open(ALL);
      const clip = await footage.item({ source: 'pexels', id: 'clip-2001' }, SIGNAL);
      expect(clip).to.include({ kind: 'clip', seconds: 12, author: 'Ana Lima' });
      services.openverse = [openverseImage({ license: 'by-nc' })];
      const error = await failure(footage.item({ source: 'openverse', id: `photo-${UUID}` }, SIGNAL));
      expect(error).to.be.instanceOf(NotFound);
      expect(error.message).to.match(
        /is under CC BY-NC 2.0, which does not allow this use; choose another\.$/,
      );
    });

    it('as a film, in the parts that a player asks for', async () => {
      services.instead.set('/pexels/hd.mp4', ({ headers }, answer) => {
        const part = headers.range === 'bytes=4-7' ? { 'Content-Range': 'bytes 4-7/3012' } : undefined;
        const length = { 'Content-Type': 'video/mp4', 'Content-Length': part ? 4 : 6 };
        answer.writeHead(part ? 206 : 200, { ...length, ...part }).end(part ? 'part' : 'entire');
      });
      for (const [range, said, content] of [
        [undefined, undefined, 'entire'],
        ['bytes=4-7', 'bytes 4-7/3012', 'part'],
      ] as const) {
        const film = await open(ALL).film(at('/pexels/hd.mp4'), range, SIGNAL);
        expect([film.range, film.bytes, film.mediaType]).to.deep.equal([said, content.length, 'video/mp4']);
        expect(await text(film.body)).to.equal(content);
      }
    });

    for (const [what, status, headers, body, sentence] of [
      ['a page', 200, {}, '<!doctype html>', 'The picture at Pexels is no picture.'],
      ['a huge picture', 200, {}, Buffer.alloc(3_000_001), 'The picture at Pexels has more than 3 MB.'],
      [
        'one inside somebody’s network',
        302,
        { Location: 'https://10.0.0.1/a.jpg' },
        '',
        'The picture at Pexels leads to an address that is not public, so it is not fetched.',
      ],
      ['one that is gone', 404, {}, '', 'The picture at Pexels is gone from its source; search again.'],
    ] as const)
      it(`not when it is ${what}`, async () => {
        services.instead.set(
          '/p.jpg',
          (_request, answer) => void answer.writeHead(status, headers).end(body),
        );
        expect((await failure(open(ALL).preview(at('/p.jpg'), SIGNAL))).message).to.equal(sentence);
      });

    it('not as a film that no browser plays, or that says of no end', async () => {
      for (const [type, length, sentence] of [
        ['text/html', 3, 'The film at Pexels is no film that a browser plays.'],
        ['video/mp4', undefined, 'The film at Pexels does not say that it has at most 200 MB.'],
        ['video/mp4', 300_000_000, 'The film at Pexels does not say that it has at most 200 MB.'],
      ] as const) {
        services.instead.set('/f.mp4', (_request, answer) => {
          if (length !== undefined) answer.setHeader('Content-Length', length);
          answer.writeHead(200, { 'Content-Type': type }).write('abc');
        });
        const error = await failure(open(ALL).film(at('/f.mp4'), undefined, SIGNAL));
        expect(error.message).to.equal(sentence);
      }
    });
  });

  describe('is fetched', () => {
    it('in the smallest size that fills the frame, and is what its bytes say', async () => {
      const footage = open(ALL);
      const { item, ...fetched } = await footage.fetch({ source: 'pexels', id: 'clip-2001' }, path, SIGNAL);
      expect(item.licence.id).to.equal('Pexels');
      expect(fetched).to.deep.equal({ mediaType: 'video/mp4', bytes: 3012 });
      expect(services.asked.at(-1)).to.equal('/pexels/hd.mp4');
      expect(readFileSync(path)).to.have.length(3012);
    });

    it('in another size where one is gone', async () => {
      const gone = (_request: unknown, answer: { writeHead(status: number): { end(): void } }): void =>
        answer.writeHead(403).end();
      services.instead.set('/pexels/1001.jpg', gone);
      const { mediaType } = await open(ALL).fetch({ source: 'pexels', id: 'photo-1001' }, path, SIGNAL);
      expect(mediaType).to.equal('image/jpeg');
      expect(services.asked.slice(1)).to.deep.equal(['/pexels/1001.jpg', '/pexels/1001-large.jpg']);
    });

    it('not when its addresses have expired', async () => {
      for (const name of ['1001', '1001-large'])
        services.instead.set(`/pexels/${name}.jpg`, (_request, answer) => void answer.writeHead(410).end());
      const error = await refusal({ source: 'pexels', id: 'photo-1001' });
      expect(error).to.be.instanceOf(InputInvalid);
      expect(error.message).to.equal(
        'photo photo-1001 of Pexels is gone from its address (HTTP 410); choose another',
      );
    });

    it('not when the source no longer has it', async () => {
      services.openverse = [];
      const error = await refusal({ source: 'openverse', id: `photo-${UUID}` });
      expect(error.message).to.equal(`Openverse has no photo-${UUID}; search again`);
    });

    it('not under another licence than it was found under', async () => {
      services.openverse = [openverseImage({ license: 'by-sa', license_version: '4.0' })];
      const changed = await refusal({ source: 'openverse', id: `photo-${UUID}`, licence: 'CC BY' });
      expect(changed.message).to.equal(
        `photo photo-${UUID} of Openverse was found under CC BY and is now under CC BY-SA 4.0; search again`,
      );
      services.openverse = [openverseImage({ license: 'by-nc-nd' })];
      const forbidden = await refusal({ source: 'openverse', id: `photo-${UUID}`, licence: 'CC BY' });
      expect(forbidden.message).to.equal(
        `photo photo-${UUID} of Openverse is under CC BY-NC-ND 2.0, which does not allow this use; choose another`,
      );
    });

    it('not when it has two gigabytes, whether it says so or not', async () => {
      services.instead.set('/pexels/hd.mp4', (_request, answer) => {
        answer.writeHead(200, { 'Content-Length': 2_000_000_000 }).write(Buffer.from('\0\0\0\x20ftypisom'));
      });
      expect((await refusal({ source: 'pexels', id: 'clip-2001' })).message).to.equal(
        'clip clip-2001 of Pexels has more than 200 MB, which are the most that is fetched',
      );
      let sent = 0;
      services.instead.set('/pexels/1001.jpg', (_request, answer) => {
        const piece = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(4_000_000)]);
        const more = (): void => {
          while (!answer.destroyed && (sent += piece.length) < 2_000_000_000)
            if (!answer.write(piece)) return;
        };
        answer.writeHead(200).on('drain', more);
        more();
      });
      expect((await refusal({ source: 'pexels', id: 'photo-1001' })).message).to.include(
        'has more than 40 MB',
      );
      expect(sent).to.be.lessThan(80_000_000);
    });

    const ELSEWHERE = {
      'a private address': 'http://10.0.0.1/a.jpg',
      'a cloud’s metadata': 'http://169.254.169.254/latest/meta-data',
      'a name of metadata': 'http://metadata.google.internal/',
      'a link-local address': 'http://[fe80::1]/a.jpg',
      'a name that leads to a private address': 'http://files.example/a.jpg',
    };
    for (const [what, location] of Object.entries(ELSEWHERE)) {
      it(`not from ${what} that it is redirected to`, async () => {
        services.instead.set(
          '/pexels/1001.jpg',
          (_request, answer) => void answer.writeHead(302, { Location: location }).end(),
        );
        const error = await refusal(
          { source: 'pexels', id: 'photo-1001' },
          open(ALL, async () => ['192.168.1.7']),
        );
        expect(error.message).to.equal(
          'photo photo-1001 of Pexels leads to an address that is not public, so it is not fetched',
        );
      });
    }

    it('not when it is redirected without an end', async () => {
      services.instead.set(
        '/pexels/1001.jpg',
        (_request, answer) => void answer.writeHead(307, { Location: '/pexels/1001.jpg' }).end(),
      );
      expect((await refusal({ source: 'pexels', id: 'photo-1001' })).message).to.include('without an end');
      expect(services.asked.filter((each) => each === '/pexels/1001.jpg')).to.have.length(4);
    });

    it('not when a web page, or something else, is at its address', async () => {
      for (const [body, what] of [
        ['<!doctype html>', 'a web page'],
        ['%PDF-1.7', 'another kind of file'],
      ]) {
        services.instead.set('/pexels/1001.jpg', (_request, answer) => void answer.end(body));
        expect((await refusal({ source: 'pexels', id: 'photo-1001' })).message).to.equal(
          `photo photo-1001 of Pexels is ${what} (expected a JPEG, PNG or WebP); choose another`,
        );
      }
    });

    it('not in part', async () => {
      services.instead.set('/pexels/1001.jpg', (_request, answer) => {
        answer.writeHead(200, { 'Content-Length': 5000 });
        answer.write(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(100)]), () =>
          answer.destroy(),
        );
      });
      const error = await refusal({ source: 'pexels', id: 'photo-1001' });
      expect(error).to.be.instanceOf(ProviderFailed);
      expect((error as ProviderFailed).retryable).to.equal(true);
    });

    it('not from a source that is not configured, nor by an id that is none', async () => {
      expect((await refusal({ source: 'pixabay', id: 'photo-1' }, open(['pexels']))).message).to.equal(
        'pixabay is not among the sources of footage that are configured',
      );
      for (const id of ['1001', 'photo-../../x', 'photo-', 'film-1'])
        expect((await refusal({ source: 'pexels', id })).message).to.equal(
          `Pexels has no ${id}; search again`,
        );
    });
  });

  it('never shows a key', async () => {
    const seen: unknown[] = [];
    const footage = open(ALL);
    for (const status of [200, 400, 401, 429, 500])
      for (const name of ALL) {
        for (const at of ['/v1/search', '/api/', '/v1/images/', '/w/api.php'])
          services.instead.set(
            at,
            (request, answer) => void answer.writeHead(status).end(`${request.url} ${KEY}`),
          );
        seen.push(await open([name]).search(QUERY, SIGNAL));
      }
    services.instead.clear();
    for (const source of ['pexels', 'pixabay'] as const) {
      seen.push(await footage.search({ ...QUERY, words: source }, SIGNAL));
      services.instead.set('/api/', (_request, answer) => void answer.destroy());
      const error = await footage
        .fetch({ source, id: 'photo-1' }, path, SIGNAL)
        .catch((each: unknown) => each);
      seen.push(error instanceof Error ? [error.message, error.stack, error.cause] : error);
      rmSync(path, { force: true });
    }
    expect(
      JSON.stringify(seen, (_key, value: unknown) =>
        value instanceof Error ? [value.message, value.stack] : value,
      ),
    ).not.to.include(KEY);
  });
});
