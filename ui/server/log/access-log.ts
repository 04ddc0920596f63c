import type { Middleware } from 'koa';
import type { Logger } from './logger.ts';

/** One line a request when it has ended; probes and files of the build only at debug. */
export function accessLog(logger: Logger): Middleware {
  return async (ctx, next) => {
    const started = performance.now();
    ctx.res.once('close', () => {
      // Who has a link's token may watch.
      const path = ctx.path.replace(/^(\/(?:s|api\/shared)\/)[^/]+/, '$1…');
      const quiet = /^\/(?:live|ready|health|assets\/.*)$/.test(ctx.path);
      logger[quiet ? 'debug' : 'info'](`${ctx.method} ${path} ${ctx.res.statusCode}`, {
        httpRequest: {
          requestMethod: ctx.method,
          requestUrl: path,
          status: ctx.res.statusCode,
          latency: `${((performance.now() - started) / 1000).toFixed(4)}s`,
        },
      });
    });
    await next();
  };
}
