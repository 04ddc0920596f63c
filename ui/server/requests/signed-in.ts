import type { Middleware } from 'koa';
import type { Logger } from '../log/logger.ts';
import { KeysUnavailable } from './iap.ts';
import type { Identify } from './iap.ts';
import { refuse, rememberPerson } from './person.ts';

const ASSERTION = 'x-goog-iap-jwt-assertion';
const RETRY_SECONDS = '10';

/**
 * Lets in only whom Google's Identity-Aware Proxy signed in, and remembers who it is. Everything else is answered 401,
 * and 503 while Google's keys cannot be had: nobody gets in unverified.
 */
export function signedIn(identify: Identify, logger: Pick<Logger, 'warn'>): Middleware {
  return async (ctx, next) => {
    let person: string | undefined;
    try {
      person = ctx.get(ASSERTION) === '' ? undefined : await identify(ctx.get(ASSERTION));
    } catch (error) {
      if (!(error instanceof KeysUnavailable)) throw error;
      logger.warn('Google’s keys cannot be had, so nobody is let in', { reason: error.message });
      ctx.set('Retry-After', RETRY_SECONDS);
      return refuse(ctx, 503, 'Who you are cannot be checked at the moment; try again in a few seconds.');
    }
    if (person === undefined) {
      ctx.set('WWW-Authenticate', 'Bearer realm="Identity-Aware Proxy"');
      return refuse(ctx, 401, 'Only people whom Google’s Identity-Aware Proxy signed in are let in here.');
    }
    // Google's assertion says nothing of roles: an operator's page is reached by a key of OPERATORS here.
    rememberPerson(ctx.req, person, 'member');
    await next();
  };
}
