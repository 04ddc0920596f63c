import { NOT_OUR_NAME, isOwnHost } from '@shortfactory/http-server';
import type { Middleware } from 'koa';
import type { Env } from '../../app/env.server.ts';

/**
 * With APP_ENV=local: answers only requests whose Host is a name of this server, because requests from this machine need
 * no token. The API has the same rule.
 */
export function ownHost({ APP_ENV, ALLOWED_HOSTS }: Pick<Env, 'APP_ENV' | 'ALLOWED_HOSTS'>): Middleware {
  return async (ctx, next) => {
    if (APP_ENV !== 'local' || isOwnHost(ctx.req.headers.host, ALLOWED_HOSTS)) return next();
    ctx.status = 421;
    ctx.type = 'text/plain';
    ctx.set('Cache-Control', 'no-store');
    ctx.body = NOT_OUR_NAME;
  };
}
