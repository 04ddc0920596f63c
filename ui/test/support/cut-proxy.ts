import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/**
 * What happens to connections: passed on; reset, as by a server that is gone; left open without a byte, as by a router
 * that lost its line; or answered with a gateway's own page, as during a rollout.
 */
export type Line = 'whole' | 'reset' | 'silent' | 'gateway page';

const PAGE = '<!doctype html><title>502</title><h1>Bad gateway</h1>';
const GATEWAY_ANSWER = `HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: ${PAGE.length}\r\nConnection: close\r\n\r\n${PAGE}`;

/** A TCP proxy in front of a port of loopback whose line can be cut and repaired. */
export class CutProxy {
  readonly #target: number;
  readonly #sockets = new Set<Socket>();
  #line: Line = 'whole';
  readonly #server = createServer((socket) => this.#take(socket));

  constructor(target: number) {
    this.#target = target;
  }

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** From now on, for open connections too. A silent line buffers what it was sent and delivers it when it is repaired. */
  set(line: Line): void {
    this.#line = line;
    for (const socket of this.#sockets) {
      if (line === 'silent') socket.pause();
      else if (line === 'whole') socket.resume();
      else socket.resetAndDestroy();
    }
  }

  async close(): Promise<void> {
    this.#server.close();
    this.set('reset');
    if (this.#server.listening) await once(this.#server, 'close');
  }

  #take(socket: Socket): void {
    socket.on('error', () => undefined);
    if (this.#line === 'reset') return void socket.resetAndDestroy();
    if (this.#line === 'gateway page') return void socket.end(GATEWAY_ANSWER);
    const upstream = connect(this.#target, '127.0.0.1');
    for (const [one, other] of [
      [socket, upstream],
      [upstream, socket],
    ] as const) {
      this.#sockets.add(one);
      one.on('data', (chunk: Buffer) => void other.write(chunk));
      one.on('end', () => other.end());
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
      if (this.#line === 'silent') one.pause();
    }
  }
}
