import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** Connections that are opened and then left alone, all from one address of this machine. */
export class Crowd {
  readonly #url: URL;
  readonly #localAddress: string;
  readonly #sockets = new Set<Socket>();
  #refill: NodeJS.Timeout | undefined;
  answered = 0;

  constructor(url: string, localAddress = '127.0.0.1') {
    this.#url = new URL(url);
    this.#localAddress = localAddress;
  }

  get open(): number {
    return this.#sockets.size;
  }

  /** Opens so many, each of which sends these bytes; resolves when each is connected or refused. */
  async fill(count: number, bytes: string): Promise<void> {
    // The listening queue holds 511.
    for (let left = count; left > 0; left -= 250) {
      await Promise.all(Array.from({ length: Math.min(250, left) }, () => this.#one(bytes)));
    }
  }

  /** Opens new ones for those that are closed, until `leave`. */
  keep(count: number, bytes: string): void {
    this.#refill = setInterval(() => {
      for (let missing = Math.min(100, count - this.open); missing > 0; missing--) void this.#one(bytes);
    }, 200);
  }

  leave(): void {
    clearInterval(this.#refill);
    for (const socket of this.#sockets) socket.destroy();
  }

  #one(bytes: string): Promise<void> {
    const { hostname, port } = this.#url;
    return new Promise((resolve) => {
      const socket = connect({ host: hostname, port: Number(port), localAddress: this.#localAddress });
      this.#sockets.add(socket);
      const done = (): void => {
        this.#sockets.delete(socket);
        resolve();
      };
      socket.on('error', () => undefined).once('close', done);
      socket.once('data', () => (this.answered += 1));
      socket.once('connect', () => socket.write(bytes, () => resolve()));
    });
  }
}

/** A request that is answered, after which its connection stays open. */
export const ONE_REQUEST = 'GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n';
export const HALF_A_HEAD = 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Half: ';
