import type { JobJson } from '@shortfactory/contract';
import { problemOf } from '@shortfactory/http-server';
import { ApiProblem } from '@shortfactory/mcp/api';
import type { Api, ApiAnswer, ApiRequest, Operation } from '@shortfactory/mcp/api';
import type { AppDeps } from '../deps.ts';
import { originOf } from '../identity/own-origin.ts';
import type { EventSlots } from '../limits/event-slots.ts';
import type { HttpContext } from '../routing/context.ts';
import type { Gate } from '../routing/gate.ts';
import type { Route } from '../routing/route.ts';
import { jobAnswer } from '../videos/job-answer.ts';

export interface InnerApiDeps {
  readonly deps: Pick<AppDeps, 'jobs' | 'metrics' | 'scrub'>;
  readonly ctx: HttpContext;
  readonly gate: Gate;
  readonly owner: string;
  readonly routeOf: (operation: Operation) => Route;
  readonly slots: EventSlots;
  /** Aborted when the server closes: who waits gets what is known. */
  readonly closing: AbortSignal;
}

/** The API's own routes for the caller of a request: each call is admitted and counted as if it came by itself. */
export class InnerApi implements Api {
  readonly origin: string;
  readonly #given: InnerApiDeps;

  constructor(given: InnerApiDeps) {
    this.origin = originOf(given.ctx);
    this.#given = given;
  }

  async call(operation: Operation, request: ApiRequest): Promise<ApiAnswer> {
    const { ctx, gate, routeOf } = this.#given;
    try {
      const { body, headers = {} } = await routeOf(operation).answer(ctx, gate, request);
      const names = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
      return { body, headers: Object.fromEntries(names) as Record<string, string> };
    } catch (error) {
      throw this.#problem(error);
    }
  }

  async *watch(id: string, signal: AbortSignal): AsyncGenerator<JobJson> {
    const { deps, ctx, owner, slots, closing } = this.#given;
    let free: (() => void) | undefined;
    try {
      free = slots.take(ctx.state.client);
      deps.metrics.eventStream(1);
      for await (const job of deps.jobs.watch(id, AbortSignal.any([signal, closing])))
        yield jobAnswer(job, deps.jobs.owns(job, owner));
    } catch (error) {
      throw this.#problem(error);
    } finally {
      if (free) deps.metrics.eventStream(-1);
      free?.();
    }
  }

  #problem(error: unknown): unknown {
    const { deps, ctx } = this.#given;
    const problem = problemOf(error);
    // As for any other request: the cause of a 5xx is for the log.
    if (problem.status >= 500 && error !== problem) ctx.state.fault = error;
    const json = deps.scrub(JSON.stringify(problem.toJSON(ctx.state.requestId)));
    return new ApiProblem(JSON.parse(json) as ConstructorParameters<typeof ApiProblem>[0]);
  }
}
