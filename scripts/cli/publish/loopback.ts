import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LimitReached } from '@shortfactory/core';

/** What a browser brings back. */
export interface Brought {
  readonly code: string;
  readonly state: string;
}

export interface Loopback {
  /** Where the browser comes back to. */
  readonly redirectUri: string;
  /** What it brings; undefined when its owner said no. Throws LimitReached after 15 minutes, and the signal's reason. */
  brought(signal: AbortSignal): Promise<Brought | undefined>;
  close(): void;
}

const ANSWER_MS = 15 * 60_000;
const PATH = '/callback';
const SEEN = 'ShortFactory has it. This window can be closed.\n';

/**
 * Listens on this machine alone for a browser that comes back with a code.
 * @param port 0 for any that is free
 * @see https://www.rfc-editor.org/rfc/rfc8252#section-7.3
 */
export async function openLoopback(port: number): Promise<Loopback> {
  let bring: (brought: Brought | undefined) => void = () => undefined;
  const coming = new Promise<Brought | undefined>((resolve) => (bring = resolve));
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname !== PATH) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' }).end(SEEN);
    const [code, state] = [searchParams.get('code'), searchParams.get('state')];
    bring(code === null || state === null ? undefined : { code, state });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    redirectUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`,
    async brought(signal) {
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), ANSWER_MS);
      const stopped = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
        late.signal.addEventListener('abort', () =>
          reject(new LimitReached('Nobody said yes within 15 minutes; begin again.')),
        );
      });
      try {
        return await Promise.race([coming, stopped]);
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => void server.close(),
  };
}
