import type { Middleware } from 'koa';
import type { Api } from '../app/shared/api/api.server.ts';
import type { Env } from '../app/env.server.ts';
import type { OidcSignIn } from './sign-in/sign-in.ts';

/**
 * GET /live: this process answers. GET /ready: it takes traffic, which ends when it shuts down. GET /health: both, its
 * version, and whether the API answers and who signs people in; neither makes the UI unhealthy, or its page that says so
 * would be taken away.
 */
export function health(
  env: Pick<Env, 'SERVICE_VERSION' | 'SERVICE_REVISION' | 'APP_ENV'>,
  api: Api,
  closing: AbortSignal,
  signIn?: Pick<OidcSignIn, 'state'>,
): Middleware {
  return async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next();
    if (!['/live', '/ready', '/health'].includes(ctx.path)) return next();
    ctx.set('Cache-Control', 'no-store');
    const open = !closing.aborted;
    if (ctx.path !== '/live' && !open) ctx.status = 503;
    const status = ctx.path === '/live' || open ? 'ok' : 'closing';
    ctx.body =
      ctx.path === '/health'
        ? {
            status,
            checks: {
              api: (await api.health()).state,
              ...(signIn && { signIn: signIn.state() }),
            },
            version: env.SERVICE_VERSION,
            revision: env.SERVICE_REVISION,
            environment: env.APP_ENV,
          }
        : { status };
    if (ctx.path !== '/live' && !open) ctx.status = 503;
  };
}
