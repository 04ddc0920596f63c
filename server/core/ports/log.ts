/** Facts beside a message. Identifiers, numbers and names of ours; never a person's text, never a secret. */
export interface LogFields {
  readonly jobId?: string;
  readonly requestId?: string;
  readonly stage?: string;
  /** Links the line with the request's trace. */
  readonly trace?:
    { readonly traceId: string; readonly spanId?: string; readonly sampled: boolean } | undefined;
  /** Its message, class and stack are written; a cause too. */
  readonly error?: unknown;
  readonly [name: string]: unknown;
}

/**
 * Where the server says what it does: one sentence and its facts. Topics, scripts and other words of a person go to
 * `debug` only. Never throws.
 */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  /** A log that adds these facts to every line. */
  with(fields: LogFields): Log;
}
