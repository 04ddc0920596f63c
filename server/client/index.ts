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
  /** Between two looks, in ms; before it asks again where the API named no time, this at first, then twice as long. */
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
 * own, so that it asks again where no answer came, and one video is made. Throws ApiRefused, or what fetch throws when no
 * answer comes at all.
 */
export async function makeVideo(
  api: Client<paths>,
  request: VideoRequest,
  { signal, onProgress, everyMs = 2000 }: MakeOptions = {},
): Promise<Job> {
  const params = { header: { 'Idempotency-Key': crypto.randomUUID() } };
  const given = { ...(signal && { signal }) };
  const patience = { signal, everyMs };
  const accepted = await patiently(
    () => api.POST('/api/videos', { params, body: request, ...given }),
    patience,
  );
  for (let job = accepted; ;) {
    onProgress?.(job);
    if (ENDS.has(job.status)) return job;
    await pause(everyMs, signal);
    const path = { id: job.id };
    job = await patiently(() => api.GET('/api/videos/{id}', { params: { path }, ...given }), patience);
  }
}

const ENDS: ReadonlySet<Job['status']> = new Set(['done', 'failed', 'cancelled']);
/** What passes by itself. */
const PASSING = new Set([429, 502, 503, 504]);
const TRIES = 5;
/** A limit of a day is the caller's to wait for. */
const LONGEST_PAUSE_MS = 60_000;

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** Asks again where no answer came, or one of what passes soon: after the time that the API names. */
async function patiently<T>(
  ask: () => Promise<Answer<T>>,
  { signal, everyMs }: { readonly signal: AbortSignal | undefined; readonly everyMs: number },
): Promise<T> {
  for (let tries = 1; ; tries++) {
    const longerMs = Math.min(LONGEST_PAUSE_MS, everyMs * 2 ** (tries - 1));
    const answer = await ask().catch((error: unknown) => {
      if (signal?.aborted || tries === TRIES) throw error;
    });
    if (answer?.data !== undefined) return answer.data;
    const ms = answer === undefined ? longerMs : pauseAsked(answer.response) || longerMs;
    if (answer && (!PASSING.has(answer.response.status) || ms > LONGEST_PAUSE_MS || tries === TRIES))
      throw new ApiRefused(problemOf(answer.error, answer.response));
    await pause(ms, signal);
  }
}

/** In ms; NaN where a date is named, 0 where nothing is. */
function pauseAsked({ headers }: Response): number {
  return 1000 * Number(headers.get('retry-after'));
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
