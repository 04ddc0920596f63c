import type { IncomingMessage } from 'node:http';
import { InputInvalid } from '@shortfactory/core';
import { SourceFailed } from './failure.ts';
import { NotReached, codeOf, get } from './get.ts';
import type { Reach } from './get.ts';

const MOST_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** There is nothing at its address any more: another of its files may be there. */
export class FileGone extends InputInvalid {}

/**
 * The answer at the end of its redirects, each of them checked like the first address; with `range`, that part where the
 * source gives parts. `name` begins its sentences. Throws FileGone, InputInvalid, SourceFailed, and what `get` throws.
 */
export async function followed(
  first: URL,
  name: string,
  reach: Reach,
  signal: AbortSignal,
  range?: string,
): Promise<IncomingMessage> {
  let url = first;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const answer = await get(
      url,
      { Accept: '*/*', ...(range === undefined ? {} : { Range: range }) },
      reach,
      signal,
    );
    const { statusCode: status = 0, headers } = answer;
    if (status === 200 || (status === 206 && range !== undefined)) return answer;
    answer.destroy();
    if (REDIRECTS.has(status)) {
      const { location } = headers;
      if (location === undefined || !URL.canParse(location, url.href)) break;
      url = new URL(location, url);
    } else if (status === 401 || status === 403 || status === 404 || status === 410) {
      throw new FileGone('', `${name} is gone from its address (HTTP ${status}); choose another`);
    } else {
      throw new SourceFailed(`${name} cannot be fetched at the moment (HTTP ${status}).`);
    }
  }
  throw new InputInvalid(
    '',
    `${name} leads from one address to another without an end, so it is not fetched`,
  );
}

/**
 * What `fetch` gives within the time. Whatever goes wrong becomes InputInvalid, SourceFailed or the signal's reason, in a
 * sentence that `name` begins.
 */
export async function fetching<T>(
  name: string,
  timeoutMs: number,
  signal: AbortSignal,
  fetch: (either: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new AbortController();
  // Not AbortSignal.timeout: a film goes on after its head has come.
  const timer = setTimeout(() => late.abort(), timeoutMs);
  try {
    return await fetch(AbortSignal.any([signal, late.signal]));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof InputInvalid || error instanceof SourceFailed) throw error;
    if (error instanceof NotReached)
      throw new InputInvalid('', `${name} ${error.message}, so it is not fetched`);
    if (late.signal.aborted) throw new SourceFailed(`${name} was not there within ${timeoutMs / 1000} s.`);
    const code = codeOf(error);
    throw new SourceFailed(`${name} cannot be fetched${code === '' ? '' : ` (${code})`}.`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
