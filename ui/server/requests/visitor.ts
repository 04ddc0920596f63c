import { randomBytes } from 'node:crypto';
import type { Context } from 'koa';
import type { Env } from '../../app/env.server.ts';
import { originOf } from './asked-origin.ts';
import { isAdmin, personOf } from './person.ts';
import { traceHeaders } from './traced.ts';

/** Over https. The prefix makes browsers refuse it from any other host, subdomain or plain http. */
const HOST_COOKIE = '__Host-sf_visitor';
/** Over plain http, and the only name of earlier versions. */
const COOKIE = 'sf_visitor';
/** Names who has signed in to the API. */
export const PERSON_HEADER = 'x-visitor-subject';
/** Says that the person runs the deployment. */
export const ROLE_HEADER = 'x-visitor-role';
/** Pages and files that a link to a video leads to. */
const SHARED = /^\/(?:s|api\/shared)\//;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
/** The longest that browsers keep a cookie. */
const MAX_AGE_MS = 400 * 24 * 3600 * 1000;

/**
 * The visitor's token: 256 random bits in a cookie that no script reads. It owns what this browser makes and is sent to
 * the API as a bearer token. A browser without one gets one with its first page; one that has it under the earlier name
 * keeps it under the new one. Empty where people sign in: what they make is theirs, on any browser.
 */
export function visitorToken(ctx: Context): string {
  // Who watches by a link is no visitor, and keeps nothing in this browser.
  if (SHARED.test(ctx.path) || personOf(ctx.req) !== undefined) return '';
  const current = visitorBefore(ctx);
  const secure = originOf(ctx.req).protocol === 'https';
  const name = secure ? HOST_COOKIE : COOKIE;
  if (current !== undefined && tokenIn(ctx, name) === current) return current;
  const token = current ?? randomBytes(32).toString('base64url');
  // By itself the cookie jar asks the socket, which is never encrypted behind a proxy, and throws.
  ctx.cookies.secure = secure;
  ctx.cookies.set(name, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: MAX_AGE_MS,
    overwrite: true,
  });
  return token;
}

/** The token that this browser came with, whoever has signed in there by now. */
export function visitorBefore(ctx: Context): string | undefined {
  const secure = originOf(ctx.req).protocol === 'https';
  return (secure ? tokenIn(ctx, HOST_COOKIE) : undefined) ?? tokenIn(ctx, COOKIE);
}

function tokenIn(ctx: Context, name: string): string | undefined {
  const given = ctx.cookies.get(name);
  return given !== undefined && TOKEN.test(given) ? given : undefined;
}

/**
 * Header fields that say where a request comes from: the chain of addresses so far and, with the key that makes it
 * believed, the visitor's own and who has signed in. On Cloud Run only its own front end writes the end of that chain.
 */
export function whereFrom(
  ctx: Context,
  { VISITOR_KEY, TRUSTED_PROXIES }: Pick<Env, 'VISITOR_KEY' | 'TRUSTED_PROXIES'>,
): Record<string, string> {
  const socket = ctx.req.socket.remoteAddress;
  const written = ctx
    .get('x-forwarded-for')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  const chain = [...written, ...(socket === undefined ? [] : [socket])];
  const visitor = TRUSTED_PROXIES === 0 ? socket : written.at(-TRUSTED_PROXIES);
  const person = personOf(ctx.req);
  return {
    ...traceHeaders(ctx),
    ...(chain.length > 0 && { 'x-forwarded-for': chain.join(', ') }),
    ...(VISITOR_KEY !== undefined &&
      visitor !== undefined && { 'x-visitor-key': VISITOR_KEY, 'x-visitor-address': visitor }),
    // Without the key above the API refuses who is named here: a person never becomes somebody else.
    ...(person !== undefined && { [PERSON_HEADER]: person }),
    ...(isAdmin(ctx.req) && { [ROLE_HEADER]: 'admin' }),
  };
}
