import type { IncomingMessage } from 'node:http';
import type { Middleware } from 'koa';
import type { HttpContext, RequestState } from './context.ts';
import type { HttpLimits } from './limits.ts';
import type { HttpProblem } from './problem.ts';
import { problemOf } from './problem.ts';

type Linger = Pick<HttpLimits, 'lingerMs' | 'lingerBytes'>;

/** The outermost net: whatever is thrown inside is answered as a problem, and a 5xx keeps its cause for the log. */
export function answerProblems(limits: Linger, scrub: (text: string) => string): Middleware<RequestState> {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status >= 500 && error !== problem) ctx.state.fault = error;
      write(ctx, problem, scrub);
    }
    if (!ctx.req.complete) linger(ctx.req, limits);
  };
}

function write(ctx: HttpContext, problem: HttpProblem, scrub: (text: string) => string): void {
  const { headers, retryAfterSeconds } = problem.extras;
  for (const name of ['Content-Encoding', 'Content-Disposition', 'Content-Range', 'ETag', 'Last-Modified']) {
    ctx.remove(name);
  }
  ctx.status = problem.status;
  ctx.set('Cache-Control', 'no-store');
  if (retryAfterSeconds !== undefined) ctx.set('Retry-After', String(retryAfterSeconds));
  if (headers) ctx.set({ ...headers });
  ctx.body = scrub(JSON.stringify(problem.toJSON(ctx.state.requestId)));
  ctx.type = 'application/problem+json';
}

/** Reads and forgets the rest of a body for a moment; a longer one ends with its socket. */
function linger(req: IncomingMessage, { lingerMs, lingerBytes }: Linger): void {
  let bytes = 0;
  const end = (): void => {
    if (!req.complete) req.socket.destroy();
  };
  const timer = setTimeout(end, lingerMs).unref();
  req.once('close', () => clearTimeout(timer));
  req.once('end', () => clearTimeout(timer));
  req.on('error', () => undefined);
  req.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > lingerBytes) end();
  });
  req.resume();
}
