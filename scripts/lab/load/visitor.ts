import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Agent as TlsAgent, request as requestOverTls } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Recorder } from './recorder.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** A stalled server is a fault, not a reason to wait for ever. */
const ANSWER_MS = 30_000;

/** One visitor's connection to the API: a token of its own, and a record of every answer. */
export class Visitor {
  readonly #base: URL;
  readonly #recorder: Recorder;
  readonly #token = randomBytes(32).toString('base64url');
  readonly #agent: Agent;

  constructor(base: string, recorder: Recorder) {
    this.#base = new URL(base);
    this.#recorder = recorder;
    this.#agent = new (this.#base.protocol === 'https:' ? TlsAgent : Agent)({ keepAlive: true });
  }

  /** Asks, and asks again after the time that the server names when it refuses with 429. */
  async ask(
    route: string,
    path: string,
    options: { method?: string; body?: unknown; headers?: Record<string, string>; signal: AbortSignal },
  ): Promise<Answer | undefined> {
    for (;;) {
      const began = performance.now();
      try {
        const answer = await this.#exchange(path, options);
        this.#recorder.answered(route, answer.status, performance.now() - began);
        if (answer.status !== 429) return answer;
        await sleep(Number(answer.headers['retry-after'] ?? 1) * 1000, undefined, { signal: options.signal });
      } catch (error) {
        if (options.signal.aborted) return undefined;
        this.#recorder.fault(`${route} was not answered (${nameOf(error)})`);
        return undefined;
      }
    }
  }

  /** Follows an event stream to its end, through reconnections; gives the last event's name. */
  async follow(route: string, path: string, signal: AbortSignal): Promise<string | undefined> {
    let last: { readonly name: string; readonly id: string } | undefined;
    while (!signal.aborted) {
      const headers = last ? { 'Last-Event-ID': last.id } : {};
      const began = performance.now();
      try {
        const response = await this.#open(path, {
          headers: { ...headers, Accept: 'text/event-stream' },
          signal,
        });
        this.#recorder.answered(route, response.statusCode ?? 0, performance.now() - began);
        if (response.statusCode !== 200) {
          response.resume();
          if (response.statusCode !== 429) return last?.name;
          await sleep(Number(response.headers['retry-after'] ?? 1) * 1000, undefined, { signal });
          continue;
        }
        let text = '';
        for await (const chunk of response as AsyncIterable<Buffer>) {
          text += chunk.toString('utf8');
          const end = text.lastIndexOf('\n\n');
          if (end < 0) continue;
          for (const block of text.slice(0, end).split('\n\n')) last = eventOf(block) ?? last;
          text = text.slice(end + 2);
        }
        if (last && last.name !== 'progress') return last.name;
      } catch (error) {
        if (!signal.aborted) this.#recorder.fault(`${route} broke off (${nameOf(error)})`);
        return last?.name;
      }
    }
    return last?.name;
  }

  close(): void {
    this.#agent.destroy();
  }

  async #exchange(path: string, options: Parameters<Visitor['ask']>[2]): Promise<Answer> {
    const late = AbortSignal.timeout(ANSWER_MS);
    const response = await this.#open(path, { ...options, signal: AbortSignal.any([options.signal, late]) });
    const chunks: Buffer[] = [];
    for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
    return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) };
  }

  #open(
    path: string,
    { method = 'GET', body, headers, signal }: Parameters<Visitor['ask']>[2],
  ): Promise<IncomingMessage> {
    const sent = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    const send = this.#base.protocol === 'https:' ? requestOverTls : request;
    return new Promise((resolve, reject) => {
      send(
        new URL(path, this.#base),
        {
          method,
          agent: this.#agent,
          signal,
          headers: {
            Authorization: `Bearer ${this.#token}`,
            ...(sent ? { 'Content-Type': 'application/json', 'Content-Length': sent.byteLength } : {}),
            ...headers,
          },
        },
        resolve,
      )
        .on('error', reject)
        .end(sent);
    });
  }
}

function eventOf(block: string): { name: string; id: string } | undefined {
  const name = /^event: ?(.+)$/m.exec(block)?.[1];
  const id = /^id: ?(.+)$/m.exec(block)?.[1];
  return name === undefined ? undefined : { name, id: id ?? '' };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? ('code' in error ? String(error.code) : error.name) : String(error);
}
