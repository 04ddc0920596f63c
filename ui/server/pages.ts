import { Readable } from 'node:stream';
import { createRequestHandler } from '@remix-run/server-runtime';
import type { ServerBuild } from '@remix-run/node';
import type { Context, Middleware } from 'koa';
import type { Api } from '../app/api.server.ts';
import type { Env } from '../app/env.server.ts';
import { readForm } from './form-body.ts';
import { nonceOf } from './headers.ts';
import { visitorToken, whereFrom } from './visitor.ts';

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
    const body = await readForm(ctx);
    if (body === 'refused') return;
    const token = visitorToken(ctx, env.APP_ENV !== 'local');
    const answer = await handle(requestOf(ctx, body), {
      nonce: nonceOf(ctx.res),
      version: env.SERVICE_VERSION,
      api: api.as({ token, whereFrom: whereFrom(ctx, env), requestId: ctx.get('x-request-id') }),
    });
    send(ctx, answer);
  };
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
