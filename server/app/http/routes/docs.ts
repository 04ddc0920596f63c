import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isKnown } from '../files/conditional.ts';
import type { AppDeps } from '../deps.ts';
import { DOCS_CSP, docsPage } from '../docs/docs-page.ts';
import { openApiDocument } from '../docs/openapi.ts';
import type { OpenApiDocument } from '../docs/openapi.ts';
import type { Call, Route, RouteShape } from '../routing/route.ts';
import { route } from '../routing/route.ts';

/** The description of all routes, these two included; built at the first request. */
export function docsRoutes({ config }: AppDeps, shapes: () => readonly RouteShape[]): Route[] {
  let written: { document: OpenApiDocument; json: string; page: string } | undefined;
  const description = () => {
    if (!written) {
      const document = openApiDocument(shapes(), {
        version: config.SERVICE_VERSION,
        isLocal: config.APP_ENV === 'local',
      });
      written = { document, json: JSON.stringify(document), page: docsPage(document) };
    }
    return written;
  };
  return [
    route(
      {
        method: 'GET',
        path: '/openapi.json',
        id: 'getOpenApi',
        tag: 'Service',
        summary: 'This description, for programs',
        access: 'anyone',
        bucket: 'read',
        answers: {
          200: {
            description: 'An OpenAPI 3.1 document',
            schema: z.looseObject({ openapi: z.literal('3.1.0') }),
          },
          304: { description: 'It is as the caller knows it' },
        },
      },
      async (call) => {
        const { document, json } = description();
        return hasIt(call, json) ? { status: 304 } : { status: 200, body: document };
      },
    ),
    route(
      {
        method: 'GET',
        path: '/docs',
        id: 'getDocs',
        tag: 'Service',
        summary: 'This description, for people',
        access: 'anyone',
        bucket: 'read',
        gives: ['text/html'],
        answers: {
          200: { description: 'A page', type: 'text/html' },
          304: { description: 'It is as the caller knows it' },
        },
      },
      async (call) => {
        const { page } = description();
        if (hasIt(call, page)) return { status: 304 };
        return {
          status: 200,
          body: page,
          type: 'text/html; charset=utf-8',
          headers: { 'Content-Security-Policy': DOCS_CSP },
        };
      },
    ),
  ];
}

/** Sets the ETag of a text, and returns whether the caller has it already. */
function hasIt({ ctx }: Pick<Call<RouteShape>, 'ctx'>, text: string): boolean {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  ctx.set({ ETag: etag, 'Cache-Control': 'public, max-age=300' });
  return isKnown(ctx, etag);
}
