import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import { HttpProblem, clientOf } from '@shortfactory/http-server';
import type { Middleware } from 'koa';
import type { HttpContext, RequestState, Trace } from './context.ts';
import type { AppDeps } from '../deps.ts';
import { sameSecret } from '../identity/same-secret.ts';

/** Sent by the web interface's server with the address of the visitor whose request it forwards. */
export const VISITOR_KEY_HEADER = 'X-Visitor-Key';
export const VISITOR_ADDRESS_HEADER = 'X-Visitor-Address';
/** A wrong key comes with every request of a web interface; it is logged this often. */
const WARN_AGAIN_MS = 60_000;

/** A request id of the client is accepted if it is harmless in a log or a header. */
const SAFE_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** Sets every request's id (the client's own where it is harmless), its trace and the address that limits count. */
export function requestContext(deps: Pick<AppDeps, 'secrets' | 'log'>): Middleware<RequestState> {
  const visitorOf = createVisitorOf(deps);
  return async (ctx, next) => {
    const given = ctx.get('X-Request-Id');
    ctx.state.requestId = SAFE_ID.test(given) ? given : randomUUID();
    const visitor = await visitorOf(ctx);
    ctx.state.vouched = visitor !== undefined;
    ctx.state.client = visitor ?? clientOf(ctx.ip, ctx.socket.remoteAddress);
    ctx.state.route = 'unmatched';
    const trace = traceOf(ctx);
    if (trace) ctx.state.trace = trace;
    ctx.set('X-Request-Id', ctx.state.requestId);
    await next();
  };
}

/**
 * The visitor of a web interface that sends VISITOR_KEY. Any other request with the header, and one whose key is not
 * the right one (as in the middle of a rotation), is counted by the address that it comes from.
 */
function createVisitorOf({ secrets, log }: Pick<AppDeps, 'secrets' | 'log'>) {
  let warnedMs = -Infinity;
  return async (ctx: HttpContext): Promise<string | undefined> => {
    const shown = ctx.get(VISITOR_KEY_HEADER);
    if (shown === '') return undefined;
    const key = await secrets.get('VISITOR_KEY').catch(() => undefined);
    const address = ctx.get(VISITOR_ADDRESS_HEADER);
    if (key !== undefined && sameSecret(shown, key) && isIP(address) !== 0)
      return clientOf(address, undefined);
    if (performance.now() - warnedMs > WARN_AGAIN_MS) {
      warnedMs = performance.now();
      log.warn(
        `A request showed a key in ${VISITOR_KEY_HEADER} that is not VISITOR_KEY, or no address with it: the visitors of that web interface are counted as one.`,
      );
    }
    return undefined;
  };
}

/** HTTP/1.1 requires exactly one Host; Node would reject a request without it by itself, but with an empty response. */
export function wantHost(): Middleware<RequestState> {
  return async ({ req }, next) => {
    const hosts = req.headersDistinct.host?.length ?? 0;
    if (hosts > 1 || (hosts === 0 && req.httpVersion === '1.1')) {
      throw new HttpProblem('malformed-request', 'The request was expected with one Host header.', {
        headers: { Connection: 'close' },
      });
    }
    await next();
  };
}

/** W3C's header before Google's older one. @see https://www.w3.org/TR/trace-context/ */
export function traceOf(ctx: Pick<HttpContext, 'get'>): Trace | undefined {
  const w3c = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-|$)/.exec(ctx.get('traceparent'));
  if (w3c && !/^0+$/.test(w3c[1] ?? '') && !/^0+$/.test(w3c[2] ?? '')) {
    const [, traceId = '', spanId = '', flags = ''] = w3c;
    return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
  }
  const google = /^([0-9a-f]{32})(?:\/(\d{1,20}))?(?:;o=(\d))?$/i.exec(ctx.get('X-Cloud-Trace-Context'));
  if (!google) return undefined;
  const [, traceId = '', span, option] = google;
  const spanId = span === undefined ? {} : { spanId: BigInt(span).toString(16).padStart(16, '0').slice(-16) };
  return { traceId: traceId.toLowerCase(), ...spanId, sampled: option === '1' };
}
