import type { RequestListener, Server } from 'node:http';
import { createPublicServer, listen } from '@shortfactory/http-server';
import type { Connections } from '@shortfactory/http-server';

export interface Address {
  /** Undefined is every address of this machine. */
  readonly host: string | undefined;
  readonly port: number;
}

/**
 * The public port, open before anything behind it is ready: loading and compiling the rest takes longer than starting
 * Node. Meanwhile /live is answered, /ready returns 503, and every other request waits for the app.
 */
export class EarlyListener {
  readonly server: Server;
  readonly connections: Connections;
  #answer: RequestListener | undefined;
  readonly #waiting: Parameters<RequestListener>[] = [];
  #opened: { readonly address: Address; readonly listening: Promise<void> } | undefined;

  constructor() {
    const { server, connections } = createPublicServer((request, response) => {
      if (this.#answer) return this.#answer(request, response);
      const path = (request.url ?? '').split('?')[0];
      if (path === '/live') return respond(response, 200, 'alive');
      if (path === '/ready') return respond(response, 503, 'starting');
      this.#waiting.push([request, response]);
    });
    this.server = server;
    this.connections = connections;
  }

  /** Resolves when it listens there; may be called again. Throws PortUnavailable. */
  async open(address: Address): Promise<void> {
    const { host, port } = address;
    if (this.#opened && (this.#opened.address.host !== host || this.#opened.address.port !== port)) {
      await this.#opened.listening.then(() => this.server.close()).catch(() => undefined);
      this.#opened = undefined;
    }
    this.#opened ??= { address, listening: listen(this.server, { host, port, variable: 'PORT' }) };
    await this.#opened.listening;
  }

  /** From now on requests are answered, the waiting ones first. */
  answerWith(answer: RequestListener): void {
    this.#answer = answer;
    for (const [request, response] of this.#waiting.splice(0)) {
      if (!response.destroyed) answer(request, response);
    }
  }
}

/** With APP_ENV=local only loopback is listened on, unless HOST is set. */
export function addressOf(config: { HOST?: string | undefined; PORT: number; APP_ENV: string }): Address {
  return { host: config.HOST ?? (config.APP_ENV === 'local' ? '127.0.0.1' : undefined), port: config.PORT };
}

/** The address if PORT is valid; the configuration validates everything else. */
export function plainAddress(env: Readonly<Record<string, string | undefined>>): Address | undefined {
  const port = env['PORT'] || '8000';
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) return undefined;
  return addressOf({
    HOST: env['HOST'] || undefined,
    PORT: Number(port),
    APP_ENV: env['APP_ENV'] || 'local',
  });
}

function respond(response: Parameters<RequestListener>[1], status: number, word: string): void {
  response
    .writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' })
    .end(JSON.stringify({ status: word }));
}
