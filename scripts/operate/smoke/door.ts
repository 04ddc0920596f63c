import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { Readable } from 'node:stream';

/** What a request of ours has; redirects are never followed. */
export interface Outgoing {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

/** The way to a deployment's addresses. */
export type Door = (url: URL, request: Outgoing) => Promise<Response>;

/** By the addresses' own names. */
export const direct: Door = (url, request) => fetch(url, { ...request, redirect: 'manual' });

/**
 * Through an ingress whose names no DNS knows: the connection goes to `ingress`, the name into the Host header, which
 * fetch does not let anybody set.
 */
export function through(ingress: string): Door {
  const to = new URL(ingress);
  const start = to.protocol === 'https:' ? overHttps : overHttp;
  return (url, { method = 'GET', headers = {}, body, signal }) =>
    new Promise((resolve, reject) => {
      const outgoing = start(
        {
          protocol: to.protocol,
          hostname: to.hostname,
          port: to.port,
          path: `${url.pathname}${url.search}`,
          method,
          headers: { ...headers, host: url.host },
          ...(to.protocol === 'https:' ? { servername: url.hostname } : {}),
          agent: false,
          signal,
        },
        (incoming) => {
          const { statusCode: status = 502, headersDistinct } = incoming;
          const answered = new Headers();
          for (const [name, values = []] of Object.entries(headersDistinct))
            for (const value of values) answered.append(name, value);
          const empty = status === 204 || status === 304;
          if (empty) incoming.resume();
          const stream = empty ? null : (Readable.toWeb(incoming) as ReadableStream);
          resolve(new Response(stream, { status, headers: answered }));
        },
      );
      outgoing.on('error', reject).end(body);
    });
}
