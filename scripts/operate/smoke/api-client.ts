import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { direct } from './door.ts';
import type { Door } from './door.ts';

/** A deployment's API as one of its users sees it. Throws sentences that name the route and what it answered. */
export class ApiClient {
  readonly #base: URL;
  readonly #token: string;
  readonly #door: Door;

  /** @param token an API key; without it a visitor of its own. */
  constructor(base: string, token = randomBytes(32).toString('base64url'), door: Door = direct) {
    this.#base = new URL(base);
    this.#token = token;
    this.#door = door;
  }

  async json(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    signal: AbortSignal,
    body?: unknown,
  ): Promise<unknown> {
    const response = await this.#send(method, path, signal, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 300)}`);
    if (text === '') return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch (cause) {
      throw new Error(`${method} ${path} answered with something that is not JSON.`, { cause });
    }
  }

  /** Downloads to a file, following the redirect to a bucket without handing it the token. Gives the bytes written. */
  async download(path: string, file: string, signal: AbortSignal): Promise<number> {
    let response = await this.#send('GET', path, signal);
    const location = response.headers.get('location');
    if (response.status === 302 && location !== null)
      response = await fetch(location, { signal, redirect: 'error' });
    if (!response.ok || !response.body) throw new Error(`GET ${path} answered ${response.status}.`);
    const out = createWriteStream(file, { flags: 'wx' });
    await pipeline(Readable.fromWeb(response.body as never), out, { signal });
    return out.bytesWritten;
  }

  #send(method: string, path: string, signal: AbortSignal, body?: unknown): Promise<Response> {
    return this.#door(new URL(path, this.#base), {
      method,
      signal,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}
