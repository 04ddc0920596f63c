import { HttpProblem } from '@shortfactory/http-server';
import type { ProblemKind } from '@shortfactory/http-server';
import { z } from 'zod';
import type { HttpContext } from './context.ts';
import type { Gate } from './gate.ts';
import { fieldProblems } from '../problems/field-problems.ts';
import { readJson, sentence } from '../body/json-body.ts';
import type { Bucket } from '../limits/rate-limit.ts';
import { setHeaders } from './set-headers.ts';

/**
 * Who may call a route: anyone, an owner, an owner who may make something, a person who has signed in, a maker at the
 * machine itself (see identity/at-machine.ts), whoever runs the deployment (see identity/operator.ts), or the queue.
 */
export type Access = 'anyone' | 'owner' | 'maker' | 'person' | 'machine' | 'operator' | 'queue';

export interface AnswerShape {
  readonly description: string;
  /** Of a JSON answer: checked before it is sent, outside of prod. */
  readonly schema?: z.ZodType;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly example?: unknown;
  /** Operations that something in the answer leads to, by name. */
  readonly links?: Readonly<Record<string, AnswerLink>>;
}

export interface AnswerLink {
  readonly operationId: string;
  /** Runtime expressions of OpenAPI, by parameter. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Input and output of a route: its validation and its documentation in one. */
export interface RouteShape {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `:name` for each parameter. */
  readonly path: string;
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  readonly bucket: Bucket | 'none';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** Request headers by name, with their descriptions. */
  readonly headers?: Readonly<
    Record<string, string | { readonly description: string; readonly pattern: string }>
  >;
  readonly body?: z.ZodType;
  readonly bodyExample?: unknown;
  /** Media types of a body that the handler streams. */
  readonly streams?: readonly string[];
  readonly answers: Readonly<Record<number, AnswerShape>>;
  readonly problems?: readonly ProblemKind[];
  /** Media types of the response; JSON by default, and any when empty. */
  readonly gives?: readonly string[];
  /** Milliseconds until the client gets a 503 with Retry-After; unlimited for what streams. */
  readonly within?: 'answerMs' | 'makingMs' | 'unlimited';
}

export interface Answer {
  readonly status: number;
  /** Sent as JSON where the shape has a schema; else a string or a stream. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly type?: string;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

export interface Call<S extends RouteShape> {
  readonly params: Parsed<S['params']>;
  readonly query: Parsed<S['query']>;
  readonly body: Parsed<S['body']>;
  readonly owner: S['access'] extends 'owner' | 'maker' | 'person' | 'machine' | 'operator'
    ? string
    : string | undefined;
  /** A request header by its name; empty without it. */
  readonly header: (name: string) => string;
  /** Aborted when the client has disconnected, the time is up or the server closes. */
  readonly signal: AbortSignal;
  readonly ctx: HttpContext;
}

/** The parts of a request that does not come over HTTP itself. */
export interface InnerRequest {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Route {
  readonly shape: RouteShape;
  serve(ctx: HttpContext, gate: Gate): Promise<void>;
  /**
   * Answers a request that came within another one, for the same caller and under the same rules. Headers that it does
   * not give are absent. Throws what `serve` would answer as a problem.
   */
  answer(ctx: HttpContext, gate: Gate, request: InnerRequest): Promise<Answer>;
}

/** The parsed parts of a request, of whatever types its route's shape says. */
interface Given {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly owner: string | undefined;
  readonly header: (name: string) => string;
}

/** A route whose handler gets only validated input, and whose responses are validated too. */
export function route<const S extends RouteShape>(
  shape: S,
  handle: (call: Call<S>) => Promise<Answer>,
): Route {
  const answered = async (ctx: HttpContext, gate: Gate, given: Given): Promise<Answer> => {
    const answer = await gate.timed(ctx, shape, (signal) => handle({ ...given, signal, ctx } as Call<S>));
    check(shape, answer, gate.checksAnswers);
    await gate.audit(ctx, shape, given.owner, { params: given.params, body: answer.body });
    return answer;
  };
  return {
    shape,
    async serve(ctx, gate) {
      ctx.state.route = shape.path;
      const owner = await gate.admit(ctx, shape);
      gate.negotiate(ctx, shape);
      const params = parseParams(shape.params, ctx.params as unknown);
      const query = parseQuery(shape.query, ctx.querystring);
      const body = shape.body && parseBody(shape.body, await readJson(ctx, gate.limits));
      const header = (name: string): string => ctx.get(name);
      send(ctx, shape, await answered(ctx, gate, { params, query, body, owner, header }));
    },
    async answer(ctx, gate, { params = {}, query = {}, headers = {}, body }) {
      const owner = await gate.admit(ctx, shape);
      return answered(ctx, gate, {
        params: parseParams(shape.params, params),
        query: parseQuery(shape.query, new URLSearchParams(query).toString()),
        body: shape.body && parseBody(shape.body, body),
        owner,
        header: (name) => headers[name] ?? '',
      });
    },
  };
}

function parseParams(schema: z.ZodObject | undefined, given: unknown): unknown {
  const parsed = schema?.safeParse(given);
  // An invalid parameter cannot name anything.
  if (parsed?.success === false) throw new HttpProblem('not-found', 'There is nothing at this address.');
  return parsed?.data;
}

function parseQuery(schema: z.ZodObject | undefined, querystring: string): unknown {
  const given = new URLSearchParams(querystring);
  const names = [...given.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw refusal([{ in: 'query', pointer: `/${twice.slice(0, 60)}`, detail: 'is given more than once' }]);
  }
  const parsed = (schema ?? z.strictObject({})).safeParse(Object.fromEntries(given));
  if (!parsed.success) throw refusal(fieldProblems(parsed.error, {}, 'query'));
  return parsed.data;
}

function parseBody(schema: z.ZodType, given: unknown): unknown {
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw refusal(fieldProblems(parsed.error, given, 'body'));
  return parsed.data;
}

function refusal(errors: ReturnType<typeof fieldProblems>): HttpProblem {
  return new HttpProblem('invalid-input', sentence(errors), { errors });
}

/** Throws when a route breaks its contract, and where `isStrict`, also when the answer's body does. */
function check(shape: RouteShape, { status, body }: Answer, isStrict: boolean): void {
  const described = shape.answers[status];
  if (!described) throw new Error(`${shape.id} answered ${status}, which its shape does not list`);
  const checked = isStrict ? described.schema?.safeParse(body) : undefined;
  if (checked?.success === false) {
    throw new Error(
      `${shape.id} broke its contract: ${sentence(fieldProblems(checked.error, body, 'body'))}`,
    );
  }
}

function send(ctx: HttpContext, shape: RouteShape, answer: Answer): void {
  ctx.status = answer.status;
  if (shape.answers[answer.status]?.schema) {
    ctx.body = JSON.stringify(answer.body);
    ctx.type = answer.type ?? 'application/json; charset=utf-8';
  } else {
    // Setting an empty body resets status and headers, so they come after it.
    ctx.body = answer.body ?? null;
    ctx.status = answer.status;
    if (answer.type !== undefined) ctx.type = answer.type;
  }
  setHeaders(ctx, answer.headers);
}
