import { FOOTAGE_PAGE, footageJson, footageQuery } from '@shortfactory/contract';
import type { AppDeps } from '../deps.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';

/** Photos and clips of others. */
export function footageRoutes({ footage }: AppDeps): Route[] {
  return [
    route(
      {
        method: 'GET',
        path: '/api/footage',
        id: 'searchFootage',
        tag: 'Footage',
        summary: 'Search photos and clips whose licences allow their use',
        description:
          'The first source that has any answers; one that fails is left out with a sentence in `failures`. Nothing is fetched. It costs nothing.',
        access: 'maker',
        bucket: 'make',
        query: footageQuery,
        answers: { 200: { description: 'What was found', schema: footageJson } },
      },
      async ({ query: { q, kind = 'photo', orientation, language = 'en', page = 1 }, signal }) => {
        const wanted = { words: q, kind, language, page, count: FOOTAGE_PAGE.items };
        const { items, more, failures } = await footage.search(
          { ...wanted, ...(orientation === undefined ? {} : { orientation }) },
          signal,
        );
        return {
          status: 200,
          headers: { 'Cache-Control': 'private, max-age=600' },
          body: {
            sources: [...footage.sources],
            items: items.map(({ files: _files, ...item }) => item),
            ...(more && page < FOOTAGE_PAGE.most ? { next: page + 1 } : {}),
            failures: [...failures],
          },
        };
      },
    ),
  ];
}
