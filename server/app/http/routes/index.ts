import { HTTP_LIMITS } from '@shortfactory/http-server';
import type { AppDeps } from '../deps.ts';
import { EventSlots } from '../limits/event-slots.ts';
import type { Route, RouteShape } from '../routing/route.ts';
import { accountRoutes } from './account.ts';
import { batchArchiveRoutes } from './batch-archive.ts';
import { batchRoutes } from './batches.ts';
import { claimRoutes } from './claims.ts';
import { connectionRoutes } from './connections.ts';
import { docsRoutes } from './docs.ts';
import { footageRoutes } from './footage.ts';
import { keyRoutes } from './keys.ts';
import { linkRoutes } from './links.ts';
import { mcpRoutes } from './mcp.ts';
import { operateRoutes } from './operate.ts';
import { optionsRoutes } from './options.ts';
import { publicationRoutes } from './publications.ts';
import { publisherRoutes } from './publishers.ts';
import { recordingRoutes } from './recordings.ts';
import { serviceRoutes } from './service.ts';
import { sessionRoutes } from './sessions.ts';
import { sharedRoutes } from './shared.ts';
import { speechRoutes } from './speech.ts';
import { uploadRoutes } from './uploads.ts';
import { usageRoutes } from './usage.ts';
import { videoEventRoutes } from './video-events.ts';
import { videoFileRoutes } from './video-files.ts';
import { videoKitRoutes } from './video-kit.ts';
import { videoProjectRoutes } from './video-project.ts';
import { videoRoutes } from './videos.ts';
import { voiceInstallRoutes } from './voice-installs.ts';
import { webhookRoutes } from './webhooks.ts';
import { workerRoutes } from './worker.ts';
import { writingRoutes } from './writing.ts';

/** The routes of a role: the queue's for workers, the public ones for the API, the platform's for both. */
export function routesFor(deps: AppDeps): Route[] {
  const { ROLE } = deps.config;
  const routes: Route[] = [
    ...serviceRoutes(deps),
    ...(ROLE === 'worker' ? [] : publicRoutes(deps)),
    ...(ROLE === 'api' ? [] : workerRoutes(deps)),
  ];
  routes.push(...docsRoutes(deps, () => routes.map(({ shape }) => shape).filter(isDescribed)));
  return routes;
}

/** Not in the API's description: what no owner's program may do, and a protocol that describes itself. */
export function isDescribed({ access, id }: Pick<RouteShape, 'access' | 'id'>): boolean {
  return access !== 'machine' && access !== 'person' && access !== 'operator' && id !== 'mcp';
}

function publicRoutes(deps: AppDeps): Route[] {
  const slots = new EventSlots({ ...HTTP_LIMITS, ...deps.limits });
  const routes: Route[] = [
    ...optionsRoutes(deps),
    ...connectionRoutes(deps),
    ...writingRoutes(deps),
    ...speechRoutes(deps),
    ...voiceInstallRoutes(deps),
    ...recordingRoutes(deps),
    ...footageRoutes(deps),
    ...videoRoutes(deps),
    ...videoEventRoutes(deps, slots),
    ...videoFileRoutes(deps),
    ...batchRoutes(deps),
    ...batchArchiveRoutes(deps),
    ...videoKitRoutes(deps),
    ...videoProjectRoutes(deps),
    ...claimRoutes(deps),
    ...publisherRoutes(deps),
    ...publicationRoutes(deps),
    ...keyRoutes(deps),
    ...sessionRoutes(deps),
    ...linkRoutes(deps),
    ...sharedRoutes(deps),
    ...usageRoutes(deps),
    ...accountRoutes(deps),
    ...webhookRoutes(deps),
    ...operateRoutes(deps),
    ...uploadRoutes(deps),
    ...mcpRoutes(deps, slots, () => routes),
  ];
  return routes;
}
