import { ProviderFailed, ProviderRefused } from '@shortfactory/core';

/**
 * `key`: not authenticated. `busy`: rate-limited. `down`: no response, or not a valid one. `request`: the request is
 * wrong for it. `unusable`: a response that cannot be used. `resting`: not called, because it failed too often just
 * now.
 */
export type FailureKind = 'key' | 'busy' | 'down' | 'request' | 'unusable' | 'resting';

const RETRYABLE: ReadonlySet<FailureKind> = new Set(['busy', 'down', 'unusable', 'resting']);

/** One call to a provider failed. The message is a readable sentence and contains nothing that the provider sent. */
export class CallFailed extends ProviderFailed {
  readonly kind: FailureKind;
  /** The pause that the provider asked for. */
  readonly retryAfterMs: number | undefined;
  /** Whether it may have been charged all the same: its work was done, or that is unknown. */
  readonly charged: boolean;

  constructor(
    kind: FailureKind,
    message: string,
    options: { cause?: unknown; retryAfterMs?: number; charged?: boolean } = {},
  ) {
    super(message, { retryable: RETRYABLE.has(kind), cause: options.cause });
    this.kind = kind;
    this.retryAfterMs = options.retryAfterMs;
    this.charged = options.charged ?? kind === 'unusable';
  }
}

/** A provider declined the request, and this is its cost. */
export class CallRefused extends ProviderRefused {
  /** Undefined when the provider does not state it in a usable way. */
  readonly usd: number | undefined;
  constructor(message: string, usd: number | undefined) {
    super(message);
    this.usd = usd;
  }
}

/** The data of a rejected HTTP request: status, the code of the reason in the body, and when to retry. */
export interface Rejection {
  readonly status: number;
  /** The provider's own code, such as RESOURCE_EXHAUSTED or quota_exceeded. */
  readonly code?: string;
  /** The provider's own message: for the log only, as the cause. */
  readonly words?: string;
  readonly retryAfterMs?: number;
}

const MAX_WORDS = 300;

/** Maps an HTTP status and a provider's code to the failure. `keyName` is the variable of its key. */
export function rejected(
  label: string,
  keyName: string,
  { status, code, words, retryAfterMs }: Rejection,
): ProviderFailed {
  if (status < 500 && DECLINED.test(code ?? ''))
    return new CallRefused(`${label} declined this text by its content rules; say it in other words.`, 0);
  const cause = new Error(`HTTP ${status}${code ? ` ${code}` : ''}: ${(words ?? '').slice(0, MAX_WORDS)}`);
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  const [kind, message] = explain(label, keyName, status, code);
  return new CallFailed(kind, message, { cause, ...wait });
}

/** Codes such as content_against_policy. */
const DECLINED = /polic|moderat|safety|prohibited|content_filter/i;
const KEY_CODES = new Set([
  'API_KEY_INVALID',
  'invalid_api_key',
  'missing_permissions',
  'needs_authorization',
]);
const QUOTA_CODES = new Set(['quota_exceeded', 'insufficient_credits', 'insufficient_quota']);

function explain(label: string, keyName: string, status: number, code = ''): readonly [FailureKind, string] {
  if (QUOTA_CODES.has(code) || status === 402)
    return ['key', `The ${label} account has nothing left to spend; top it up, or raise its limit.`];
  if (status === 401 || status === 403 || KEY_CODES.has(code))
    return ['key', `${label} did not accept the key in ${keyName}, or does not allow it this service.`];
  if (status === 404) return ['request', `${label} does not know the model or voice that it was asked for.`];
  if (status === 429) return ['busy', `${label} gets too many requests at the moment.`];
  if (status === 408 || status >= 500)
    return ['down', `${label} has a fault of its own at the moment (HTTP ${status}).`];
  return ['request', `${label} did not accept the request (HTTP ${status}).`];
}
