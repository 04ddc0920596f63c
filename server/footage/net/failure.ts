import { ProviderFailed } from '@shortfactory/core';

/** A source did not answer as it should. The message is a sentence without anything that it sent, its address or a key. */
export class SourceFailed extends ProviderFailed {
  /** How long it is better left alone. */
  readonly restMs: number | undefined;
  constructor(message: string, options: { cause?: unknown; restMs?: number; retryable?: boolean } = {}) {
    super(message, { retryable: options.retryable ?? true, cause: options.cause });
    this.restMs = options.restMs;
  }
}
