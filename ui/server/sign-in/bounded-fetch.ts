import { Readable } from 'node:stream';

/** The issuer gave no answer that can be used; the message says what came instead, without anything secret. */
export class IssuerDown extends Error {
  override readonly name = 'IssuerDown';
}

/** What an issuer's answers may take: metadata and keys are a few kB, a token with 5,000 groups some hundred. */
export const MOST_ANSWER_BYTES = 512_000;
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\b|^application\/jwt\b/i;

/**
 * A fetch for what an issuer is asked: within a time, of a size, and JSON. Throws IssuerDown for everything else; a
 * refusal in JSON (4xx) is an answer.
 */
export function boundedFetch(withinMs: number): (address: string, init: RequestInit) => Promise<Response> {
  return async (address, init) => {
    let answer: Response;
    try {
      answer = await fetch(address, { ...init, redirect: 'manual', signal: AbortSignal.timeout(withinMs) });
    } catch (error) {
      throw new IssuerDown(reasonOf(error, withinMs), { cause: error });
    }
    if (answer.status >= 500 || answer.status < 200 || (answer.status >= 300 && answer.status < 400))
      throw new IssuerDown(`answered ${answer.status}`);
    const isJson = JSON_TYPE.test(answer.headers.get('content-type') ?? '');
    if (!isJson) throw new IssuerDown(`${answer.status}, a page instead of JSON`);
    const { status, headers } = answer;
    return new Response(await bodyOf(answer, withinMs), { status, headers: new Headers(headers) });
  };
}

async function bodyOf(answer: Response, withinMs: number): Promise<Uint8Array<ArrayBuffer>> {
  if (!answer.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    const body = Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]);
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > MOST_ANSWER_BYTES) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw new IssuerDown(reasonOf(error, withinMs), { cause: error });
  }
  if (bytes > MOST_ANSWER_BYTES) throw new IssuerDown(`more than ${MOST_ANSWER_BYTES / 1000} kB`);
  return new Uint8Array(Buffer.concat(chunks));
}

function reasonOf(error: unknown, withinMs: number): string {
  const isLate = error instanceof Error && error.name === 'TimeoutError';
  return isLate ? `no answer in ${withinMs / 1000} s` : 'no connection';
}
