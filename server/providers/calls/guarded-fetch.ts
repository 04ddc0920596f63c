import { CallFailed, rejected } from './failure.ts';
import { retryAfterMs } from './retry-after.ts';

export interface FetchGuard {
  /** Display name of the provider. */
  readonly label: string;
  /** The variable of its key. */
  readonly keyName: string;
  readonly maxBytes: number;
}

/** Error bodies are short; more is not read. */
const MAX_ERROR_BYTES = 64_000;

/**
 * A fetch for calls to providers: redirects are refused (the key would follow them), an answer longer than `maxBytes` is
 * cut off, and everything but a complete 2xx answer throws CallFailed. The signal's reason is thrown as it is.
 */
export function guardedFetch(guard: FetchGuard): typeof fetch {
  return async (input, init) => {
    const signal = init?.signal ?? undefined;
    const { label } = guard;
    let response: Response;
    try {
      response = await fetch(input, { ...init, redirect: 'error' });
    } catch (cause) {
      signal?.throwIfAborted();
      throw new CallFailed('down', `${label} cannot be reached.`, { cause: reasonOf(cause) });
    }
    const limit = response.ok ? guard.maxBytes : MAX_ERROR_BYTES;
    const bytes = await readBody(response, limit, guard, signal);
    if (response.ok) return new Response(bytes, { status: response.status, headers: plainHeaders(response) });
    const body = parsed(bytes);
    const wait = retryAfterMs(response.headers.get('retry-after'), body, Date.now());
    throw rejected(label, guard.keyName, {
      status: response.status,
      ...wordsOf(body, secretsIn(init)),
      ...(wait === undefined ? {} : { retryAfterMs: wait }),
    });
  };
}

async function readBody(
  response: Response,
  limit: number,
  { label }: FetchGuard,
  signal: AbortSignal | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > limit) {
        throw new CallFailed('unusable', `${label} sent an answer of more than ${limit} bytes.`);
      }
      chunks.push(chunk);
    }
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof CallFailed) throw cause;
    throw new CallFailed('down', `The answer of ${label} broke off.`, {
      cause: reasonOf(cause),
      charged: response.ok,
    });
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** The body is decoded and whole now: its first encoding and length no longer hold. */
function plainHeaders(response: Response): Headers {
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) headers.delete(name);
  return headers;
}

/** The cause that undici puts inside "fetch failed": a code such as ECONNREFUSED, never a request. */
function reasonOf(error: unknown): Error {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = inner instanceof Error && 'code' in inner ? String(inner.code) : '';
  return new Error([code, inner instanceof Error ? inner.message : String(inner)].filter(Boolean).join(': '));
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * The code and words of an error body. Google: {error: {status, message, details: [{reason}]}}; ElevenLabs: {detail:
 * {status, message}}; OpenAI: {error: {code, message}}; others have a text in place of the inner object.
 * @see https://cloud.google.com/apis/design/errors#http_mapping
 * @see https://elevenlabs.io/docs/developers/resources/error-messages
 */
function wordsOf(body: unknown, secrets: readonly string[]): { code?: string; words?: string } {
  const outer = fieldsOf(body);
  const inner = outer['error'] ?? outer['detail'];
  const error = typeof inner === 'string' ? { message: inner } : fieldsOf(inner);
  const details = Array.isArray(error['details']) ? (error['details'] as unknown[]) : [];
  const reason = details.map((detail) => fieldsOf(detail)['reason']).find((each) => typeof each === 'string');
  const code = reason ?? error['status'] ?? error['code'];
  const said = error['message'];
  // A service may repeat the key of the request.
  const words =
    typeof said === 'string' ? secrets.reduce((text, secret) => text.replaceAll(secret, '***'), said) : said;
  return {
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof words === 'string' ? { words } : {}),
  };
}

/** The credentials of the request. */
function secretsIn(init: RequestInit | undefined): string[] {
  const headers = new Headers(init?.headers);
  return ['x-goog-api-key', 'xi-api-key', 'authorization']
    .flatMap((name) => headers.get(name) ?? [])
    .map((value) => value.replace(/^Bearer /i, ''))
    .filter((value) => value !== '');
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
