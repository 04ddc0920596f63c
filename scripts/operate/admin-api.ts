import type { Gcloud } from './gcloud.ts';

const TIMEOUT_MS = 30_000;

/** Two calls of the Admin API that gcloud has no command for: the object as it is, and as a replace would make it. */
export class AdminApi {
  readonly #base: string;
  readonly #token: (() => Promise<string>) | undefined;

  /** @param endpoint another than the region's own, such as a local one; it is sent no token */
  constructor(gcloud: Gcloud, region: string, endpoint?: string) {
    const host = endpoint ?? `https://${region}-run.googleapis.com`;
    this.#base = `${host.replace(/\/$/, '')}/apis/serving.knative.dev/v1/namespaces/${gcloud.project}/services`;
    this.#token = endpoint === undefined ? () => gcloud.text(['auth', 'print-access-token']) : undefined;
  }

  /** Undefined when there is no such Service. */
  live(name: string, signal: AbortSignal): Promise<unknown> {
    return this.#ask('GET', `/${name}`, signal);
  }

  /** What would stand after a replace, with every default filled in; nothing is changed. */
  dryRun(name: string, manifest: object, exists: boolean, signal: AbortSignal): Promise<unknown> {
    return this.#ask(exists ? 'PUT' : 'POST', `${exists ? `/${name}` : ''}?dryRun=all`, signal, manifest);
  }

  async #ask(method: string, path: string, signal: AbortSignal, body?: object): Promise<unknown> {
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
    if (response.status === 404 && method === 'GET') return undefined;
    const text = await response.text();
    if (!response.ok)
      throw new Error(`The Admin API answered ${response.status} to a ${method}: ${text.slice(0, 300)}`);
    return JSON.parse(text) as unknown;
  }
}
