import { NO_TRACES } from '@shortfactory/core';
import type { TraceHeaders, Traces } from '@shortfactory/core';
import type { Context, Middleware } from 'koa';

/** Asked by a platform every few seconds. */
const PROBES = ['/live', '/ready', '/health'];
const asks = new WeakMap<Context['req'], TraceHeaders>();

/** A span for each request, as a part of the browser's trace where it sends one. */
export function traced(traces: Traces): Middleware {
  return async (ctx, next) => {
    if (traces === NO_TRACES || PROBES.includes(ctx.path)) return next();
    const given: Record<string, string> = {};
    for (const name of ['traceparent', 'tracestate']) if (ctx.get(name) !== '') given[name] = ctx.get(name);
    await traces.continued(given, () =>
      traces.span(`HTTP ${ctx.method}`, { 'http.request.method': ctx.method }, async (span) => {
        asks.set(ctx.req, traces.headers());
        try {
          await next();
        } finally {
          span.add({ 'http.response.status_code': ctx.status });
        }
      }),
    );
  };
}

/** What a request to the API carries so that it belongs to the trace of the visitor's request. */
export function traceHeaders(ctx: Context): TraceHeaders {
  return asks.get(ctx.req) ?? {};
}
