import createClient from 'openapi-fetch';
import type { Client } from 'openapi-fetch';
import type { components, paths } from './api.ts';

export type { components, paths } from './api.ts';
export type Job = components['schemas']['Job'];
export type Problem = components['schemas']['Problem'];
export type VideoRequest = paths['/api/videos']['post']['requestBody']['content']['application/json'];

export interface ClientOptions {
  /** The API's address, such as `https://shorts.example.org`. */
  readonly url: string;
  /** An API key or a visitor's token; none is needed on one's own machine. */
  readonly token?: string;
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** The API by its paths: `api.GET('/api/videos/{id}', { params: { path: { id } } })`, with every type known. */
export function createShortFactory({ url, token, fetch }: ClientOptions): Client<paths> {
  return createClient<paths>({
    baseUrl: url,
    ...(token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } }),
    ...(fetch === undefined ? {} : { fetch }),
  });
}

export interface MakeOptions {
  readonly signal?: AbortSignal;
  /** Called with the job as it was accepted, and each time that it is looked at. */
  readonly onProgress?: (job: Job) => void;
  /** Between two looks, in ms. */
  readonly everyMs?: number;
}

/** What the API refused, with the problem that it answered. */
export class ApiRefused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiRefused';
    this.problem = problem;
  }
}

/**
 * Asks for a video and waits until it is done, has failed or was cancelled. The request has an idempotency key of its
 * own, so that it is safe to ask again where no answer came: one video is made. Throws ApiRefused, or what fetch throws.
 */
export async function makeVideo(
  api: Client<paths>,
  request: VideoRequest,
  { signal, onProgress, everyMs = 2000 }: MakeOptions = {},
): Promise<Job> {
  const params = { header: { 'Idempotency-Key': crypto.randomUUID() } };
  const given = { ...(signal && { signal }) };
  const accepted = await patiently(
    () => api.POST('/api/videos', { params, body: request, ...given }),
    signal,
  );
  for (let job = accepted; ;) {
    onProgress?.(job);
    if (ENDS.has(job.status)) return job;
    await pause(everyMs, signal);
    const path = { id: job.id };
    job = await patiently(() => api.GET('/api/videos/{id}', { params: { path }, ...given }), signal);
  }
}

const ENDS: ReadonlySet<Job['status']> = new Set(['done', 'failed', 'cancelled']);
/** What passes by itself. */
const PASSING = new Set([429, 502, 503, 504]);
const TRIES = 5;

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** Asks again where the API says that it will have passed, after the time that it names. */
async function patiently<T>(ask: () => Promise<Answer<T>>, signal: AbortSignal | undefined): Promise<T> {
  for (let tries = 1; ; tries++) {
    const { data, error, response } = await ask();
    if (data !== undefined) return data;
    if (!PASSING.has(response.status) || tries === TRIES) throw new ApiRefused(problemOf(error, response));
    await pause(1000 * (Number(response.headers.get('retry-after')) || 2 ** tries), signal);
  }
}

/** A proxy in front of the API answers in a form of its own. */
function problemOf(error: unknown, { status, statusText }: Response): Problem {
  if (typeof error === 'object' && error !== null && 'title' in error) return error as Problem;
  return { type: 'about:blank', title: statusText || `Status ${status}`, status } as Problem;
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
  });
}
