import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { HTTP_LIMITS } from '@shortfactory/http-server';
import type { Operation } from '@shortfactory/mcp/api';
import type { AppDeps } from '../deps.ts';
import { readJson } from '../body/json-body.ts';
import { wantOwnOrigin } from '../identity/own-origin.ts';
import type { EventSlots } from '../limits/event-slots.ts';
import { Lifetimes } from '../limits/lifetimes.ts';
import { InnerApi } from '../mcp/inner-api.ts';
import type { HttpContext } from '../routing/context.ts';
import type { Route, RouteShape } from '../routing/route.ts';

/** What the protocol and its client say beside the message. */
const HEADERS = ['accept', 'content-type', 'mcp-protocol-version', 'mcp-method', 'mcp-name'];
const BATCH = {
  jsonrpc: '2.0',
  id: null,
  error: { code: -32_600, message: 'One JSON-RPC message was expected, not a list; send each by itself.' },
};

const SHAPE = {
  method: 'POST',
  path: '/mcp',
  id: 'mcp',
  tag: 'Service',
  summary: 'The API as tools of the Model Context Protocol',
  access: 'owner',
  bucket: 'read',
  gives: ['application/json', 'text/event-stream'],
  answers: {},
} as const satisfies RouteShape;

/**
 * One POST of the Model Context Protocol at a time, without sessions. The protocol describes itself (`tools/list`), so it
 * does not stand in the API's own description.
 */
export function mcpRoutes(deps: AppDeps, slots: EventSlots, routes: () => readonly Route[]): Route[] {
  const { config, log } = deps;
  const limits = { ...HTTP_LIMITS, ...deps.limits };
  const lifetimes = new Lifetimes(deps.closing);
  const routeOf = (operation: Operation): Route => {
    const found = routes().find(({ shape }) => shape.id === operation);
    if (!found) throw new Error(`No route is called ${operation}.`);
    return found;
  };
  return [
    {
      shape: SHAPE,
      async serve(ctx, gate) {
        ctx.state.route = SHAPE.path;
        wantOwnOrigin(config, ctx);
        const owner = (await gate.admit(ctx, SHAPE)) ?? '';
        gate.negotiate(ctx, SHAPE);
        const body = await readJson(ctx, gate.limits);
        if (Array.isArray(body)) {
          ctx.status = 400;
          ctx.body = BATCH;
          return;
        }
        // With the first call: most servers are never asked, and every start would load it.
        const { serveMcp } = await import('@shortfactory/mcp');
        // There is nothing to hear on it, but it is a stream that stays open.
        const free = isSubscription(body) ? slots.take(ctx.state.client) : undefined;
        const lifetime = lifetimes.begin();
        const gone = new AbortController();
        const end = (): void => gone.abort();
        const late = setTimeout(end, limits.streamMs);
        if (free) lifetime.signal.addEventListener('abort', end, { once: true });
        ctx.res.once('close', () => {
          end();
          lifetime.release();
          clearTimeout(late);
          free?.();
        });
        if (ctx.res.destroyed) end();
        const api = new InnerApi({ deps, ctx, gate, owner, routeOf, slots, closing: lifetime.signal });
        const answer = await serveMcp({
          ...{ api, body, headers: protocolHeaders(ctx), signal: gone.signal },
          version: config.SERVICE_VERSION,
          report: (error) => {
            ctx.state.fault = error;
            log.error('A tool failed.', { error, requestId: ctx.state.requestId });
          },
        });
        send(ctx, answer);
      },
      answer: () => Promise.reject(new Error('The protocol is not spoken within itself.')),
    },
  ];
}

function isSubscription(body: unknown): boolean {
  return (
    typeof body === 'object' && body !== null && 'method' in body && body.method === 'subscriptions/listen'
  );
}

function protocolHeaders(ctx: HttpContext): Record<string, string> {
  return Object.fromEntries(HEADERS.map((name) => [name, ctx.get(name)]).filter(([, value]) => value !== ''));
}

function send(ctx: HttpContext, { status, headers, body }: Response): void {
  ctx.body = body === null ? '' : Readable.fromWeb(body as ReadableStream<Uint8Array>);
  ctx.status = status;
  ctx.remove('Content-Type');
  for (const [name, value] of headers) ctx.set(name, value);
  ctx.set({ 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' });
}
