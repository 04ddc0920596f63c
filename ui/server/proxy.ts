import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Context, Middleware } from 'koa';
import type { Env } from '../app/env.server.ts';
import { originOf } from './requests/asked-origin.ts';
import type { Logger } from './log/logger.ts';
import { FIRST_BYTE_MS, MAX_UPLOAD_BYTES, UPLOAD_ANSWER_MS } from './proxy-limits.ts';
import { visitorToken, whereFrom } from './requests/visitor.ts';

/** A natural voice that is being added. */
const INSTALL = /^\/api\/voices\/[^/]+\/install$/;
/** What a page may ask of the API through this server: what streams, and what the editor asks during typing. */
const OPEN_PATHS: readonly { methods: readonly string[]; path: RegExp }[] = [
  { methods: ['GET', 'HEAD'], path: /^\/api\/(?:videos|uploads|voices|footage|shared)\/[^/]/ },
  { methods: ['GET'], path: /^\/api\/(?:voices|footage)$/ },
  { methods: ['GET', 'HEAD'], path: /^\/api\/batches\/[^/]+\/(?:manifest(?:\.csv)?|videos\.zip)$/ },
  { methods: ['GET', 'HEAD'], path: /^\/api\/account\/export\.zip$/ },
  { methods: ['POST', 'DELETE'], path: INSTALL },
  { methods: ['PUT'], path: /^\/api\/uploads\/[^/]/ },
  {
    methods: ['POST'],
    path: /^\/api\/(?:uploads|illustrations|recordings|speech|(?:scripts|topics)\/check)$/,
  },
];
const REQUEST_HEADERS = [
  'accept',
  'accept-encoding',
  'accept-language',
  'content-length',
  'content-range',
  'content-type',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'last-event-id',
  // A bucket gives its upload sessions to the origin that asked.
  'origin',
  'range',
  'traceparent',
  'user-agent',
  'x-request-id',
] as const;
const ANSWER_HEADERS = [
  'accept-ranges',
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-length',
  'content-range',
  // Stricter than a page's: uploaded files run nothing.
  'content-security-policy',
  'content-type',
  'etag',
  'last-modified',
  'location',
  'range',
  'retry-after',
  'vary',
  'x-request-id',
] as const;

/**
 * Passes a page's own requests on to the API as a stream in both directions, with the visitor's token: ranges, entity
 * tags, redirects and event streams arrive as the API sent them. When either side goes away, so does the other.
 */
export function apiProxy(
  env: Pick<Env, 'API_URL' | 'API_KEY' | 'VISITOR_KEY' | 'TRUSTED_PROXIES'>,
  logger: Logger,
  closing: AbortSignal,
  /** Called when there may be another voice. */
  onVoices: () => void = () => undefined,
): Middleware {
  return async (ctx, next) => {
    if (!ctx.path.startsWith('/api/')) return next();
    const target = new URL(`${env.API_URL}${ctx.path}${ctx.search}`);
    const path = target.pathname.slice(new URL(env.API_URL).pathname.replace(/\/$/, '').length);
    if (!OPEN_PATHS.some((open) => open.methods.includes(ctx.method) && open.path.test(path))) {
      return problem(ctx, 404, 'There is nothing at this address.');
    }
    if (Number(ctx.get('content-length')) > MAX_UPLOAD_BYTES) {
      return problem(ctx, 413, `At most ${MAX_UPLOAD_BYTES} bytes are taken.`);
    }
    ctx.compress = false;
    try {
      const answer = await ask(ctx, target, credentials(ctx, env), closing);
      if (answer.statusCode !== undefined && answer.statusCode < 300 && INSTALL.test(path)) onVoices();
      ctx.status = answer.statusCode ?? 502;
      for (const name of ANSWER_HEADERS) {
        const value = answer.headers[name];
        if (value !== undefined) ctx.set(name, value);
      }
      // An answer that breaks off in the middle breaks off here, so that the browser notices and asks again.
      answer.once('error', () => ctx.res.destroy());
      ctx.body = answer;
    } catch (error) {
      if (ctx.req.destroyed && !ctx.req.complete) return;
      logger.warn('The API did not answer', { method: ctx.method, path, reason: String(error) });
      problem(ctx, 502, 'The server that makes videos does not answer.');
    }
  };
}

/** Whose request it is, where it came from, and that this front end passes it on. */
function credentials(
  ctx: Context,
  env: Pick<Env, 'API_KEY' | 'VISITOR_KEY' | 'TRUSTED_PROXIES'>,
): Record<string, string> {
  const token = visitorToken(ctx);
  return {
    ...whereFrom(ctx, env),
    ...(token !== '' && { authorization: `Bearer ${token}` }),
    ...(env.API_KEY !== undefined && { 'x-api-key': env.API_KEY }),
  };
}

function ask(
  ctx: Context,
  target: URL,
  shown: Readonly<Record<string, string>>,
  closing: AbortSignal,
): Promise<IncomingMessage> {
  const { protocol, host } = originOf(ctx.req);
  const headers: Record<string, string | string[]> = {
    ...shown,
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol,
  };
  for (const name of REQUEST_HEADERS) {
    const value = ctx.req.headers[name];
    // A span of this server's stands in for the browser's.
    if (value !== undefined && !(name === 'traceparent' && name in headers)) headers[name] = value;
  }
  const request = target.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const upstream = request(target, { method: ctx.method, headers, signal: closing });
    const waitMs = ctx.method === 'PUT' ? UPLOAD_ANSWER_MS : FIRST_BYTE_MS;
    const timer = setTimeout(
      () => upstream.destroy(new Error(`no answer within ${waitMs / 1000} s`)),
      waitMs,
    );
    upstream.once('response', (answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
    upstream.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    ctx.res.once('close', () => upstream.destroy());
    if (ctx.req.headers.expect !== undefined) ctx.res.writeContinue();
    ctx.req.pipe(upstream);
  });
}

function problem(ctx: Context, status: number, detail: string): void {
  ctx.status = status;
  ctx.type = 'application/problem+json';
  ctx.body = JSON.stringify({ type: 'about:blank', title: detail, status, detail, instance: ctx.path });
}
