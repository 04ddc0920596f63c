import { request as requestHttp } from 'node:http';
import type { IncomingMessage, RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { connect } from 'node:net';
import { QueueUnavailable } from '@shortfactory/core';
import type { Clock, JobQueue, Log, RunOutcome, TraceHeaders } from '@shortfactory/core';
import { WaitingLine } from './waiting-line.ts';

/** Twenty minutes in all: a deploy, a crash and a takeover. Then the job is left to a sweep. */
const PAUSES_MS = [1000, 2000, 5000, 10_000, 20_000, 30_000, ...Array.from({ length: 18 }, () => 60_000)];
/** A busy worker keeps a request open until the job has ended; a dead connection is detected by its keep-alive. */
const KEEP_ALIVE_MS = 15_000;
const CONNECT_MS = 10_000;

export interface HttpQueueOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Of the worker, without a path. */
  readonly workerUrl: string;
  /**
   * The token that the worker's endpoint requires; looked up before each delivery. Undefined where it requires none.
   */
  readonly token: () => Promise<string | undefined>;
  /** Most concurrent requests; each waits for a job's end. */
  readonly inFlight: number;
}

/**
 * Posts jobs to a worker's endpoint and waits for their end, again after a pause when it could not run them. What is in
 * front of the worker (a container's concurrency, an activator) is the queue; jobs that wait here are in memory.
 */
export class HttpQueue implements JobQueue {
  readonly kind = 'http';
  readonly durable = false;
  readonly #options: HttpQueueOptions;
  readonly #line: WaitingLine;

  constructor(options: HttpQueueOptions) {
    this.#options = options;
    this.#line = new WaitingLine({
      clock: options.clock,
      concurrency: options.inFlight,
      deliver: (...delivery) => this.#deliver(...delivery),
      pausesMs: PAUSES_MS,
    });
  }

  async enqueue(jobId: string, { delayMs, trace }: { delayMs: number; trace?: TraceHeaders }): Promise<void> {
    if (this.#line.isClosed)
      throw new QueueUnavailable('This process is shutting down and takes no more jobs.');
    this.#line.add(jobId, delayMs, trace);
  }

  waiting(): number {
    return this.#line.waiting;
  }

  /** Checks that the worker's port accepts connections. A request would start a worker that was scaled to zero. */
  async check(signal: AbortSignal): Promise<void> {
    const { hostname, port, protocol } = new URL(this.#options.workerUrl);
    await new Promise<void>((resolve, reject) => {
      const socket = connect({
        host: hostname.replace(/^\[|\]$/g, ''),
        port: Number(port || (protocol === 'https:' ? 443 : 80)),
        signal,
      });
      socket.setTimeout(CONNECT_MS, () => socket.destroy(new Error('it did not answer in time')));
      socket.once('connect', () => {
        socket.destroy();
        resolve();
      });
      socket.once('error', (cause) =>
        reject(new QueueUnavailable(`The worker cannot be reached (${reasonOf(cause)}).`, { cause })),
      );
    });
  }

  /** Jobs that run on the worker continue there. */
  async close(): Promise<void> {
    this.#line.close();
  }

  async #deliver(jobId: string, signal: AbortSignal, trace: TraceHeaders): Promise<RunOutcome> {
    const { log } = this.#options;
    try {
      const status = await this.#post(jobId, signal, trace);
      if (status >= 200 && status < 300) return 'finished';
      if (status === 409) return 'leased-elsewhere';
      if (status !== 503) log.warn('The worker refused a job.', { jobId, status });
      return 'try-again';
    } catch (error) {
      if (!signal.aborted) log.warn('A job could not be delivered to the worker.', { jobId, error });
      return 'try-again';
    }
  }

  async #post(jobId: string, signal: AbortSignal, trace: TraceHeaders): Promise<number> {
    const url = new URL(`/internal/jobs/${jobId}/run`, this.#options.workerUrl);
    const token = await this.#options.token();
    const options: RequestOptions = {
      method: 'POST',
      agent: false,
      signal,
      headers: {
        'content-length': '0',
        ...trace,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
    };
    // Not fetch: it times out after five minutes without a response.
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    return new Promise((resolve, reject) => {
      const request = send(url, options, (response: IncomingMessage) => {
        response.resume();
        response.once('error', reject);
        response.once('end', () => resolve(response.statusCode ?? 0));
        response.once('close', () => reject(new Error('the answer was cut off')));
      });
      request.once('error', reject);
      request.once('socket', (socket) => {
        socket.setKeepAlive(true, KEEP_ALIVE_MS);
        const timer = setTimeout(
          () => request.destroy(new Error('the connection was not made in time')),
          CONNECT_MS,
        );
        const connected = (): void => clearTimeout(timer);
        if (!socket.connecting) connected();
        socket.once('connect', connected).once('close', connected);
      });
      request.end();
    });
  }
}

function reasonOf(cause: Error): string {
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
