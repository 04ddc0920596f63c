import { BUILD_HEADER } from './build-header.ts';
import { checkConnection, serverAnswers } from './online.ts';

/** Answers that something on the way gives while this server is down or restarts. */
const FROM_THE_WAY = [502, 503, 504];
/** So often a request is sent again although the server itself answers; then its answer stands. */
const MOST_TRIES = 5;
const PAUSE_MS = 1_000;
/** Without an answer for so long the connection is checked; the server's own bound for a page's data is 10 s. */
const SUSPICIOUS_MS = 4_000;
const TRY_WITHIN_MS = 20_000;

type Signal = AbortSignal | undefined;

/**
 * Makes pages wait for their data instead of ending. A page's data (GET of a path that ends in .data) that did not
 * arrive, or that came from something else than this server, is asked for again as soon as the server answers; until
 * then the page stays as it is. Data of another build than the page's own, after a rollout, is not shown by the old
 * scripts: the page that was asked for is loaded whole. Everything else goes through as it is; a failure on the way has
 * the connection checked.
 *
 * It stands in for `fetch`, because the router has no other place where all of its requests pass.
 */
export function installPatientFetch(build: string): void {
  const send = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const request = input instanceof Request ? input : undefined;
    const url = new URL(request?.url ?? String(input), location.href);
    const method = init?.method ?? request?.method ?? 'GET';
    const isOwn = url.origin === location.origin;
    if (isOwn && method === 'GET' && url.pathname.endsWith('.data')) {
      const signal = init?.signal ?? request?.signal;
      const answer = await patiently((within) => send(input, { ...init, signal: within }), signal);
      return ofThisBuild(answer, url, build);
    }
    try {
      return await send(input, init);
    } catch (error) {
      // The probe itself comes through here, too; what the page has called off says nothing of the connection.
      const calledOff = error instanceof DOMException && error.name === 'AbortError';
      if (isOwn && !calledOff && url.pathname !== '/live') void checkConnection();
      throw error;
    }
  };
}

async function patiently(
  send: (within: AbortSignal) => Promise<Response>,
  signal: Signal,
): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const answer = await tryOnce(send, signal);
    if (answer && (isOurs(answer) || tries >= MOST_TRIES)) return answer;
    await serverAnswers(signal);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * Math.min(tries, MOST_TRIES)));
    signal?.throwIfAborted();
  }
}

/** The answer with its whole body, so that one that breaks off in the middle counts as failed; undefined for a failed try. */
async function tryOnce(
  send: (within: AbortSignal) => Promise<Response>,
  signal: Signal,
): Promise<Response | undefined> {
  const attempt = new AbortController();
  const abort = (): void => attempt.abort(signal?.reason);
  signal?.addEventListener('abort', abort);
  const suspicious = setTimeout(() => void checkConnection(), SUSPICIOUS_MS);
  const late = setTimeout(abort, TRY_WITHIN_MS);
  try {
    signal?.throwIfAborted();
    const answer = await send(attempt.signal);
    if (answer.body === null) return answer;
    const { status, statusText, headers } = answer;
    return new Response(await answer.arrayBuffer(), { status, statusText, headers });
  } catch (error) {
    if (signal?.aborted) throw error;
    return undefined;
  } finally {
    clearTimeout(suspicious);
    clearTimeout(late);
    signal?.removeEventListener('abort', abort);
  }
}

function isOurs(answer: Response): boolean {
  if (answer.headers.has(BUILD_HEADER)) return true;
  const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? false;
  return !FROM_THE_WAY.includes(answer.status) && !isPage;
}

function ofThisBuild(answer: Response, url: URL, build: string): Response | Promise<Response> {
  const theirs = answer.headers.get(BUILD_HEADER);
  const target = pageOf(url);
  if (theirs === null || theirs === build || target === location.pathname + location.search) return answer;
  location.assign(target);
  return new Promise<Response>(() => undefined);
}

/** The address of the page whose data this is. */
function pageOf({ pathname, searchParams }: URL): string {
  const path = pathname.replace(/\/_root\.data$/, '/').replace(/\.data$/, '');
  const query = new URLSearchParams(searchParams);
  query.delete('_routes');
  return query.size > 0 ? `${path}?${query}` : path;
}
