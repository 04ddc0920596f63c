import type { FootageJson } from '@shortfactory/contract';
import { Readable } from 'node:stream';
import type { FootageAddress, FootageQuery, FoundFootage } from '@shortfactory/core';
import { NotFound } from '@shortfactory/core';
import { expect } from 'chai';
import { serveApp } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

const ITEM: FoundFootage = {
  ...{
    source: 'openverse',
    id: 'photo-1',
    kind: 'photo',
    title: 'A lighthouse',
    widthPx: 1200,
    heightPx: 2000,
  },
  ...{ previewUrl: 'https://a.example/p.jpg', pageUrl: 'https://a.example/1', author: 'Cy Dal' },
  licence: { id: 'CC BY', version: '4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  attribution: '“A lighthouse” by Cy Dal',
  files: [{ url: 'https://a.example/1.jpg', mediaType: 'image/jpeg', widthPx: 1200, heightPx: 2000 }],
};

const CLIP: FoundFootage = {
  ...ITEM,
  ...{ id: 'clip-2', kind: 'clip', seconds: 9, widthPx: 2160, heightPx: 3840 },
  files: [2160, 200, 540].map((widthPx) => ({
    ...{ url: `https://a.example/${widthPx}.mp4`, mediaType: 'video/mp4', widthPx },
    heightPx: (widthPx * 16) / 9,
  })),
};

describe('GET /api/footage', () => {
  const asked: FootageQuery[] = [];
  const looked: (FootageAddress | string | undefined)[] = [];
  let app: ServedApp;
  before(async () => {
    app = await serveApp({
      deps: {
        footage: {
          sources: ['pexels', 'openverse'],
          search: async (query) => {
            asked.push(query);
            const items = query.kind === 'clip' ? [CLIP] : [ITEM];
            return { items, more: true, failures: ['Pexels cannot be reached.'] };
          },
          item: async ({ id }) => {
            if (id === CLIP.id) return CLIP;
            throw new NotFound('Openverse has no photo-9; search again.');
          },
          preview: async (address) => {
            looked.push(address);
            return { bytes: Buffer.from('picture'), mediaType: 'image/jpeg' };
          },
          film: async (address, range) => {
            looked.push(address, range);
            const part = range === undefined ? {} : { range: 'bytes 0-3/9' };
            return { mediaType: 'video/mp4', bytes: 4, body: Readable.from(['film']), ...part };
          },
        },
      },
    });
  });
  after(() => app.stop());

  it('answers with what was found, its credit and the next page, and not with addresses of files', async () => {
    const answer = await app.fetch('/api/footage?q=lighthouse&orientation=portrait&language=de&page=2');
    expect(answer.status).to.equal(200);
    const { files: _files, ...item } = ITEM;
    const found = (await answer.json()) as FootageJson;
    const preview = found.items[0]?.preview;
    expect(preview).to.match(/^\/api\/footage\/previews\/[\w-]+$/);
    expect(found).to.deep.equal({
      sources: ['pexels', 'openverse'],
      items: [{ ...item, preview }],
      next: 3,
      failures: ['Pexels cannot be reached.'],
    });
    expect(asked).to.deep.equal([
      { words: 'lighthouse', kind: 'photo', language: 'de', page: 2, count: 20, orientation: 'portrait' },
    ]);
  });

  it('shows what was found by itself, and nothing that no search found', async () => {
    const { items } = (await (await app.fetch('/api/footage?q=sea&kind=clip')).json()) as FootageJson;
    const { preview = '', film = '' } = items[0] ?? {};
    looked.length = 0;
    const picture = await app.fetch(preview);
    expect([picture.status, picture.headers.get('content-type'), await picture.text()]).to.deep.equal([
      ...[200, 'image/jpeg', 'picture'],
    ]);
    expect(picture.headers.get('cache-control')).to.equal('private, max-age=86400');
    const part = await app.fetch(film, { headers: { Range: 'bytes=0-3' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).to.deep.equal([
      ...[206, 'bytes 0-3/9', 'film'],
    ]);
    expect((await app.fetch(film, { headers: { Range: 'bytes=0-1,3-4' } })).status).to.equal(200);
    const small = { source: 'openverse', url: 'https://a.example/540.mp4' };
    expect(looked).to.deep.equal([
      { source: 'openverse', url: ITEM.previewUrl },
      ...[small, 'bytes=0-3', small, undefined],
    ]);
    for (const path of [
      preview.replace('previews', 'films'),
      `${preview.slice(0, -1)}${preview.endsWith('A') ? 'B' : 'A'}`,
      `/api/footage/previews/${Buffer.from('openverse https://b.example/p.jpg').toString('base64url')}`,
    ])
      expect((await app.fetch(path)).status, path).to.equal(404);
  });

  it('says what a script names, as it is now', async () => {
    const answer = await app.fetch('/api/footage/openverse/clip-2');
    const found = (await answer.json()) as FootageJson['items'][number];
    expect(found).to.include({ id: 'clip-2', seconds: 9, author: 'Cy Dal' });
    expect((await app.fetch(found.film ?? '')).status).to.equal(200);
    for (const path of ['openverse/photo-9', 'flickr/photo-2', 'openverse/film-2'])
      expect((await app.fetch(`/api/footage/${path}`)).status, path).to.equal(404);
  });

  for (const [query, detail] of [
    ['', '/q is missing (expected words).'],
    ['q=%20', '/q is empty (expected words).'],
    ['q=a&page=51', '/page is not a whole number from 1 to 50.'],
    ['q=a&kind=film', '/kind is not one of photo, clip.'],
    ['q=a&orientation=tall', '/orientation is not one of portrait, landscape, square.'],
  ] as const)
    it(`refuses ?${query}`, async () => {
      const answer = await app.fetch(`/api/footage?${query}`);
      expect([answer.status, ((await answer.json()) as { detail: string }).detail]).to.deep.equal([
        400,
        detail,
      ]);
    });

  it('is named by /api/options', async () => {
    const { footage } = (await (await app.fetch('/api/options')).json()) as { footage: unknown };
    expect(footage).to.deep.equal({ sources: ['pexels', 'openverse'] });
  });

  it('says that there is no source where none is configured', async () => {
    const bare = await serveApp();
    try {
      const answer = (await (await bare.fetch('/api/footage?q=a')).json()) as FootageJson;
      expect(answer).to.deep.equal({
        sources: [],
        items: [],
        failures: ['No source of footage is configured (FOOTAGE names them).'],
      });
    } finally {
      await bare.stop();
    }
  });
});
