import { createServer, request as ask } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * With a toxic of resets, toxiproxy throws away what is under way on every connection that closes, not only on those
 * that it resets: each stays open for so long after its answer.
 */
const CLOSE_MS = 1000;

export interface Refusal {
  readonly status: number;
  /** Of all requests, 0 … 1. */
  readonly share: number;
}

/**
 * An HTTP proxy in front of one server that answers some requests itself, with a status and without asking. It closes
 * every connection after one request, so that faults of connections are as frequent as requests.
 */
export class RefusingProxy {
  readonly #server: Server;
  /** Requests by what became of them: a status that was put in, or `passed`. */
  readonly seen = new Map<string, number>();

  private constructor(to: URL, refusals: readonly Refusal[], random: () => number) {
    this.#server = createServer((incoming, answer) => {
      const refused = draw(refusals, random());
      this.#count(refused === undefined ? 'passed' : String(refused));
      answer.setHeader('connection', 'close');
      incoming.on('error', () => answer.destroy());
      if (refused !== undefined) {
        incoming.resume();
        answer.writeHead(refused, { 'content-type': 'application/json' });
        return void answer.end(JSON.stringify({ error: { code: refused, message: 'put in by a test' } }));
      }
      const outgoing = ask(
        {
          host: to.hostname,
          port: to.port,
          method: incoming.method,
          path: incoming.url,
          headers: incoming.headers,
        },
        (response) => {
          answer.writeHead(response.statusCode ?? 502, { ...response.headers, connection: 'close' });
          response.pipe(answer, { end: false });
          // The client knows by the length that it has all; what it has not read yet, a close would take from it.
          const knowsEnd = response.headers['content-length'] !== undefined;
          response.once('end', () => setTimeout(() => answer.end(), knowsEnd ? CLOSE_MS : 0));
          response.on('error', () => answer.destroy());
        },
      );
      outgoing.on('error', () => answer.destroy());
      answer.on('close', () => outgoing.destroy());
      incoming.pipe(outgoing);
    });
  }

  static async start(to: string, refusals: readonly Refusal[], random: () => number): Promise<RefusingProxy> {
    const proxy = new RefusingProxy(new URL(to), refusals, random);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** Host and port. */
  get address(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #count(what: string): void {
    this.seen.set(what, (this.seen.get(what) ?? 0) + 1);
  }
}

function draw(refusals: readonly Refusal[], drawn: number): number | undefined {
  let left = drawn;
  for (const { status, share } of refusals) {
    left -= share;
    if (left < 0) return status;
  }
  return undefined;
}
