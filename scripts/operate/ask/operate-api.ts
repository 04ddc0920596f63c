/** How long an answer is waited for; a selection of a hundred jobs takes a while. */
const WAIT_MS = 60_000;

/** The operator's part of an API. Throws sentences that say what it answered. */
export class OperateApi {
  readonly #base: string;
  readonly #key: string | undefined;
  readonly #signal: AbortSignal;

  constructor(base: string, key: string | undefined, signal: AbortSignal) {
    this.#base = base.replace(/\/$/, '');
    this.#key = key;
    this.#signal = signal;
  }

  get<T>(path: string, query: Readonly<Record<string, string | undefined>>): Promise<T> {
    const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const search = given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
    return this.#ask('GET', `${path}${search}`);
  }

  send<T>(method: 'POST' | 'PUT', path: string, body: unknown): Promise<T> {
    return this.#ask(method, path, JSON.stringify(body));
  }

  async #ask<T>(method: string, path: string, body?: string): Promise<T> {
    const url = `${this.#base}/api/operate${path}`;
    const response = await fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        ...(this.#key !== undefined && { 'x-api-key': this.#key }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
      redirect: 'error',
      signal: AbortSignal.any([this.#signal, AbortSignal.timeout(WAIT_MS)]),
    }).catch((cause: unknown) => {
      throw new Error(`${this.#base} does not answer.`, { cause });
    });
    const text = await response.text();
    const answer = parsed(text);
    if (!response.ok) throw new Error(detailIn(answer) ?? `${url} answered ${response.status}.`);
    if (answer === undefined) throw new Error(`${url} answered with something that is not JSON.`);
    return answer as T;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function detailIn(answer: unknown): string | undefined {
  const detail =
    typeof answer === 'object' && answer !== null && 'detail' in answer ? answer.detail : undefined;
  return typeof detail === 'string' ? detail : undefined;
}
