import { Readable } from 'node:stream';
import { createRequestHandler } from '@remix-run/server-runtime';
import type { ServerBuild } from '@remix-run/node';
import type { Context, Middleware } from 'koa';
import type { MadeHere, SignIn } from '../../app/shared/account/account.ts';
import type { Api, Visitor } from '../../app/shared/api/api.server.ts';
import type { Env } from '../../app/env.server.ts';
import { BUILD_HEADER } from '../../app/shared/connection/build-header.ts';
import { originOf } from '../requests/asked-origin.ts';
import { readForm } from './form-body.ts';
import { nonceOf } from '../requests/security-headers.ts';
import type { Logger } from '../log/logger.ts';
import { refusedForm, refusedMethod } from './page-forms.ts';
import type { Refusal } from './page-forms.ts';
import { personOf } from '../requests/person.ts';
import { PERSON_HEADER, ROLE_HEADER, visitorBefore, visitorToken, whereFrom } from '../requests/visitor.ts';

export interface PagesDeps {
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly mode: 'production' | 'development';
  readonly api: Api;
  readonly env: Pick<Env, 'SERVICE_VERSION' | 'VISITOR_KEY' | 'TRUSTED_PROXIES'>;
  readonly logger: Pick<Logger, 'error'>;
  /** Signing in, for the person of a request; undefined where nobody does. */
  readonly signInOf: (ctx: Context) => SignIn | undefined;
}

/**
 * Every page: Remix renders it with the visitor's API client and the policy's nonce in its load context. Pages are
 * never stored on the way.
 */
export function pages({ build, mode, api, env, logger, signInOf }: PagesDeps): Middleware {
  const handle = createRequestHandler(build, mode);
  const pageFailed = (error: unknown): void => logger.error('A page could not be made', { error });
  const version = typeof build === 'function' ? undefined : build.assets.version;
  return async (ctx) => {
    const method = refusedMethod(ctx);
    if (method) return refuse(ctx, method);
    const body = await readForm(ctx);
    if (body === 'refused') return;
    const form = body && (await refusedForm(ctx, body));
    if (form) return refuse(ctx, form);
    const request = requestOf(ctx, body);
    const visitor: Visitor = {
      token: visitorToken(ctx),
      // Some things are answered only to a browser that asked this machine by a name of its own.
      whereFrom: { ...whereFrom(ctx, env), 'x-forwarded-host': originOf(ctx.req).host },
      requestId: ctx.get('x-request-id'),
      gone: request.signal,
    };
    const answer = await handle(request, {
      nonce: nonceOf(ctx.res),
      version: env.SERVICE_VERSION,
      pageFailed,
      signIn: signInOf(ctx),
      api: api.as(visitor),
      madeHere: madeHere(ctx, api, visitor),
    });
    send(ctx, answer);
    // After a rollout a page finds out by it that its own scripts are of another build.
    if (version !== undefined) ctx.set(BUILD_HEADER, version);
  };
}

/** As many as are taken along at once. */
const MOST_BATCHES = 100;

/** What the browser made as a visitor before, for a person who has signed in. */
function madeHere(ctx: Context, api: Api, person: Visitor): MadeHere | undefined {
  const token = visitorBefore(ctx);
  if (token === undefined || personOf(ctx.req) === undefined) return undefined;
  const { [PERSON_HEADER]: _, [ROLE_HEADER]: __, ...whereFrom } = person.whereFrom;
  const before = api.as({ ...person, token, whereFrom });
  return {
    videos: (limit) => before.videos({ limit }),
    take: async (ids, withAll) => {
      const { batches } = withAll ? await before.batches({ limit: MOST_BATCHES }) : { batches: [] };
      return api.as(person).claim({
        visitor: token,
        videos: [...ids],
        ...(batches.length > 0 && { batches: batches.map(({ id }) => id) }),
        ...(withAll && { webhooks: true }),
      });
    },
  };
}

function refuse(ctx: Context, { status, sentence }: Refusal): void {
  ctx.status = status;
  ctx.type = 'text/plain';
  ctx.body = sentence;
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
