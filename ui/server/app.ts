import Koa from 'koa';
import type { ServerBuild } from '@remix-run/node';
import { NO_TRACES } from '@shortfactory/core';
import type { Traces } from '@shortfactory/core';
import { HTTP_LIMITS, answerUnreadBody } from '@shortfactory/http-server';
import compress from 'koa-compress';
import { createApi } from '../app/shared/api/api.server.ts';
import type { Env } from '../app/env.server.ts';
import { accessLog } from './log/access-log.ts';
import { askedOrigin } from './requests/asked-origin.ts';
import { boundedLogger } from './log/bounded-logger.ts';
import { securityHeaders } from './requests/security-headers.ts';
import { health } from './health.ts';
import { createIapIdentify } from './requests/iap.ts';
import type { Logger } from './log/logger.ts';
import { ownHost } from './requests/own-host.ts';
import { pages } from './pages/pages.ts';
import { apiProxy } from './proxy.ts';
import { sameOrigin } from './requests/same-origin.ts';
import { signedIn } from './requests/signed-in.ts';
import { OidcSignIn } from './sign-in/sign-in.ts';
import { staticFiles } from './static-files.ts';
import { traced } from './requests/traced.ts';

export interface AppDeps {
  readonly env: Env;
  readonly logger: Logger;
  readonly traces?: Traces;
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly mode: 'production' | 'development';
  /** Folder of the client build; in development Vite serves it. */
  readonly clientFolder?: string;
  /** Of Google's Identity-Aware Proxy; tests have their own. */
  readonly iapKeys?: URL;
  /** Aborts when the process shuts down: health turns, streams end. */
  readonly closing: AbortSignal;
}

/** The UI's server as a Koa app; it never listens. */
export function createApp({
  env,
  logger,
  traces = NO_TRACES,
  build,
  mode,
  clientFolder,
  iapKeys,
  closing,
}: AppDeps): Koa {
  const api = createApi({ baseUrl: env.API_URL, version: env.SERVICE_VERSION, apiKey: env.API_KEY });
  const bounded = boundedLogger(logger);
  const app = new Koa();
  app.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== undefined && ABORTED.includes(error.code))
      logger.debug('Response aborted', { reason: error.code });
    else bounded.error('A request failed', { error });
  });
  app.use(traced(traces));
  app.use(accessLog(logger));
  app.use(async (ctx, next) => {
    await next();
    answerUnreadBody(ctx, HTTP_LIMITS);
  });
  app.use(askedOrigin(env, logger));
  if (clientFolder !== undefined) app.use(staticFiles(clientFolder));
  app.use(securityHeaders(env));
  const oidc = env.AUTH === 'oidc' ? new OidcSignIn(env, api, bounded) : undefined;
  app.use(health(env, api, closing, oidc));
  app.use(ownHost(env));
  app.use(sameOrigin());
  if (env.AUTH === 'iap' && env.IAP_AUDIENCE !== undefined)
    app.use(signedIn(createIapIdentify(env.IAP_AUDIENCE, iapKeys), bounded));
  if (oidc) app.use(oidc.middleware());
  app.use(compress({ br: { params: { [QUALITY]: 4 } }, threshold: 1024 }));
  app.use(apiProxy(env, bounded, closing, () => api.forget()));
  app.use(pages({ build, mode, api, env, logger: bounded, signInOf: (ctx) => oidc?.pageOf(ctx) }));
  return app;
}

/** The visitor's connection closed during an answer: not a fault. */
const ABORTED = ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'ECONNABORTED', 'EPIPE'];

/** zlib.constants.BROTLI_PARAM_QUALITY; at 4 a page is compressed in about a millisecond. */
const QUALITY = 1;
