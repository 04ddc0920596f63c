import { NO_TRACES } from '@shortfactory/core';
import type { Middleware } from 'koa';
import type { RequestState } from './context.ts';
import { traceOf } from './request-context.ts';

/** Asked by a platform every few seconds: no trace of them is worth its space. */
const PROBES = ['/live', '/ready', '/health'];

/** A span for each request, as a part of the caller's trace; log lines are then tied to it. */
export function traced(traces = NO_TRACES): Middleware<RequestState> {
  return async (ctx, next) => {
    if (traces === NO_TRACES || PROBES.includes(ctx.path)) return next();
    const given: Record<string, string> = {};
    for (const name of ['traceparent', 'tracestate']) if (ctx.get(name) !== '') given[name] = ctx.get(name);
    await traces.continued(given, () =>
      traces.span(`HTTP ${ctx.method}`, { 'http.request.method': ctx.method }, async (span) => {
        const own = traces.headers();
        const trace = traceOf({ get: (name) => own[name.toLowerCase()] ?? '' });
        if (trace) ctx.state.trace = trace;
        try {
          await next();
        } finally {
          span.add({ 'http.route': ctx.state.route, 'http.response.status_code': ctx.status });
        }
      }),
    );
  };
}
