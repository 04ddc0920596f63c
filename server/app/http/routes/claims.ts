import { claimJson, claimRequest } from '@shortfactory/contract';
import type { AppDeps } from '../deps.ts';
import { visitorOwner } from '../identity/authenticate.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';

/** What was made as a visitor becomes the caller's. */
export function claimRoutes({ jobs }: Pick<AppDeps, 'jobs'>): Route[] {
  return [
    route(
      {
        method: 'POST',
        path: '/api/claims',
        id: 'claimVideos',
        tag: 'Videos',
        summary: 'Take along what was made with a visitor’s token',
        description:
          'Each video moves by itself and at once, also one that is being made; its address stays. The same request may be sent again.',
        access: 'owner',
        bucket: 'make',
        within: 'makingMs',
        body: claimRequest,
        bodyExample: {
          visitor: 'a-token-that-a-browser-made-up-of-256-random-bits',
          videos: ['01ARZ3NDEKTSV4RRFFQ69G5FAV'],
        },
        answers: { 200: { description: 'Which are the caller’s now', schema: claimJson } },
      },
      async ({ body, owner, ctx, signal }) => {
        const from = visitorOwner(body.visitor, ctx.state.key);
        const taken = await jobs.handOver([...new Set(body.videos)], from, owner, signal);
        const left = [...new Set(body.videos)].filter((id) => !taken.includes(id));
        return {
          status: 200,
          body: { taken, left },
          headers: { 'Cache-Control': 'no-store' },
        };
      },
    ),
  ];
}
