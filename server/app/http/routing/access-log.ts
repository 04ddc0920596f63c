import type { LogFields } from '@shortfactory/core';
import type { Middleware } from 'koa';
import type { HttpContext, RequestState } from './context.ts';
import type { AppDeps } from '../deps.ts';

/** Requested by a platform every few seconds; a line for each would hide the others. */
const PROBES = ['/live', '/ready', '/health'];

/**
 * One line and one measurement a request, when its response was sent or its client has disconnected. The line has Cloud
 * Logging's `httpRequest`; the query is left out of it, because it contains search terms.
 * @see https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry#HttpRequest
 */
export function accessLog({ log, metrics }: Pick<AppDeps, 'log' | 'metrics'>): Middleware<RequestState> {
  return async (ctx, next) => {
    const start = performance.now();
    const bytesBefore = ctx.socket.bytesWritten;
    ctx.res.once('close', () => {
      const seconds = (performance.now() - start) / 1000;
      const finished = ctx.res.writableFinished;
      // nginx's status for a client that disconnected.
      const status = finished ? ctx.res.statusCode : 499;
      const isStream = ctx.response.type === 'text/event-stream';
      if (!isStream) metrics.httpRequest({ method: ctx.method, route: ctx.state.route, status, seconds });
      const level = status >= 500 ? 'error' : PROBES.includes(ctx.path) && status < 400 ? 'debug' : 'info';
      log[level](`${ctx.method} ${ctx.state.route} ${status}`, {
        ...facts(ctx),
        httpRequest: {
          requestMethod: ctx.method,
          // Who has a link's token may watch.
          requestUrl: ctx.path.replace(/^(\/api\/shared\/)[^/]+/, '$1…').slice(0, 500),
          status,
          requestSize: ctx.req.headers['content-length'] ?? '0',
          responseSize: String(Math.max(0, ctx.socket.bytesWritten - bytesBefore)),
          userAgent: ctx.get('User-Agent').slice(0, 200),
          remoteIp: ctx.state.client,
          latency: `${seconds.toFixed(6)}s`,
          protocol: `HTTP/${ctx.req.httpVersion}`,
        },
        ...(ctx.state.fault === undefined ? {} : { error: ctx.state.fault }),
      });
    });
    await next();
  };
}

/** Fields that link a line to its request and its trace. */
export function facts({ state }: Pick<HttpContext, 'state'>): LogFields {
  const { requestId, route, trace, personKey } = state;
  return {
    ...{ requestId, route },
    ...(trace === undefined ? {} : { trace }),
    ...(personKey === undefined ? {} : { key: personKey }),
  };
}
