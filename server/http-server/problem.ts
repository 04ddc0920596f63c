import type { ProblemJson } from '@shortfactory/contract';
import {
  Conflict,
  IdempotencyMismatch,
  InputInvalid,
  LimitReached,
  NotFound,
  NotYours,
  ObjectDamaged,
  ProgramKilled,
  ProviderFailed,
  QueueUnavailable,
  QuotaReached,
  RecordFromNewer,
  RecordUnreadable,
  SecretUnavailable,
  StorageFailed,
  StorageUnknown,
  StorageUnwritable,
  PipelineProcessLost,
} from '@shortfactory/core/errors';
import { rateLimitFields } from './rate-limit-fields.ts';

/** Every kind of problem that the API answers with. A kind's name is the end of its `type`. */
export const PROBLEMS = {
  'malformed-request': [400, 'The request cannot be read'],
  'invalid-input': [400, 'The request does not fit'],
  unauthorized: [401, 'A token is needed'],
  forbidden: [403, 'This is not allowed'],
  'not-found': [404, 'There is nothing here'],
  'method-not-allowed': [405, 'The method does not fit this address'],
  'not-acceptable': [406, 'No answer of the accepted types'],
  'too-slow': [408, 'The request came too slowly'],
  conflict: [409, 'The state does not allow this'],
  'precondition-failed': [412, 'It is not what was expected any more'],
  'too-large': [413, 'The body is too large'],
  'unsupported-type': [415, 'The body is of another type'],
  'range-not-satisfiable': [416, 'The range lies outside the file'],
  'expectation-failed': [417, 'The expectation cannot be met'],
  'idempotency-mismatch': [422, 'The key belongs to another request'],
  misdirected: [421, 'This server does not answer to that name'],
  'rate-limited': [429, 'Too many requests'],
  'limit-reached': [429, 'A limit is reached'],
  'headers-too-large': [431, 'The headers are too large'],
  internal: [500, 'Something went wrong here'],
  damaged: [500, 'What is stored is damaged'],
  'provider-failed': [502, 'A service that is needed refused'],
  unavailable: [503, 'This cannot be done right now'],
  'closing-down': [503, 'The server is restarting'],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string]>>;
export type ProblemKind = keyof typeof PROBLEMS;

export type FieldProblem = NonNullable<ProblemJson['errors']>[number];

interface ProblemExtras {
  readonly errors?: readonly FieldProblem[];
  readonly retryAfterSeconds?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that is answered with a problem. `detail` is one sentence for the client. */
export class HttpProblem extends Error {
  readonly kind: ProblemKind;
  readonly extras: ProblemExtras;
  constructor(kind: ProblemKind, detail: string, extras: ProblemExtras = {}) {
    super(detail);
    this.kind = kind;
    this.extras = extras;
  }

  get status(): number {
    return PROBLEMS[this.kind][0];
  }

  /** @see https://www.rfc-editor.org/rfc/rfc9457 */
  toJSON(requestId: string): ProblemJson {
    const [status, title] = PROBLEMS[this.kind];
    const { errors, retryAfterSeconds } = this.extras;
    return {
      type: problemType(this.kind),
      title,
      status,
      detail: this.message,
      instance: `/requests/${requestId}`,
      ...(errors === undefined ? {} : { errors: [...errors] }),
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    };
  }
}

export function problemType(kind: ProblemKind): string {
  return `urn:shortfactory:problem:${kind}`;
}

const SOON = { retryAfterSeconds: 5 };
const STORE_DOWN = 'The store cannot be reached right now; try again in a few seconds.';

type ErrorClass = abstract new (...args: never[]) => Error;
const entry = <E extends Error>(
  errorClass: abstract new (...args: never[]) => E,
  problem: (error: E) => HttpProblem,
): [ErrorClass, (error: Error) => HttpProblem] => [errorClass, (error) => problem(error as E)];

/** The one table from the errors of the domain to problems. The detail of a 5xx never comes from the error. */
const TABLE: readonly [ErrorClass, (error: Error) => HttpProblem][] = [
  entry(InputInvalid, (error) => {
    const pointer = error.where === '' || error.where.startsWith('/') ? error.where : `/${error.where}`;
    const detail = error.where === '' ? error.message : error.message.slice(error.where.length + 2);
    return new HttpProblem('invalid-input', error.message, { errors: [{ in: 'body', pointer, detail }] });
  }),
  entry(NotFound, (error) => new HttpProblem('not-found', error.message)),
  entry(NotYours, (error) => new HttpProblem('forbidden', error.message)),
  entry(Conflict, (error) => new HttpProblem('conflict', error.message)),
  entry(IdempotencyMismatch, (error) => new HttpProblem('idempotency-mismatch', error.message)),
  entry(
    QuotaReached,
    ({ message, retryAfterSeconds = 0, quotas }) =>
      new HttpProblem('limit-reached', message, {
        retryAfterSeconds,
        headers: rateLimitFields(quotas, Date.now()),
      }),
  ),
  entry(
    LimitReached,
    ({ message, retryAfterSeconds }) =>
      new HttpProblem('limit-reached', message, retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  ),
  entry(ProviderFailed, ({ retryable }) =>
    retryable
      ? new HttpProblem('unavailable', 'A service that is needed does not answer; try again soon.', {
          retryAfterSeconds: 10,
        })
      : new HttpProblem('provider-failed', 'A service that is needed refused to do this; try other words.'),
  ),
  entry(
    PipelineProcessLost,
    () => new HttpProblem('unavailable', 'The work was interrupted; try again.', SOON),
  ),
  entry(ProgramKilled, () => new HttpProblem('unavailable', 'The work was interrupted; try again.', SOON)),
  entry(
    RecordFromNewer,
    () =>
      new HttpProblem(
        'unavailable',
        'A newer release of the server stored this video in a format that this one does not read; it is left as it is, and is there again when the newer release answers.',
        { retryAfterSeconds: 30 },
      ),
  ),
  entry(
    RecordUnreadable,
    () =>
      new HttpProblem('damaged', 'The stored record of this video is damaged; trying again does not help.'),
  ),
  entry(
    ObjectDamaged,
    () =>
      new HttpProblem(
        'damaged',
        'This file was damaged after it was stored. POST to /api/videos/:id/retry makes a video again; an upload has to be sent again.',
      ),
  ),
  entry(
    StorageUnwritable,
    () =>
      new HttpProblem(
        'unavailable',
        'The server’s disk is full, read-only or closed to it, so nothing can be made right now; finished videos can still be watched.',
        { retryAfterSeconds: 30 },
      ),
  ),
  entry(StorageFailed, () => new HttpProblem('unavailable', STORE_DOWN, SOON)),
  entry(StorageUnknown, () => new HttpProblem('unavailable', STORE_DOWN, SOON)),
  entry(
    QueueUnavailable,
    () =>
      new HttpProblem('unavailable', 'Work cannot be queued right now; try again in a few seconds.', SOON),
  ),
  entry(
    SecretUnavailable,
    () =>
      new HttpProblem(
        'unavailable',
        'The server cannot check this right now; try again in a few seconds.',
        SOON,
      ),
  ),
];

/** Any error as the problem that is answered with. */
export function problemOf(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  const found = TABLE.find(([errorClass]) => error instanceof errorClass);
  if (found && error instanceof Error) return found[1](error);
  return new HttpProblem(
    'internal',
    'The server failed on this request. It is in its log under the id that "instance" names.',
  );
}
