import { isOwnHost, NOT_OUR_NAME } from '@shortfactory/server/own-host';
import type { Middleware } from 'koa';
import type { Env } from '../../app/env.server.ts';

/**
 * With APP_ENV=local: answers only who asks by a name of its own, because whoever sits at this machine needs no token.
 * The API has the same rule for what it is asked.
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
