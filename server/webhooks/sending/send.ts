import { request as requestHttp } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import type { Socket } from 'node:net';
import { NotPublic, checkedLookup, hostOf } from '@shortfactory/network';
import type { Lookup, MayReach } from '@shortfactory/network';

export interface Message {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came of a message. A problem is one sentence for its owner, without anything that the receiver wrote. */
export type Sent = { readonly status: number } | { readonly problem: string };

/** Posts a message once. Never throws; ends with the signal. */
export type Send = (message: Message, signal: AbortSignal) => Promise<Sent>;

export interface SendDeps {
  readonly lookup: Lookup;
  readonly mayReach: MayReach;
  /** Names the program to receivers. */
  readonly userAgent: string;
  readonly timeoutMs?: number;
}

/** From the look-up of the name to the answer's head. */
const TIMEOUT_MS = 10_000;
/** Of the answer's body so much is read, and nothing kept, so that an ordinary receiver sees its answer taken. */
const MOST_ANSWER_BYTES = 65_536;
const NOT_PUBLIC = 'Its address is not public, so nothing was sent.';

/**
 * A sender that follows no redirect and reaches no address that may not be reached: the address is checked that the
 * socket connects to, after the name was looked up for this very connection, and once more when it is connected.
 */
export function createSend({ lookup, mayReach, userAgent, timeoutMs = TIMEOUT_MS }: SendDeps): Send {
  const looksUp = checkedLookup(lookup, mayReach);
  return ({ url, headers, body }, signal) =>
    new Promise((resolve) => {
      const host = hostOf(url);
      if (isIP(host) !== 0 && !mayReach(host)) return resolve({ problem: NOT_PUBLIC });
      const isTls = url.protocol === 'https:';
      const sending: ClientRequest = (isTls ? requestHttps : requestHttp)({
        method: 'POST',
        host,
        port: url.port === '' ? (isTls ? 443 : 80) : Number(url.port),
        path: `${url.pathname}${url.search}`,
        // An agent could give a connection that was checked for another name, or a proxy's.
        agent: false,
        lookup: looksUp,
        // A hello names no address, and node refuses to.
        ...(isTls && isIP(host) === 0 ? { servername: host } : {}),
        maxHeaderSize: 16_384,
        headers: {
          Host: url.host,
          'User-Agent': userAgent,
          'Content-Type': 'application/json',
          'Content-Length': String(Buffer.byteLength(body)),
          Connection: 'close',
          ...headers,
        },
      });
      const end = (sent: Sent): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        resolve(sent);
      };
      const stop = (problem: string): void => {
        sending.destroy();
        end({ problem });
      };
      const onAbort = (): void => stop('It was stopped, as this process is shutting down.');
      const timer = setTimeout(() => stop(`It did not answer within ${timeoutMs / 1000} s.`), timeoutMs);
      if (signal.aborted) return onAbort();
      signal.addEventListener('abort', onAbort, { once: true });
      sending.on('socket', (socket: Socket) => {
        socket.once('connect', () => {
          // The body is not written before this: a request waits for its socket to connect.
          if (!mayReach(socket.remoteAddress ?? '')) sending.destroy(new NotPublic());
        });
      });
      sending.on('error', (error: unknown) => end({ problem: sentenceFor(error) }));
      sending.on('response', (answer) => {
        discard(answer, timeoutMs);
        end({ status: answer.statusCode ?? 0 });
      });
      sending.end(body);
    });
}

/** Reads a little of the answer and drops the rest with its connection. */
function discard(answer: IncomingMessage, ms: number): void {
  let bytes = 0;
  const timer = setTimeout(() => answer.destroy(), ms);
  answer.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_ANSWER_BYTES) answer.destroy();
  });
  answer.on('error', () => undefined);
  answer.on('close', () => clearTimeout(timer));
}

const SENTENCES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'Its name is not known.',
  ENODATA: 'Its name is not known.',
  EAI_AGAIN: 'Its name could not be looked up.',
  ETIMEOUT: 'Its name could not be looked up.',
  ESERVFAIL: 'Its name could not be looked up.',
  ECONNREFUSED: 'It refused the connection.',
  EHOSTUNREACH: 'It cannot be reached.',
  ENETUNREACH: 'It cannot be reached.',
  ETIMEDOUT: 'It cannot be reached.',
  ECONNRESET: 'The connection broke before it answered.',
  EPIPE: 'The connection broke before it answered.',
  EPROTO: 'It does not speak TLS as is needed here.',
};

function sentenceFor(error: unknown): string {
  if (error instanceof NotPublic) return NOT_PUBLIC;
  const causes: unknown[] = error instanceof AggregateError ? error.errors : [error];
  const code = causes.map(codeOf).find((each) => each !== '') ?? '';
  const known = SENTENCES[code];
  if (known !== undefined) return known;
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code)) return `Its certificate was not accepted (${code}).`;
  if (code.startsWith('HPE_')) return 'Its answer is not one of HTTP.';
  return `It could not be told (${code === '' ? 'unknown' : code}).`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
