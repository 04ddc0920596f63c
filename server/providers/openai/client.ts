import type { Endpoint } from '@shortfactory/config';
import type { SecretSource } from '@shortfactory/core';
import { z } from 'zod';
import { CallFailed } from '../calls/failure.ts';
import { guardedFetch } from '../calls/guarded-fetch.ts';
import { jsonCall } from '../calls/json-call.ts';
import { keyFrom } from '../calls/key.ts';
import type { Key } from '../calls/key.ts';

/** A picture as base64 stays under it. */
const MAX_BYTES = 40_000_000;
/** Models of a server that are named in a message. */
const SHOWN_MODELS = 8;

const modelsAnswer = z.object({ data: z.array(z.object({ id: z.string() })) });

/**
 * A server that speaks OpenAI's protocol. The key, where there is one, is read for every call; redirects are refused
 * and answers are limited.
 * @see https://platform.openai.com/docs/api-reference
 */
export class EndpointClient {
  readonly endpoint: Endpoint;
  readonly #key: Key | undefined;
  readonly #fetch: typeof fetch;

  constructor(endpoint: Endpoint, secrets: Pick<SecretSource, 'get'>) {
    const { label, key } = endpoint;
    this.endpoint = endpoint;
    this.#key = key && keyFrom(secrets, label, [key]);
    const keyName = key ?? 'ENDPOINTS (none is named there)';
    this.#fetch = guardedFetch({ label, keyName, maxBytes: MAX_BYTES });
  }

  /** Throws CallFailed, with the models that there are when the one that was asked for is not among them. */
  async json<T>(
    path: string,
    body: Readonly<Record<string, unknown>>,
    shape: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const init = { headers: await this.#headers(), body, signal };
    try {
      return await jsonCall(this.#fetch, this.endpoint.label, this.#url(path), init, shape);
    } catch (error) {
      throw await this.#explained(error, body['model'], signal);
    }
  }

  /** An answer that is a file. */
  async bytes(
    path: string,
    body: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string }> {
    const headers = { 'content-type': 'application/json', ...(await this.#headers()) };
    try {
      const response = await this.#fetch(this.#url(path), {
        ...{ method: 'POST', headers, body: JSON.stringify(body), signal },
      });
      const mediaType = response.headers.get('content-type') ?? '';
      return { bytes: new Uint8Array(await response.arrayBuffer()), mediaType };
    } catch (error) {
      throw await this.#explained(error, body['model'], signal);
    }
  }

  /** Free of charge, and the shortest way to find out whether the server is there and takes the key. */
  async models(signal: AbortSignal): Promise<readonly string[]> {
    const init = { headers: await this.#headers(), signal };
    const { data } = await jsonCall(
      this.#fetch,
      this.endpoint.label,
      this.#url('/models'),
      init,
      modelsAnswer,
    );
    return data.map(({ id }) => id);
  }

  /** Throws CallFailed unless the server has the model. Servers with one model take any name, and list it as a file. */
  async check(model: string, signal: AbortSignal): Promise<string> {
    const { label, keyPath } = this.endpoint;
    if (keyPath !== undefined)
      await jsonCall(
        this.#fetch,
        label,
        this.#url(keyPath),
        { headers: await this.#headers(), signal },
        z.unknown(),
      );
    const models = await this.models(signal);
    if (models.some((id) => id === model || id === `${model}:latest`)) return `${model} is there`;
    if (models.length === 1 && /[\\/]|\.gguf$/.test(models[0] ?? ''))
      return `answers with ${models[0] ?? ''}`;
    throw new CallFailed('request', `${label} does not have ${model}; ${listed(models)}.`);
  }

  async #explained(error: unknown, model: unknown, signal: AbortSignal): Promise<unknown> {
    if (!(error instanceof CallFailed) || typeof model !== 'string' || !isAboutModel(error)) return error;
    const models = await this.models(signal).catch(() => undefined);
    signal.throwIfAborted();
    if (!models || models.includes(model)) return error;
    const { label } = this.endpoint;
    return new CallFailed('request', `${label} does not have ${model}; ${listed(models)}.`, {
      cause: error.cause,
    });
  }

  #url(path: string): URL {
    return new URL(this.endpoint.url + path);
  }

  async #headers(): Promise<Record<string, string>> {
    return this.#key ? { authorization: `Bearer ${await this.#key()}` } : {};
  }
}

/** The server's own words: for decisions, never for people. */
export function wordsOf(error: CallFailed): string {
  return error.cause instanceof Error ? error.cause.message : '';
}

function isAboutModel(error: CallFailed): boolean {
  return error.kind === 'request' && (/^HTTP 404\b/.test(wordsOf(error)) || /model/i.test(wordsOf(error)));
}

function listed(models: readonly string[]): string {
  if (models.length === 0) return 'it has none';
  const more = models.length - SHOWN_MODELS;
  return `it has ${models.slice(0, SHOWN_MODELS).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
