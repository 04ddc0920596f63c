import type { Middleware } from 'koa';
import sirv from 'sirv';

/**
 * Files of the client build. Names under /assets/ hold a hash of their content and may be cached for ever; the rest for an
 * hour. Compressed copies that the build put beside a file are sent to browsers that take them.
 */
export function staticFiles(folder: string): Middleware {
  const serve = sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders(response, path) {
      const caching = path.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=3600';
      response.setHeader('Cache-Control', caching);
      // A policy is a page's; a file only must not be taken for something else.
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    },
  });
  return async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next();
    const found = await new Promise<boolean>((resolve) => {
      ctx.res.once('close', () => resolve(true));
      serve(ctx.req, ctx.res, () => resolve(false));
    });
    if (!found) return next();
    ctx.respond = false;
  };
}
