import { randomBytes } from 'node:crypto';
import type { Middleware } from 'koa';
import helmet from 'koa-helmet';
import type { Env } from '../app/env.server.ts';

/**
 * Security headers of every answer. The policy lets through what this server sends and nothing else: scripts only with
 * the page's nonce, no inline style, no framing; media and uploads also from and to
 * MEDIA_ORIGINS.
 */
export function securityHeaders(env: Pick<Env, 'MEDIA_ORIGINS' | 'APP_ENV'>): Middleware {
  const media = env.MEDIA_ORIGINS;
  const deployed = env.APP_ENV !== 'local';
  const set = helmet({
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
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(deployed ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // Redirects to a bucket would need CORP headers there.
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: deployed && { maxAge: 63_072_000, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
  });
  return (ctx, next) => {
    nonces.set(ctx.res, randomBytes(16).toString('base64'));
    ctx.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    return set(ctx, next);
  };
}

const nonces = new WeakMap<object, string>();

/** The nonce that the policy of this answer lets scripts run with. */
export function nonceOf(response: object): string {
  return nonces.get(response) ?? '';
}
