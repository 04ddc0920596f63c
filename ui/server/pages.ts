import { Readable } from 'node:stream';
import { createRequestHandler } from '@remix-run/server-runtime';
import type { ServerBuild } from '@remix-run/node';
import type { Context, Middleware } from 'koa';
import type { Api } from '../app/api.server.ts';
import type { Env } from '../app/env.server.ts';
import { BUILD_HEADER } from '../app/build-header.ts';
import { originOf } from './asked-origin.ts';
import { nonceOf } from './headers.ts';
import { visitorToken, whereFrom } from './visitor.ts';

/** A form with the longest script that is allowed has about a tenth of it. */
const MAX_FORM_BYTES = 1_000_000;

const METHODS = ['GET', 'HEAD', 'POST'];

/**
 * Every page: Remix renders it with the visitor's API client and the policy's nonce in its load context. Pages are
 * never stored on the way.
 */
export function pages(
  build: ServerBuild | (() => Promise<ServerBuild>),
  mode: 'production' | 'development',
  api: Api,
  env: Pick<Env, 'SERVICE_VERSION' | 'VISITOR_KEY' | 'TRUSTED_PROXIES'>,
): Middleware {
  const handle = createRequestHandler(build, mode);
  const version = typeof build === 'function' ? undefined : build.assets.version;
  return async (ctx) => {
    if (!METHODS.includes(ctx.method)) {
      ctx.set('Allow', METHODS.join(', '));
      return refuse(ctx, 405, `This address takes ${METHODS.join(', ')}.`);
    }
    const body = await readBody(ctx);
    if (body === 'too large') return refuse(ctx, 413, 'This form is larger than anything it could hold.');
    if (body && !(await isForm(ctx.get('content-type'), body)))
      return refuse(
        ctx,
        415,
        'A form was expected: application/x-www-form-urlencoded or multipart/form-data.',
      );
    const token = visitorToken(ctx);
    const answer = await handle(requestOf(ctx, body), {
      nonce: nonceOf(ctx.res),
      version: env.SERVICE_VERSION,
      api: api.as({ token, whereFrom: whereFrom(ctx, env), requestId: ctx.get('x-request-id') }),
    });
    send(ctx, answer);
    // After a rollout a page finds out by it that its own scripts are of another build.
    if (version !== undefined) ctx.set(BUILD_HEADER, version);
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

function refuse(ctx: Context, status: number, sentence: string): void {
  ctx.status = status;
  ctx.type = 'text/plain';
  ctx.body = sentence;
}

/** Whether a page's action can read the body; Remix would answer 500 and log a stack trace. */
async function isForm(type: string, body: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    await new Response(body, { headers: { 'content-type': type } }).formData();
    return true;
  } catch {
    return false;
  }
}

function requestOf(ctx: Context, body: Uint8Array<ArrayBuffer> | undefined): Request {
  const gone = new AbortController();
  ctx.res.once('close', () => gone.abort());
  const headers = new Headers();
  for (const [name, value] of Object.entries(ctx.req.headers)) {
    if (!DROPPED.includes(name) && value !== undefined) headers.set(name, String(value));
  }
  const { protocol, host } = originOf(ctx.req);
  return new Request(`${protocol}://${host}${ctx.req.url ?? '/'}`, {
    method: ctx.method,
    headers,
    signal: gone.signal,
    body: body ?? null,
  });
}

/**
 * Remix compares Origin with these by rules of its own; sameOrigin() has compared it with the believed host before, and
 * the request's URL says the rest.
 */
const DROPPED = ['origin', 'host', 'x-forwarded-host', 'x-forwarded-proto'];

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
