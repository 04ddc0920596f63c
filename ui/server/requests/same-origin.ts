import type { Middleware } from 'koa';
import { originOf } from './asked-origin.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a changing request that another site sent. Browsers say where a request comes from in Sec-Fetch-Site, older
 * ones in Origin; a caller that sends neither is not a browser and has no visitor's cookie.
 */
export function sameOrigin(): Middleware {
  return async (ctx, next) => {
    const { host } = originOf(ctx.req);
    if (SAFE.has(ctx.method) || isOwn(ctx.get('sec-fetch-site'), ctx.get('origin'), host)) return next();
    ctx.status = 403;
    ctx.type = 'text/plain';
    ctx.body = 'This request came from another site and was not carried out.';
  };
}

function isOwn(site: string, origin: string, host: string): boolean {
  if (site !== '') return site === 'same-origin' || site === 'none';
  if (origin === '') return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
