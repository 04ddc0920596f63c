import { answerUnreadBody, problemOf } from '@shortfactory/http-server';
import type { HttpProblem, Linger } from '@shortfactory/http-server';
import type { Middleware } from 'koa';
import type { HttpContext, RequestState } from '../routing/context.ts';
import { setHeaders } from '../routing/set-headers.ts';

/** The outermost error handler: every error becomes a problem response, and a 5xx passes its cause to the log. */
export function answerProblems(limits: Linger, scrub: (text: string) => string): Middleware<RequestState> {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status >= 500 && error !== problem) ctx.state.fault = error;
      write(ctx, problem, scrub);
    }
    answerUnreadBody(ctx, limits);
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
  setHeaders(ctx, headers);
  ctx.body = scrub(JSON.stringify(problem.toJSON(ctx.state.requestId)));
  ctx.type = 'application/problem+json';
}
