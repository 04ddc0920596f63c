import { randomBytes } from 'node:crypto';
import type { Middleware } from 'koa';
import helmet from 'koa-helmet';
import type { Env } from '../../app/env.server.ts';
import { issuerOrigin } from '../sign-in/sign-in.ts';
import { originOf } from './asked-origin.ts';

/**
 * Security headers of every answer. The policy lets through what this server sends and nothing else: scripts only with
 * the page's nonce, no inline style, no framing; media and uploads also from and to
 * MEDIA_ORIGINS. A deployed service that is reached over https keeps its visitors there; over plain http that would only
 * send their browsers to addresses where nothing answers.
 */
export function securityHeaders(
  env: Pick<Env, 'MEDIA_ORIGINS' | 'APP_ENV' | 'AUTH' | 'OIDC_ISSUER'>,
): Middleware {
  const [set, setOverHttps] = [policy(env, false), policy(env, true)];
  const deployed = env.APP_ENV !== 'local';
  return (ctx, next) => {
    nonces.set(ctx.res, randomBytes(16).toString('base64'));
    ctx.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(self), payment=(), usb=()');
    const https = originOf(ctx.req).protocol === 'https';
    return (deployed && https ? setOverHttps : set)(ctx, next);
  };
}

function policy(env: Pick<Env, 'MEDIA_ORIGINS' | 'AUTH' | 'OIDC_ISSUER'>, stayOnHttps: boolean): Middleware {
  const media = env.MEDIA_ORIGINS;
  const issuer = issuerOrigin(env);
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response)}'`],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...media],
        mediaSrc: ["'self'", 'blob:', ...media],
        connectSrc: ["'self'", ...media],
        manifestSrc: ["'self'"],
        formAction: ["'self'", ...(issuer === undefined ? [] : [issuer])],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(stayOnHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // Redirects to a bucket would need CORP headers there.
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: stayOnHttps && { maxAge: 63_072_000, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
  });
}

const nonces = new WeakMap<object, string>();

/** The nonce that the policy of this answer lets scripts run with. */
export function nonceOf(response: object): string {
  return nonces.get(response) ?? '';
}
