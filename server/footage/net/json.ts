import type { IncomingMessage } from 'node:http';
import { SourceFailed } from './failure.ts';
import { NotReached, codeOf, get } from './get.ts';
import type { Reach } from './get.ts';

export interface Asked {
  /** Display name of the source. */
  readonly label: string;
  /** The variable of its key, where it has one. */
  readonly keyName?: string;
  readonly reach: Reach;
}

const TIMEOUT_MS = 12_000;
const MOST_BYTES = 2_000_000;
const REST_MS = { least: 1000, usual: 60_000, most: 3_600_000 };

/**
 * The JSON of a source's answer; undefined where it says that there is no such thing (404). Throws SourceFailed, whose
 * message holds neither the address, which may have a key in it, nor what the source said; and the signal's reason.
 */
export async function getJson(
  url: URL,
  headers: Readonly<Record<string, string>>,
  asked: Asked,
  signal: AbortSignal,
): Promise<unknown> {
  const { label, reach } = asked;
  const late = AbortSignal.timeout(TIMEOUT_MS);
  const either = AbortSignal.any([signal, late]);
  try {
    const answer = await get(url, { Accept: 'application/json', ...headers }, reach, either);
    const { statusCode: status = 0 } = answer;
    if (status !== 200) {
      answer.destroy();
      if (status === 404) return undefined;
      throw rejected(asked, status, answer);
    }
    return parsed(label, await bytesOf(answer, label));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SourceFailed) throw error;
    if (late.aborted) throw new SourceFailed(`${label} did not answer within ${TIMEOUT_MS / 1000} s.`);
    if (error instanceof NotReached) throw new SourceFailed(`${label} ${error.message}, and was not asked.`);
    const code = codeOf(error);
    throw new SourceFailed(`${label} cannot be reached${code === '' ? '' : ` (${code})`}.`);
  }
}

async function bytesOf(answer: IncomingMessage, label: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) {
      answer.destroy();
      throw new SourceFailed(`${label} sent an answer of more than ${MOST_BYTES / 1_000_000} MB.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parsed(label: string, bytes: Buffer): unknown {
  const text = bytes.toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const what = /^\s*</.test(text) ? 'sent a page in place of an answer' : 'sent an answer that is not JSON';
    throw new SourceFailed(`${label} ${what}.`);
  }
}

function rejected({ label, keyName }: Asked, status: number, { headers }: IncomingMessage): SourceFailed {
  if (status === 429)
    return new SourceFailed(`${label} has had too many requests for now.`, { restMs: restMs(headers) });
  if (status === 401 || status === 403) {
    const why =
      keyName === undefined ? 'does not take requests from here' : `did not accept the key in ${keyName}`;
    return new SourceFailed(`${label} ${why}.`, { retryable: false, restMs: REST_MS.usual });
  }
  if (status >= 500)
    return new SourceFailed(`${label} has a fault of its own at the moment (HTTP ${status}).`);
  if (status >= 300 && status < 400)
    return new SourceFailed(`${label} sent the request elsewhere (HTTP ${status}), which is not followed.`);
  // Pixabay says so of a wrong key, too.
  const what = keyName === undefined ? 'the request' : `the request, or the key in ${keyName}`;
  return new SourceFailed(`${label} did not take ${what} (HTTP ${status}).`, { retryable: false });
}

/** Retry-After in seconds; X-RateLimit-Reset in seconds from now (Pixabay) or as a time (Pexels). */
function restMs(headers: IncomingMessage['headers']): number {
  const given = headers['retry-after'] ?? headers['x-ratelimit-reset'];
  const seconds = typeof given === 'string' && /^\d{1,12}$/.test(given) ? Number(given) : NaN;
  const ms = seconds > 1_000_000_000 ? seconds * 1000 - Date.now() : seconds * 1000;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, REST_MS.least), REST_MS.most) : REST_MS.usual;
}
