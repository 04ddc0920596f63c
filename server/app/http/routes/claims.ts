import { claimJson, claimRequest } from '@shortfactory/contract';
import type { AppDeps } from '../deps.ts';
import { visitorOwner } from '../identity/authenticate.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';

/** What was made as a visitor becomes the caller's. */
export function claimRoutes({ jobs, batches, webhooks }: AppDeps): Route[] {
  return [
    route(
      {
        method: 'POST',
        path: '/api/claims',
        id: 'claimVideos',
        tag: 'Videos',
        summary: 'Take along what was made with a visitor’s token',
        description:
          'Each video moves by itself and at once, also one that is being made; its address stays. A batch moves with the videos of its rows and goes on; webhooks keep their secrets. The same request may be sent again.',
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
        const videos = [...new Set(body.videos)];
        const taken = await jobs.handOver(videos, from, owner, signal);
        const wanted = body.batches && [...new Set(body.batches)];
        return {
          status: 200,
          body: {
            ...claimed(videos, taken),
            ...(wanted && { batches: claimed(wanted, await batches.handOver(wanted, from, owner, signal)) }),
            ...(body.webhooks && { webhooks: await webhooks.handOver(from, owner) }),
          },
          headers: { 'Cache-Control': 'no-store' },
        };
      },
    ),
  ];
}

function claimed(wanted: readonly string[], taken: readonly string[]) {
  return { taken: [...taken], left: wanted.filter((id) => !taken.includes(id)) };
}
