import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RunOutcome } from '@shortfactory/core';

const STATUS: Readonly<Record<RunOutcome, number>> = {
  finished: 200,
  'already-finished': 200,
  'leased-elsewhere': 409,
  'try-again': 503,
};

/** A worker's endpoint that does what a test says. */
export class FakeWorker {
  readonly #server: Server;
  readonly delivered: {
    readonly jobId: string;
    readonly atMs: number;
    readonly headers: IncomingHttpHeaders;
  }[] = [];
  answer: (jobId: string) => Promise<RunOutcome> = async () => 'finished';
  url = '';
  openRequests = 0;

  private constructor() {
    this.#server = createServer((request, response) => {
      const jobId = /^\/internal\/jobs\/([^/]+)\/run$/.exec(request.url ?? '')?.[1];
      if (request.method !== 'POST' || jobId === undefined) return void response.writeHead(404).end();
      this.delivered.push({ jobId, atMs: Date.now(), headers: request.headers });
      request.resume();
      this.openRequests += 1;
      response.once('close', () => (this.openRequests -= 1));
      void this.answer(jobId).then((outcome) =>
        response.writeHead(STATUS[outcome], { 'content-type': 'application/json' }).end('{}'),
      );
    });
  }

  static async start(): Promise<FakeWorker> {
    const worker = new FakeWorker();
    await new Promise<void>((resolve) => worker.#server.listen(0, '127.0.0.1', resolve));
    worker.url = `http://127.0.0.1:${(worker.#server.address() as AddressInfo).port}`;
    return worker;
  }

  /** Breaks every connection, as a process that dies does. */
  dropConnections(): void {
    this.#server.closeAllConnections();
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
