import type { FootageJson } from '@shortfactory/contract';
import type { FootageQuery, FoundFootage } from '@shortfactory/core';
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

describe('GET /api/footage', () => {
  const asked: FootageQuery[] = [];
  let app: ServedApp;
  before(async () => {
    app = await serveApp({
      deps: {
        footage: {
          sources: ['pexels', 'openverse'],
          search: async (query) => {
            asked.push(query);
            return { items: [ITEM], more: true, failures: ['Pexels cannot be reached.'] };
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
    expect((await answer.json()) as FootageJson).to.deep.equal({
      sources: ['pexels', 'openverse'],
      items: [item],
      next: 3,
      failures: ['Pexels cannot be reached.'],
    });
    expect(asked).to.deep.equal([
      { words: 'lighthouse', kind: 'photo', language: 'de', page: 2, count: 20, orientation: 'portrait' },
    ]);
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
