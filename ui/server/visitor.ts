import { randomBytes } from 'node:crypto';
import type { Context } from 'koa';

const COOKIE = 'sf_visitor';
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
/** The longest that browsers keep a cookie. */
const MAX_AGE_MS = 400 * 24 * 3600 * 1000;

/**
 * The visitor's token: 256 random bits in a cookie that no script reads. It owns what this browser makes and is sent to
 * the API as a bearer token. A browser without one gets one with its first page.
 */
export function visitorToken(ctx: Context, secure: boolean): string {
  const given = ctx.cookies.get(COOKIE);
  const known = given !== undefined && TOKEN.test(given) ? given : undefined;
  const token = known ?? randomBytes(32).toString('base64url');
  if (known === undefined) {
    ctx.cookies.set(COOKIE, token, {
      httpOnly: true,
      sameSite: 'lax',
      secure,
      path: '/',
      maxAge: MAX_AGE_MS,
      overwrite: true,
    });
  }
  return token;
}
