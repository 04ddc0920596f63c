import { Readable } from 'node:stream';
import { createRequestHandler } from '@remix-run/server-runtime';
import type { ServerBuild } from '@remix-run/node';
import type { Context, Middleware } from 'koa';
import type { Api } from '../app/api.server.ts';
import type { Env } from '../app/env.server.ts';
import { nonceOf } from './headers.ts';
import { visitorToken, whereFrom } from './visitor.ts';

/** A form with the longest script that is allowed has about a tenth of it. */
const MAX_FORM_BYTES = 1_000_000;

/**
 * Every page: Remix renders it with the visitor's API client and the policy's nonce in its load context. Pages are
 * never stored on the way.
 */
export function pages(
  build: ServerBuild | (() => Promise<ServerBuild>),
  mode: 'production' | 'development',
  api: Api,
  env: Pick<Env, 'APP_ENV' | 'SERVICE_VERSION' | 'VISITOR_KEY' | 'TRUSTED_PROXIES'>,
): Middleware {
  const handle = createRequestHandler(build, mode);
  return async (ctx) => {
    const body = await readBody(ctx);
    if (body === 'too large') {
      ctx.status = 413;
      ctx.body = 'This form is larger than anything it could hold.';
      return;
    }
    const token = visitorToken(ctx, env.APP_ENV !== 'local');
    const request = requestOf(ctx, body);
    const answer = await handle(request, {
      nonce: nonceOf(ctx.res),
      version: env.SERVICE_VERSION,
      api: api.as({
        token,
        whereFrom: whereFrom(ctx, env),
        requestId: ctx.get('x-request-id'),
        gone: request.signal,
      }),
    });
    send(ctx, answer);
  };
}

async function readBody(ctx: Context): Promise<Uint8Array<ArrayBuffer> | 'too large' | undefined> {
  if (ctx.method === 'GET' || ctx.method === 'HEAD') return undefined;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of ctx.req as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_FORM_BYTES) return 'too large';
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function requestOf(ctx: Context, body: Uint8Array<ArrayBuffer> | undefined): Request {
  const gone = new AbortController();
  ctx.res.once('close', () => gone.abort());
  const headers = new Headers();
  for (const [name, value] of Object.entries(ctx.req.headers)) {
    if (!name.startsWith(':') && value !== undefined) headers.set(name, String(value));
  }
  return new Request(`${ctx.protocol}://${ctx.host || 'localhost'}${ctx.originalUrl}`, {
    method: ctx.method,
    headers,
    signal: gone.signal,
    body: body ?? null,
  });
}

function send(ctx: Context, answer: Response): void {
  ctx.status = answer.status;
  answer.headers.forEach((value, name) => {
    if (name !== 'set-cookie') ctx.set(name, value);
  });
  for (const cookie of answer.headers.getSetCookie()) ctx.append('Set-Cookie', cookie);
  ctx.set('Cache-Control', answer.headers.get('cache-control') ?? 'no-store');
  if (answer.body) ctx.body = Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]);
  else ctx.body = null;
  ctx.status = answer.status;
}
