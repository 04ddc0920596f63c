import { DomainError, StorageFailed } from '@shortfactory/core';

/**
 * What became of a request, told from its error:
 * - `absent`: there is no such object (or upload session).
 * - `precondition`: another generation stands there.
 * - `range`: the range is not within the object.
 * - `refused`: it was not done, and would not be done another time either.
 * - `busy`: it was not done; too much was asked at once.
 * - `unsent`: it never got there.
 * - `unknown`: no answer, or one that says nothing: it may have been done.
 */
export type GcsOutcome = 'absent' | 'precondition' | 'range' | 'refused' | 'busy' | 'unsent' | 'unknown';

/** Of these it is certain that nothing was done. */
export const NOT_DONE: readonly GcsOutcome[] = ['refused', 'busy', 'unsent', 'range'];
/** After these, what may be done twice is tried again. */
export const TRY_AGAIN: readonly GcsOutcome[] = ['busy', 'unsent', 'unknown'];

const BY_STATUS: Readonly<Record<number, GcsOutcome>> = {
  404: 'absent',
  408: 'unknown',
  410: 'absent',
  412: 'precondition',
  416: 'range',
  429: 'busy',
};
const UNSENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN'];
const NO_BUCKET = /bucket does not exist/i;
const NO_TOKEN = /could not (load the default credentials|refresh access token)|metadata server/i;

/** An answer of the API that is none of the wanted ones. */
export class GcsAnswer extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export function outcomeOf(cause: unknown): GcsOutcome {
  if (cause instanceof DomainError) return 'refused';
  const status = statusOf(cause);
  const text = textOf(cause);
  if (status !== undefined) {
    if (NO_BUCKET.test(text)) return 'refused';
    return BY_STATUS[status] ?? (status >= 400 && status < 500 ? 'refused' : 'unknown');
  }
  if (NO_TOKEN.test(text) || codesOf(cause).some((code) => UNSENT.includes(code))) return 'unsent';
  return 'unknown';
}

/**
 * An error of the client as one sentence that names the bucket and what to do; one of our own as it is. The client's
 * own errors hold requests, and with them tokens: of them only the status or code goes on.
 */
export function gcsFailure(bucket: string, cause: unknown): DomainError {
  if (cause instanceof DomainError) return cause;
  const status = statusOf(cause);
  const code = status ?? codesOf(cause)[0] ?? (cause instanceof Error ? cause.name : 'unknown');
  return new StorageFailed(`The bucket ${bucket} ${reason(status, cause)} (${code}).`, {
    cause: new Error(`${code}: ${textOf(cause).slice(0, 200)}`),
  });
}

function reason(status: number | undefined, cause: unknown): string {
  // A missing object is a value; where it fails, the bucket is missing.
  if (status === 404) return 'does not exist; create it or correct GCS_BUCKET_NAME';
  if (status === 401 || status === 403)
    return 'is closed to this service; give its account the role Storage Object User on the bucket';
  if (status === 429) return 'is asked for too much at once; try again in a moment';
  if (status !== undefined && status >= 500) return 'has trouble of its own; try again in a moment';
  if (status !== undefined) return 'refused what was asked';
  if (NO_TOKEN.test(textOf(cause)))
    return 'cannot be used, because this service has no credentials; run it with a service account';
  if (outcomeOf(cause) === 'unsent') return 'could not be reached; check the network';
  return 'did not answer, or not in full; try again in a moment';
}

/** The client gives the HTTP status as `code`, `status` or `response.status`, as a number or in digits. */
function statusOf(cause: unknown): number | undefined {
  for (const value of [
    field(cause, 'status'),
    field(cause, 'code'),
    field(field(cause, 'response'), 'status'),
  ]) {
    const status = Number(value);
    if (Number.isInteger(status) && status >= 100 && status < 600) return status;
  }
  return undefined;
}

/** 'ECONNRESET' and so on, of the error and of what caused it. */
function codesOf(cause: unknown): string[] {
  const codes = [field(cause, 'code'), field(cause, 'errno')].filter((code) => typeof code === 'string');
  const inner = field(cause, 'cause');
  return inner === undefined || inner === cause ? codes : [...codes, ...codesOf(inner)];
}

function textOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
