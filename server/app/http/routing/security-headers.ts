import cors from '@koa/cors';
import type { Config } from '@shortfactory/config';
import type { Middleware } from 'koa';
import helmet from 'koa-helmet';
import type { RequestState } from './context.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** No response of the API is a page that loads something; /docs and files set their own policy. */
export function securityHeaders({ APP_ENV }: Pick<Config, 'APP_ENV'>): Middleware<RequestState> {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    // A name that is served over http on a laptop must not be pinned to https.
    strictTransportSecurity:
      APP_ENV === 'local' ? false : { maxAge: 2 * YEAR_SECONDS, includeSubDomains: true },
    xFrameOptions: { action: 'deny' },
  });
}

const EXPOSED = [
  'Location',
  'ETag',
  'Content-Range',
  'Content-Disposition',
  'Idempotent-Replayed',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'X-Request-Id',
];
const TAKEN = [
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
  'If-Range',
  'Last-Event-ID',
  'MCP-Protocol-Version',
  'Mcp-Method',
  'Mcp-Name',
  'Range',
  'X-API-Key',
  'X-Request-Id',
  'traceparent',
];

/** Pages of these origins may read answers; no other page may, and none sends cookies along. */
export function allowOrigins({ CORS_ORIGINS }: Pick<Config, 'CORS_ORIGINS'>): Middleware<RequestState> {
  const allowed = new Set(CORS_ORIGINS.map((origin) => new URL(origin).origin));
  return cors({
    origin: (ctx) => (allowed.has(ctx.get('Origin')) ? ctx.get('Origin') : ''),
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    allowHeaders: TAKEN,
    exposeHeaders: EXPOSED,
    maxAge: 600,
    credentials: false,
    keepHeadersOnError: true,
  });
}
