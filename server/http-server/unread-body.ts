import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { ParameterizedContext } from 'koa';
import type { HttpLimits } from './limits.ts';

export type Linger = Pick<HttpLimits, 'lingerMs' | 'lingerBytes'>;

/**
 * For a request that is answered before its body was read to its end. The rest is read and discarded, so that the
 * client can read the response: a connection that is closed while bytes arrive is reset, and the response is lost with
 * it. A body that is announced as longer than `lingerBytes`, or without a length, is not waited for: the response says
 * `Connection: close`, no more than `lingerBytes` are read, and the connection ends after `lingerMs` at the latest.
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-9.6
 */
export function answerUnreadBody(ctx: ParameterizedContext, limits: Linger): void {
  const { req } = ctx;
  if (req.complete) return;
  const drained = drain(req, limits);
  const isShort = Number(req.headers['content-length'] ?? Infinity) <= limits.lingerBytes;
  const mayStay = isShort && req.headers.expect === undefined && ctx.response.get('Connection') !== 'close';
  if (mayStay || !ctx.writable || ctx.headerSent || ctx.body === null || ctx.body === undefined) {
    void drained.then(() => req.complete || req.socket.destroy());
    return;
  }
  const { length } = ctx.response;
  ctx.body = Readable.from(endingAfter(ctx.body, drained), { objectMode: false });
  if (length !== undefined) ctx.length = length;
  ctx.set('Connection', 'close');
}

/** A response body whose end, which closes the connection, waits until the request body is drained. */
async function* endingAfter(body: unknown, drained: Promise<void>): AsyncGenerator<string | Uint8Array> {
  if (body instanceof Readable) yield* body as AsyncIterable<Uint8Array>;
  else yield typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  await drained;
}

/** Resolves when the body has ended, the client has disconnected, or the time is up. */
function drain(req: IncomingMessage, { lingerMs, lingerBytes }: Linger): Promise<void> {
  return new Promise((resolve) => {
    let bytes = 0;
    const timer = setTimeout(resolve, lingerMs).unref();
    const settle = (): void => {
      clearTimeout(timer);
      resolve();
    };
    req.once('end', settle).once('close', settle).on('error', settle);
    req.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      // Not closed yet: the client blocks, and can still read the response.
      if (bytes > lingerBytes) req.pause();
    });
    req.resume();
  });
}
