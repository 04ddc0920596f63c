import type { Gcloud } from './gcloud.ts';

const TIMEOUT_MS = 30_000;
const NOT_FOUND = 404;

/** Three calls of the Admin API that need no file: the object as it is, its revisions, and what a replace would make. */
export class AdminApi {
  readonly #base: string;
  readonly #token: (() => Promise<string>) | undefined;

  /** @param endpoint another than the region's own, such as a local one; it is sent no token */
  constructor(gcloud: Gcloud, region: string, endpoint?: string) {
    const host = endpoint ?? `https://${region}-run.googleapis.com`;
    this.#base = `${host.replace(/\/$/, '')}/apis/serving.knative.dev/v1/namespaces/${gcloud.project}`;
    this.#token = endpoint === undefined ? () => gcloud.text(['auth', 'print-access-token']) : undefined;
  }

  /**
   * Undefined when there is no such Service: the API says so in its own words, and there is no revision of it either.
   * Throws for every other answer.
   */
  async live(name: string, signal: AbortSignal): Promise<unknown> {
    const { status, text } = await this.#ask('GET', `/services/${name}`, signal);
    if (status !== NOT_FOUND) return parsed('GET', status, text);
    if (!saysAbsent(text, name)) throw refusal('GET', status, text);
    const selector = encodeURIComponent(`serving.knative.dev/service=${name}`);
    const list = await this.#ask('GET', `/revisions?labelSelector=${selector}`, signal);
    const { items = [] } = parsed('GET', list.status, list.text) as { items?: readonly unknown[] };
    if (items.length > 0) {
      throw new Error(
        `The Admin API finds no Service ${name}, but ${items.length} revisions of it; ask again.`,
      );
    }
    return undefined;
  }

  /** What would stand after a replace, with every default filled in; nothing is changed. */
  async dryRun(name: string, manifest: object, exists: boolean, signal: AbortSignal): Promise<unknown> {
    const method = exists ? 'PUT' : 'POST';
    const path = `/services${exists ? `/${name}` : ''}?dryRun=all`;
    const { status, text } = await this.#ask(method, path, signal, manifest);
    return parsed(method, status, text);
  }

  async #ask(
    method: string,
    path: string,
    signal: AbortSignal,
    body?: object,
  ): Promise<{ status: number; text: string }> {
    const token = await this.#token?.();
    const response = await fetch(`${this.#base}${path}`, {
      method,
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  }
}

/** A 404 of a proxy, of another path or about permissions is not an absence. */
function saysAbsent(text: string, name: string): boolean {
  try {
    const { error } = JSON.parse(text) as { error?: { status?: unknown; message?: unknown } };
    const message = String(error?.message);
    return (
      error?.status === 'NOT_FOUND' &&
      message.includes(`'${name}'`) &&
      /does not exist\.?$/.test(message) &&
      !/permission|denied|may not exist/i.test(message)
    );
  } catch {
    return false;
  }
}

function parsed(method: string, status: number, text: string): unknown {
  if (status < 200 || status > 299) throw refusal(method, status, text);
  return JSON.parse(text) as unknown;
}

function refusal(method: string, status: number, text: string): Error {
  return new Error(`The Admin API answered ${status} to a ${method}: ${text.slice(0, 300)}`);
}
