import type { Config } from '@shortfactory/config';
import { HttpProblem } from '@shortfactory/http-server';
import type { HttpContext } from '../routing/context.ts';

/**
 * Throws HttpProblem 403 for a request from a page of another site: browsers say in Origin where a page is from. Pages of
 * CORS_ORIGINS may ask, and those of this server itself; what sends no Origin is no browser.
 * @see https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http#security-warning
 */
export function wantOwnOrigin({ CORS_ORIGINS }: Pick<Config, 'CORS_ORIGINS'>, ctx: HttpContext): void {
  const origin = ctx.get('Origin');
  if (origin === '' || origin === originOf(ctx)) return;
  if (CORS_ORIGINS.some((each) => new URL(each).origin === origin)) return;
  throw new HttpProblem(
    'forbidden',
    'This request comes from a page of another site; CORS_ORIGINS names the pages that may ask.',
  );
}

/** Where this server is for who asks. Koa's `ctx.origin` is the Origin header, which anybody may write. */
export function originOf(ctx: Pick<HttpContext, 'protocol' | 'host'>): string {
  // HTTP/1.0 needs no Host.
  return `${ctx.protocol}://${ctx.host || 'localhost'}`;
}
