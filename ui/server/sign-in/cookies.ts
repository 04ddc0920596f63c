import type { Context } from 'koa';
import { originOf } from '../requests/asked-origin.ts';

/** The name under which a browser keeps a cookie: over https no other host or plain http can set it. */
function nameOf(ctx: Context, name: string): string {
  return originOf(ctx.req).protocol === 'https' ? `__Host-${name}` : name;
}

export function readCookie(ctx: Context, name: string): string {
  return ctx.cookies.get(nameOf(ctx, name)) ?? '';
}

/** A cookie that no script reads, for `seconds`; 0 removes it. */
export function writeCookie(ctx: Context, name: string, value: string, seconds: number): void {
  const secure = originOf(ctx.req).protocol === 'https';
  // By itself the cookie jar asks the socket, which is never encrypted behind a proxy, and throws.
  ctx.cookies.secure = secure;
  ctx.cookies.set(nameOf(ctx, name), value, {
    httpOnly: true,
    // The way back from the issuer is a navigation from another site: Strict would leave the cookie out.
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: seconds * 1000,
    overwrite: true,
  });
}
