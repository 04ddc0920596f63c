import Router from '@koa/router';
import Koa from 'koa';
import { accessLog, facts } from './routing/access-log.ts';
import { answerProblems } from './problems/answer-problems.ts';
import type { HttpContext, RequestState } from './routing/context.ts';
import type { AppDeps } from './deps.ts';
import { createGate } from './routing/gate.ts';
import { answerNoRoute } from './routing/no-route.ts';
import { requestContext, wantHost } from './routing/request-context.ts';
import { routesFor } from './routes/index.ts';
import { traced } from './routing/traced.ts';
import { allowOrigins, securityHeaders } from './routing/security-headers.ts';

export type { AppDeps } from './deps.ts';
export { createLimiter } from './limits/rate-limit.ts';
export { createPublicServer, guardServer, serverOptions } from '@shortfactory/http-server';
export { createWorkerGuard } from './identity/worker-guard.ts';

/** Codes of a client that disconnected before the end, which is not an error of the server. */
const CALLER_GONE = ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'ECONNABORTED', 'EPIPE'];

/** The HTTP side, ready for `guardServer(http.createServer(serverOptions, app.callback()))`. Never listens. */
export function createApp(deps: AppDeps): Koa<RequestState> {
  const { config } = deps;
  const app = new Koa<RequestState>({
    proxy: config.TRUSTED_PROXIES > 0,
    // The rightmost entries are the ones that our own proxies wrote.
    maxIpsCount: config.TRUSTED_PROXIES,
  });
  app.on('error', (error: unknown, ctx?: HttpContext) => {
    // After the response head was sent, the response can only be aborted.
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const level = CALLER_GONE.includes(code) ? 'debug' : 'warn';
    deps.log[level]('Response aborted.', { ...(ctx ? facts(ctx) : {}), error });
  });
  const gate = createGate(deps);
  const router = new Router<RequestState>();
  for (const { shape, serve } of routesFor(deps)) {
    router.register(shape.path, [shape.method], (ctx) => serve(ctx as HttpContext, gate));
  }
  const methodsOf = (path: string): string[] =>
    router.match(path, 'GET').path.flatMap(({ methods }) => methods);
  app
    .use(requestContext(deps))
    .use(traced(deps.traces))
    .use(accessLog(deps))
    .use(securityHeaders(config))
    .use(allowOrigins(config))
    .use(answerProblems(gate.limits, deps.scrub))
    .use(wantHost())
    .use(router.routes())
    .use((ctx) => answerNoRoute(ctx, gate, methodsOf));
  return app;
}
