import type { IncomingMessage } from 'node:http';
import type { Middleware } from 'koa';
import type { Env } from '../../app/env.server.ts';
import type { Logger } from '../log/logger.ts';

/** Scheme and authority that the visitor's browser asked, as its address bar shows them. */
export interface AskedOrigin {
  readonly protocol: 'http' | 'https';
  readonly host: string;
}

type ProxySettings = Pick<Env, 'APP_ENV' | 'TRUSTED_PROXIES'>;

const origins = new WeakMap<IncomingMessage, AskedOrigin>();

/** What `askedOrigin` found for this request; that middleware runs before everything that asks. */
export function originOf(request: IncomingMessage): AskedOrigin {
  const origin = origins.get(request);
  if (!origin) throw new Error('The middleware askedOrigin has not seen this request');
  return origin;
}

/**
 * Finds out which origin a request is for, and answers 400 when it names none that can be. X-Forwarded-Proto and
 * X-Forwarded-Host count only with TRUSTED_PROXIES > 0; otherwise any client could write them. A target in absolute
 * form (RFC 9112, 3.2.2) names the host itself and goes on as its path and query.
 */
export function askedOrigin(env: ProxySettings, logger: Logger): Middleware {
  const warnOnce = createPlainHttpWarning(env, logger);
  return async (ctx, next) => {
    const found = findOrigin(ctx.req, env.TRUSTED_PROXIES);
    if (typeof found === 'string') {
      ctx.status = 400;
      ctx.type = 'text/plain';
      ctx.body = found;
      return;
    }
    origins.set(ctx.req, found);
    warnOnce(found, ctx.path);
    await next();
  };
}

/** The origin, or a sentence that says what was wrong; what a client sent is not repeated in it. */
function findOrigin(request: IncomingMessage, trustedProxies: number): AskedOrigin | string {
  if ((request.headersDistinct['host']?.length ?? 0) > 1) return 'One Host header was expected.';
  const target = request.url ?? '/';
  let host = request.headers.host ?? '';
  if (!target.startsWith('/') && !(target === '*' && request.method === 'OPTIONS')) {
    const absolute = URL.canParse(target) ? new URL(target) : undefined;
    if (!absolute || !/^https?:$/.test(absolute.protocol))
      return 'The request target was expected as a path, or as an http or https address.';
    host = absolute.host;
    request.url = absolute.pathname + absolute.search;
  }
  request.url = decodable(request.url ?? '/');
  const believed = trustedProxies > 0 ? forwarded(request, trustedProxies) : {};
  const protocol = (believed.protocol ?? 'http').toLowerCase();
  if (protocol !== 'http' && protocol !== 'https') return 'X-Forwarded-Proto: http or https was expected.';
  const asked = believed.host ?? (host === '' ? 'localhost' : host);
  if (!isHost(asked)) {
    const header = believed.host === undefined ? 'Host' : 'X-Forwarded-Host';
    return `${header}: a host name or an address was expected, with or without a port.`;
  }
  return { protocol, host: asked.toLowerCase() };
}

/**
 * What the outermost trusted proxy wrote. Each proxy adds an entry to a list or overwrites it: a list that is shorter
 * than the proxies are many begins with that proxy's.
 */
function forwarded(request: IncomingMessage, trustedProxies: number): { protocol?: string; host?: string } {
  const entryOf = (name: string): string | undefined => {
    const written = request.headersDistinct[name]?.join(',').split(',') ?? [];
    return (written.at(-trustedProxies) ?? written[0])?.trim();
  };
  const [protocol, host] = [entryOf('x-forwarded-proto'), entryOf('x-forwarded-host')];
  return { ...(protocol !== undefined && { protocol }), ...(host !== undefined && { host }) };
}

/**
 * The target with a path that can be decoded: percent signs that begin no character of UTF-8 stand for themselves. Such a
 * path is that of no page; the router would say so on standard error for each request.
 */
function decodable(target: string): string {
  const [path = '', ...query] = target.split('?');
  try {
    decodeURIComponent(path);
    return target;
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?');
  }
}

function isHost(text: string): boolean {
  return /^(?:\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i.test(text) && URL.canParse(`http://${text}`);
}

const PROBES = ['/live', '/ready', '/health'];

/** Says once that a deployed service is asked over plain http, where nothing protects the visitor's cookie on its way. */
function createPlainHttpWarning(env: ProxySettings, logger: Logger) {
  let said = env.APP_ENV === 'local';
  return ({ protocol }: AskedOrigin, path: string): void => {
    if (said || protocol === 'https' || PROBES.includes(path)) return;
    said = true;
    logger.warn(
      'A page was asked for over plain http: its visitor’s cookie is sent unprotected. Behind a proxy that speaks https, set TRUSTED_PROXIES to the number of proxies, so that X-Forwarded-Proto is believed.',
      { environment: env.APP_ENV },
    );
  };
}
