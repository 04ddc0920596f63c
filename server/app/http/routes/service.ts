import { healthJson } from '@shortfactory/contract';
import type { HealthJson } from '@shortfactory/contract';
import { z } from 'zod';
import type { AppDeps } from '../deps.ts';
import { maintenanceSaid } from '../operate/maintenance-answer.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';

const aliveJson = z.strictObject({ status: z.string() });
const serviceJson = z.strictObject({
  name: z.string(),
  version: z.string(),
  links: z.record(z.string(), z.string()),
});
const NO_STORE = { 'Cache-Control': 'no-store' };

/** Probes of the platform, and the entry point of the API. */
export function serviceRoutes({ config, health, ready, operations }: AppDeps): Route[] {
  return [
    route(
      {
        method: 'GET',
        path: '/',
        id: 'getService',
        tag: 'Service',
        summary: 'Name, version and links',
        access: 'anyone',
        bucket: 'read',
        answers: { 200: { description: 'What this is', schema: serviceJson } },
      },
      async () => ({
        status: 200,
        body: {
          name: 'ShortFactory',
          version: config.SERVICE_VERSION,
          links: { docs: '/docs', openapi: '/openapi.json', health: '/health', videos: '/api/videos' },
        },
      }),
    ),
    route(
      {
        method: 'GET',
        path: '/live',
        id: 'getLive',
        tag: 'Service',
        summary: 'Whether the process is alive',
        access: 'anyone',
        bucket: 'none',
        answers: { 200: { description: 'Alive', schema: aliveJson } },
      },
      async () => ({ status: 200, body: { status: 'alive' }, headers: NO_STORE }),
    ),
    route(
      {
        method: 'GET',
        path: '/ready',
        id: 'getReady',
        tag: 'Service',
        summary: 'Whether it takes traffic',
        access: 'anyone',
        bucket: 'none',
        answers: {
          200: { description: 'Ready', schema: aliveJson },
          503: { description: 'Its store has not answered yet, or it is shutting down', schema: aliveJson },
        },
      },
      async () => {
        const status = ready();
        return { status: status === 'ready' ? 200 : 503, body: { status }, headers: NO_STORE };
      },
    ),
    route(
      {
        method: 'GET',
        path: '/health',
        id: 'getHealth',
        tag: 'Service',
        summary: 'Whether everything that is needed works',
        access: 'anyone',
        bucket: 'health',
        answers: {
          200: { description: 'Everything works', schema: healthJson },
          503: { description: 'Something is broken; its check says what', schema: healthJson },
        },
      },
      async () => {
        const [found, state] = await Promise.all([health(), operations.maintenance.now()]);
        const body: HealthJson = state ? { ...found, maintenance: maintenanceSaid(state) } : found;
        return { status: body.status === 'ok' ? 200 : 503, body, headers: NO_STORE };
      },
    ),
  ];
}
