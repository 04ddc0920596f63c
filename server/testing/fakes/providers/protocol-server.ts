import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json as readJson } from 'node:stream/consumers';

/** What a service can do instead of its work. */
export type Fault =
  'unauthorized' | 'busy' | 'broken' | 'hang' | 'half' | 'not-json' | 'declined' | 'unusable' | 'redirect';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** Parsed JSON; undefined for a GET. */
  readonly body: Record<string, unknown>;
}

/** An answer with its status: JSON, or the bytes of a file. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
}

/**
 * A local service that speaks a provider's documented protocol: it refuses what the provider would refuse, records what
 * it was asked, and can be told to fail in every way that a service fails.
 */
export abstract class ProtocolServer {
  readonly received: Received[] = [];
  /** What to do with a request; undefined is to do the work. The count begins with 1. */
  fault: (request: Received, count: number) => Fault | undefined = () => undefined;
  /** Seconds that a busy answer asks for in its header; without it the body says it, where the protocol has a place. */
  retryAfter: string | undefined = '1';
  /** Changes the JSON of an answer that is none of the faults. */
  alter: (json: string) => string = (json) => json;
  /** Only this key is accepted. */
  readonly key: string;
  readonly #server: Server;

  constructor(key: string) {
    this.key = key;
    this.#server = createServer((request, response) => void this.#handle(request, response));
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Forgets what it was asked and how to fail. */
  reset(): void {
    this.alter = (json) => json;
    this.received.length = 0;
    this.retryAfter = '1';
    this.fault = () => undefined;
  }

  /** Requests for work, without those that only look around. */
  get works(): readonly Received[] {
    return this.received.filter(({ method }) => method === 'POST');
  }

  protected abstract work(request: Received): Reply;
  /** The provider's own words for what went wrong. */
  protected abstract refusal(kind: 'unauthorized' | 'busy' | 'broken'): Reply;
  /** A whole answer that says that it declines. */
  protected abstract declined(request: Received): Reply;
  /** A whole answer with nothing in it that can be used. */
  protected abstract unusable(request: Received): Reply;
  protected abstract isLetIn(request: Received): boolean;

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://fake');
    const received: Received = {
      method: request.method ?? '',
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      headers: request.headers,
      body: request.method === 'POST' ? ((await readJson(request)) as Record<string, unknown>) : {},
    };
    this.received.push(received);
    const fault = this.isLetIn(received) ? this.fault(received, this.works.length) : 'unauthorized';
    switch (fault) {
      case 'hang':
        return;
      case 'redirect':
        response.writeHead(307, { location: 'http://127.0.0.1:9/elsewhere' }).end();
        return;
      case 'half': {
        const { status, body } = this.work(received);
        const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
        response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length });
        response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
        return;
      }
      case 'not-json':
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end('<html>a proxy says hello</html>');
        return;
      case 'unauthorized':
      case 'broken':
        return send(response, this.refusal(fault));
      case 'busy':
        return send(response, {
          ...this.refusal('busy'),
          ...(this.retryAfter === undefined ? {} : { headers: { 'retry-after': this.retryAfter } }),
        });
      case 'declined':
        return send(response, this.declined(received));
      case 'unusable':
        return send(response, this.unusable(received));
      default:
        return send(response, this.work(received), this.alter);
    }
  }
}

function send(
  response: ServerResponse,
  { status, body, headers }: Reply,
  alter: (json: string) => string = (json) => json,
): void {
  if (Buffer.isBuffer(body)) {
    response.writeHead(status, { 'content-type': 'audio/wav', ...headers }).end(body);
    return;
  }
  const json = alter(JSON.stringify(body));
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(json);
}
