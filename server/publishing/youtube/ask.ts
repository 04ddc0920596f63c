import { PublisherFailed } from '@shortfactory/core';

export interface Asking {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | string;
}

/** The whole answer. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** What its JSON is; undefined for anything else. */
  readonly json: unknown;
}

/** Asks once; no redirect is followed. Throws PublisherFailed (away) without an answer, and the signal's reason. */
export type Ask = (asking: Asking, signal: AbortSignal) => Promise<Answer>;

/** From the request to the last byte of its answer; a part of an upload may come over a slow line. */
const TIMEOUTS_MS = { short: 20_000, upload: 90_000 };
const MOST_ANSWER_BYTES = 512_000;

/** @param label begins the sentences: "YouTube". */
export function createAsk(label: string, timeoutsMs = TIMEOUTS_MS): Ask {
  return async ({ method, url, headers = {}, body }, signal) => {
    signal.throwIfAborted();
    const timeoutMs = typeof body === 'object' && body.length > 0 ? timeoutsMs.upload : timeoutsMs.short;
    const either = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    try {
      const answer = await fetch(url, {
        ...{ method, headers, redirect: 'manual', signal: either },
        ...(body === undefined ? {} : { body }),
      });
      return { status: answer.status, headers: answer.headers, json: await jsonOf(answer) };
    } catch (error) {
      signal.throwIfAborted();
      const isLate = error instanceof Error && error.name === 'TimeoutError';
      throw new PublisherFailed(
        'away',
        isLate ? `${label} did not answer within ${timeoutMs / 1000} s.` : `${label} cannot be reached.`,
      );
    }
  };
}

async function jsonOf({ body }: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > MOST_ANSWER_BYTES) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
