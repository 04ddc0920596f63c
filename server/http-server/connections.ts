import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { clientOf } from './client-address.ts';
import type { ConnectionLimits } from './connection-limits.ts';

export interface ConnectionCounts {
  readonly open: number;
  /** Connections without a request under way that were closed to make room, since the start. */
  readonly closedIdle: number;
  /** New connections that were closed because every other had a request under way, since the start. */
  readonly refused: number;
  /** Connections whose client had stopped reading its answer, since the start. */
  readonly closedStalled: number;
}

/** A client that reads nothing of its response for this long is disconnected. */
const STALLED_WRITE_MS = 60_000;
const REPORT_AGAIN_MS = 60_000;

interface Address {
  open: number;
  /** Longest idle first. */
  readonly idle: Set<Socket>;
}

interface Connection {
  readonly client: string;
  readonly address: Address;
  /** Requests whose answers have not ended. */
  requests: number;
}

/**
 * Limits a server's connections. When all are taken, the one that has been idle for longest is closed in favour of the
 * new one (half a request head counts as idle); a connection with a request under way is never closed for another. When
 * all are busy, the new one is closed.
 */
export class Connections {
  readonly limits: ConnectionLimits;
  readonly #connections = new Map<Socket, Connection>();
  /** Longest idle first. */
  readonly #idle = new Set<Socket>();
  readonly #addresses = new Map<string, Address>();
  #perAddress: number;
  #closedIdle = 0;
  #refused = 0;
  #closedStalled = 0;
  #warn: (message: string) => void = () => undefined;
  #warnedMs = -Infinity;

  constructor(server: Server, limits: ConnectionLimits, { stalledWriteMs = STALLED_WRITE_MS } = {}) {
    this.limits = limits;
    this.#perAddress = limits.connectionsPerAddress;
    server.timeout = stalledWriteMs;
    server.on('connection', (socket: Socket) => this.#admit(socket));
    server.on('request', (request: IncomingMessage, response: ServerResponse) =>
      this.#begin(request.socket, response),
    );
    server.on('timeout', (socket: Socket) => this.#quiet(socket, server.timeout));
  }

  get counts(): ConnectionCounts {
    return {
      open: this.#connections.size,
      closedIdle: this.#closedIdle,
      refused: this.#refused,
      closedStalled: this.#closedStalled,
    };
  }

  /**
   * Behind a proxy every socket has the proxy's address, which does not identify the client: only the total is limited.
   */
  behindProxies(proxies: number): void {
    this.#perAddress = proxies > 0 ? Infinity : this.limits.connectionsPerAddress;
  }

  /** `warn` is called, at most once a minute, when connections were closed to make room. */
  reportTo(warn: (message: string) => void): void {
    this.#warn = warn;
  }

  #admit(socket: Socket): void {
    const client = clientOf(socket.remoteAddress ?? '', undefined);
    const address = this.#addresses.get(client) ?? { open: 0, idle: new Set<Socket>() };
    const isCrowdedHere = address.open >= this.#perAddress;
    if (isCrowdedHere || this.#connections.size >= this.limits.connections) {
      this.#report(isCrowdedHere);
      const [longestIdle] = isCrowdedHere ? address.idle : this.#idle;
      if (!longestIdle) {
        this.#refused += 1;
        socket.destroy();
        return;
      }
      this.#closedIdle += 1;
      this.#forget(longestIdle);
      longestIdle.destroy();
    }
    this.#addresses.set(client, address);
    address.open += 1;
    this.#connections.set(socket, { client, address, requests: 0 });
    this.#rest(socket, address);
    socket.once('close', () => this.#forget(socket));
  }

  #begin(socket: Socket, response: ServerResponse): void {
    const connection = this.#connections.get(socket);
    if (!connection) return;
    connection.requests += 1;
    this.#idle.delete(socket);
    connection.address.idle.delete(socket);
    response.once('close', () => {
      connection.requests -= 1;
      if (connection.requests === 0 && this.#connections.has(socket)) this.#rest(socket, connection.address);
    });
  }

  #rest(socket: Socket, address: Address): void {
    this.#idle.add(socket);
    address.idle.add(socket);
  }

  #forget(socket: Socket): void {
    const connection = this.#connections.get(socket);
    if (!connection) return;
    const { client, address } = connection;
    this.#connections.delete(socket);
    this.#idle.delete(socket);
    address.idle.delete(socket);
    address.open -= 1;
    if (address.open === 0) this.#addresses.delete(client);
  }

  /** No data for a while: allowed while the response is being made, but not while the client does not read it. */
  #quiet(socket: Socket, timeoutMs: number): void {
    const isBusy = (this.#connections.get(socket)?.requests ?? 0) > 0;
    if (isBusy && socket.writableLength === 0) return void socket.setTimeout(timeoutMs);
    if (isBusy) this.#closedStalled += 1;
    socket.destroy();
  }

  #report(isCrowdedHere: boolean): void {
    if (performance.now() - this.#warnedMs < REPORT_AGAIN_MS) return;
    this.#warnedMs = performance.now();
    const { connections } = this.limits;
    this.#warn(
      isCrowdedHere
        ? `One client address has ${this.#perAddress} connections open, the most of one address; its longest idle ones are closed for new ones.`
        : `All ${connections} connections are taken; the longest idle ones are closed for new ones.`,
    );
  }
}
