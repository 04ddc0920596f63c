import { request as requestHttp } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { NotPublic, checkedLookup, hostOf, isMetadataName } from '@shortfactory/network';
import type { Lookup, MayReach } from '@shortfactory/network';

/** What may be reached with a GET. */
export interface Reach {
  readonly lookup: Lookup;
  readonly mayReach: MayReach;
  /** Also http; https always. */
  readonly http: boolean;
  readonly userAgent: string;
}

/** It was not asked: where it is may not be reached. The message is a sentence's end, after its name. */
export class NotReached extends Error {}

const MOST_HEADER_BYTES = 32_768;

/**
 * The head of one answer, with its body unread; no redirect is followed. The address is checked that the socket connects
 * to. Throws NotReached, the signal's reason, or an error with the code of node:net.
 */
export async function get(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { lookup, mayReach, http, userAgent }: Reach,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  signal.throwIfAborted();
  const isTls = url.protocol === 'https:';
  if (!isTls && !(http && url.protocol === 'http:'))
    throw new NotReached('leads to an address without https');
  if (url.username !== '' || url.password !== '') throw new NotReached('leads to an address with a password');
  const host = hostOf(url);
  if (isMetadataName(host) || (isIP(host) !== 0 && !mayReach(host))) throw notPublic();
  return new Promise((resolve, reject) => {
    const asking = (isTls ? requestHttps : requestHttp)({
      method: 'GET',
      host,
      port: url.port === '' ? (isTls ? 443 : 80) : Number(url.port),
      path: `${url.pathname}${url.search}`,
      // An agent could give a connection that was checked for another name, or a proxy's.
      agent: false,
      lookup: checkedLookup(lookup, mayReach),
      ...(isTls && isIP(host) === 0 ? { servername: host } : {}),
      maxHeaderSize: MOST_HEADER_BYTES,
      headers: { Host: url.host, 'User-Agent': userAgent, Connection: 'close', ...headers },
      signal,
    });
    asking.on('socket', (socket) => {
      // The request is not written before this: it waits for its socket to connect.
      socket.once('connect', () => {
        if (!mayReach(socket.remoteAddress ?? '')) asking.destroy(new NotPublic());
      });
    });
    asking.once('error', (error: Error) => {
      if (signal.aborted) reject(signal.reason as Error);
      else reject(error instanceof NotPublic ? notPublic() : error);
    });
    asking.once('response', resolve);
    asking.end();
  });
}

function notPublic(): NotReached {
  return new NotReached('leads to an address that is not public');
}

/** Such as ECONNREFUSED; empty where there is none. */
export function codeOf(error: unknown): string {
  const causes: unknown[] = error instanceof AggregateError ? error.errors : [error];
  return (
    causes
      .map((cause) => (cause instanceof Error && 'code' in cause ? String(cause.code) : ''))
      .find((code) => code !== '') ?? ''
  );
}
