import { setTimeout as sleep } from 'node:timers/promises';
import type { JobJson, ProblemJson } from '@shortfactory/contract';
import { isTerminal } from '@shortfactory/core';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { ApiProblem, OPERATIONS, isApiProblem } from './api.ts';
import type { Api, ApiAnswer, ApiRequest, Operation } from './api.ts';

/** A script takes a language model two minutes at the most. */
const ANSWER_MS = 150_000;
const AGAIN_MS = 500;

export interface HttpApiOptions {
  /** Where the API is, `http://127.0.0.1:8000`; or finds it out, each time. The message of its error is shown. */
  readonly url: string | (() => Promise<string>);
  /** An API key, or a visitor's token. */
  readonly token?: string;
}

/** The API of a server that is reached over HTTP. */
export class HttpApi implements Api {
  readonly #url: () => Promise<string>;
  readonly #headers: Readonly<Record<string, string>>;
  #origin = '';

  constructor({ url, token }: HttpApiOptions) {
    this.#url = typeof url === 'string' ? () => Promise.resolve(url) : url;
    this.#headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  }

  /** Of the last call. */
  get origin(): string {
    return this.#origin;
  }

  async call(
    operation: Operation,
    { params = {}, query = {}, headers = {}, body }: ApiRequest,
    signal: AbortSignal,
  ): Promise<ApiAnswer> {
    const [method, path] = OPERATIONS[operation];
    const search = new URLSearchParams(query).toString();
    const answer = await this.#fetch(
      `${filled(path, params)}${search === '' ? '' : `?${search}`}`,
      {
        method,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
      AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
    );
    return { body: await answer.json(), headers: Object.fromEntries(answer.headers) };
  }

  /** A stream that breaks is opened again until the signal says otherwise. */
  async *watch(id: string, signal: AbortSignal): AsyncGenerator<JobJson> {
    let seen: string | undefined;
    while (!signal.aborted) {
      try {
        for await (const { id: revision, data } of this.#events(id, seen, signal)) {
          seen = revision ?? seen;
          const job = JSON.parse(data) as JobJson;
          yield job;
          if (isTerminal(job.status)) return;
        }
      } catch (error) {
        if (isApiProblem(error) && error.problem.status < 500) throw error;
      }
      await sleep(AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  async *#events(id: string, seen: string | undefined, signal: AbortSignal) {
    const headers = { accept: 'text/event-stream', ...(seen === undefined ? {} : { 'last-event-id': seen }) };
    const { body } = await this.#fetch(`/api/videos/${encodeURIComponent(id)}/events`, { headers }, signal);
    if (body) yield* body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
  }

  /** Throws ApiProblem unless the answer is one of success. */
  async #fetch(path: string, init: RequestInit, signal: AbortSignal): Promise<Response> {
    const origin = (this.#origin = await this.#where());
    const headers = { ...this.#headers, ...(init.headers as Record<string, string>) };
    const answer = await fetch(`${origin}${path}`, { ...init, headers, signal }).catch((error: unknown) => {
      if (signal.aborted) throw error;
      throw new ApiProblem(problem(503, `The API at ${origin} cannot be reached right now.`, 5));
    });
    if (answer.ok) return answer;
    const said: unknown = await answer.json().catch(() => undefined);
    if (isProblem(said)) throw new ApiProblem(said);
    const what = `The API at ${origin} answered ${answer.status}, which is no answer of this API.`;
    throw new ApiProblem(problem(answer.status, what));
  }

  async #where(): Promise<string> {
    const url = await this.#url().catch((error: unknown) => {
      throw new ApiProblem(problem(503, error instanceof Error ? error.message : String(error)));
    });
    return url.replace(/\/+$/, '');
  }
}

function filled(path: string, params: Readonly<Record<string, string>>): string {
  return path.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''));
}

function isProblem(value: unknown): value is ProblemJson {
  return typeof value === 'object' && value !== null && 'detail' in value && 'status' in value;
}

function problem(status: number, detail: string, retryAfterSeconds?: number): ProblemJson {
  return {
    ...{ type: 'about:blank', title: 'No answer', status, detail, instance: '' },
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
}
