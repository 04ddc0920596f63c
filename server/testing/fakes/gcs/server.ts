import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeBucket, Refusal } from './bucket.ts';
import { Faults } from './faults.ts';
import type { Fault, Operation } from './faults.ts';
import { prepare } from './operations.ts';
import { refusalReply, send } from './reply.ts';
import type { Reply } from './reply.ts';
import { route } from './route.ts';
import type { Routed } from './route.ts';
import { Sessions } from './sessions.ts';

export interface SeenRequest {
  readonly operation: Operation;
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
}

/**
 * Cloud Storage's JSON API over HTTP, as much of it as an object store needs, in memory: media, ranges, multipart and
 * resumable uploads, preconditions, listing, rewrite, checksums, signed URLs, and faults on demand. The real client
 * talks to it. Its clock is its own.
 */
export class FakeGcs {
  readonly name = 'shorts';
  readonly faults = new Faults();
  readonly requests: SeenRequest[] = [];
  /** Public keys (PEM) of accounts whose signed URLs are honoured. */
  readonly publicKeys = new Map<string, string>();
  /** With it, every request but those of signed URLs and upload sessions has to carry this bearer token. */
  token: string | undefined;
  /** Added to the clock of this machine. */
  skewMs = 0;
  /** Where clients are sent to with an upload's bytes, when that is another address than its own. */
  externalUrl: string | undefined;
  /** Names on a page of a listing, however many are asked for. */
  pageSize = 1000;
  /** Requests that a rewrite takes. */
  rewriteSteps = 1;
  bucket = new FakeBucket(() => this.nowMs());
  sessions = new Sessions(this.bucket);
  /** Requests that came and are neither answered nor broken off. */
  open = 0;
  /** Of the bodies of all requests to upload sessions. */
  bytesOfChunks = 0;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => void this.#handle(request, response));
  }

  /** By default at a free port. */
  static async start(port = 0): Promise<FakeGcs> {
    const fake = new FakeGcs();
    fake.#server.listen(port, '127.0.0.1');
    await once(fake.#server, 'listening');
    return fake;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  nowMs(): number {
    return Date.now() + this.skewMs;
  }

  /** As started: no object, session, fault, skew or seen request. */
  reset(): void {
    this.bucket = new FakeBucket(() => this.nowMs());
    this.sessions = new Sessions(this.bucket);
    this.faults.clear();
    this.requests.length = 0;
    this.skewMs = 0;
    this.bytesOfChunks = 0;
    this.pageSize = 1000;
    this.rewriteSteps = 1;
    this.token = undefined;
    this.externalUrl = undefined;
  }

  count(operation: Operation): number {
    return this.requests.filter((request) => request.operation === operation).length;
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('Date', new Date(this.nowMs()).toUTCString());
    this.open += 1;
    response.once('close', () => (this.open -= 1));
    try {
      const routed = route(request, new URL(request.url ?? '/', this.url), this.name);
      const { authorization } = request.headers;
      this.requests.push({
        operation: routed.operation,
        method: request.method ?? '',
        url: request.url ?? '',
        authorization,
      });
      this.#authorize(routed, authorization);
      const reply = await this.#reply(routed, request, response);
      if (reply) await send(response, reply.reply, reply.fault);
    } catch (cause) {
      if (response.destroyed) return;
      if (cause instanceof Refusal) await send(response, refusalReply(cause));
      else await send(response, refusalReply(new Refusal(500, 'fake', String(cause))));
    }
  }

  #authorize({ operation }: Routed, authorization: string | undefined): void {
    const open = operation === 'signed' || operation === 'chunk' || operation === 'status';
    if (this.token !== undefined && !open && authorization !== `Bearer ${this.token}`)
      throw new Refusal(401, 'authError', 'Invalid Credentials');
  }

  /** The reply and what becomes of it, or undefined when the connection is broken. */
  async #reply(
    routed: Routed,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<{ reply: Reply; fault: Fault | undefined } | undefined> {
    const fault = this.faults.next(routed.operation);
    if (fault?.kind === 'drop') {
      request.socket.destroy();
      return undefined;
    }
    if (fault?.kind === 'stall') {
      request.resume();
      return undefined;
    }
    if (fault?.kind === 'cut') cutBody(request, fault.bytes);
    const apply = await prepare(this, routed, request);
    if (fault?.kind === 'status' && !fault.applied)
      throw new Refusal(fault.status, 'fault', 'A planned fault');
    if (fault?.kind === 'late') {
      request.socket.destroy();
      setTimeout(() => applyQuietly(apply), fault.ms);
      return undefined;
    }
    const reply = apply();
    if (fault?.kind === 'lose') {
      request.socket.destroy();
      return undefined;
    }
    if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms));
    if (fault?.kind === 'status')
      throw new Refusal(fault.status, 'fault', 'A planned fault after it was done');
    return response.destroyed ? undefined : { reply, fault };
  }
}

/** Breaks the connection once so many bytes of the body came. */
function cutBody(request: IncomingMessage, bytes: number): void {
  let seen = 0;
  request.on('data', (chunk: Buffer) => {
    seen += chunk.length;
    if (seen >= bytes) request.socket.destroy();
  });
}

function applyQuietly(apply: () => unknown): void {
  try {
    apply();
  } catch (cause) {
    // The client has gone; drop the answer.
    if (!(cause instanceof Refusal)) throw cause;
  }
}
