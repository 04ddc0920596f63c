import type { QuotaState } from './money/quota.ts';

/**
 * Errors that a person caused or must act on. Each has one clear sentence as its message: where, what is wrong, what
 * was expected. The doors (CLI, HTTP) map the class to an exit code or a status, never the text.
 */
export abstract class DomainError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** What was asked for cannot be used: the sentence says where and what was expected. Asking again unchanged fails again. */
export class InputInvalid extends DomainError {
  /** JSON pointer or option name of the bad value, when there is one. */
  readonly where: string;
  /** The message without its place, for a caller that has a better name for it. */
  readonly problem: string;
  constructor(where: string, problem: string) {
    super(where === '' ? problem : `${where}: ${problem}`);
    this.where = where;
    this.problem = problem;
  }
}

/** A script cannot be spoken, drawn or captioned as it stands; names the scene. */
export class ScriptInvalid extends InputInvalid {}

/** The captions do not match the narration: a word is missing, doubled, out of order or outside the audio. */
export class CaptionsInvalid extends DomainError {}

/** A provider (writer, illustrator, narrator) did not deliver. `retryable` says whether trying again may help. */
export class ProviderFailed extends DomainError {
  readonly retryable: boolean;
  constructor(message: string, options: { retryable: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.retryable = options.retryable;
  }
}

/** A provider declined for what was asked, not for want of service: asking again unchanged is declined again. */
export class ProviderRefused extends ProviderFailed {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, { retryable: false, ...options });
  }
}

/** ffmpeg could not do its part; the message ends with its last line of output, without paths. */
export class RenderFailed extends DomainError {}

/** A program that does part of the work was killed, and not by us: mostly for want of memory. Trying again is safe. */
export class ProgramKilled extends DomainError {
  /** What it was to do: "encode a clip". */
  readonly doing: string;
  /** SIGKILL and so on, or the code of a start for which there was no room. */
  readonly signal: string;
  constructor(doing: string, signal: string, options?: ErrorOptions) {
    super(
      `The video encoder was killed (${signal}) while it was to ${doing}; the machine probably ran out of memory.`,
      options,
    );
    this.doing = doing;
    this.signal = signal;
  }
}

/** The process that makes videos died or hung, or is shutting down. Trying again is safe: what was finished is kept. */
export class PipelineProcessLost extends DomainError {}

/** A place to write is full, missing or not writable; the message names it. */
export class StorageFailed extends DomainError {}

/** A job's record is damaged, or of a version that this release does not read. Reading it again does not help. */
export class RecordUnreadable extends StorageFailed {}

/** A newer release wrote a job's record in a version that this one does not know. It is left as it is. */
export class RecordFromNewer extends RecordUnreadable {}

/** Nothing can be written where it has to be: the disk is full, read-only or closed to us. Reading may still work. */
export class StorageUnwritable extends StorageFailed {}

/** What stands in the store is not what was stored: cut short or changed. Reading it again does not help. */
export class ObjectDamaged extends StorageFailed {}

/** An invalid environment: every bad variable, one a line. */
export class ConfigInvalid extends DomainError {}

/** A port to listen on cannot be had; the sentence says why and what to do. */
export class PortUnavailable extends DomainError {}

/** A write whose answer was lost: it may stand or not. Never taken for "not applied"; read back and look. */
export class StorageUnknown extends DomainError {}

/** The queue did not take a job. Trying again is safe. */
export class QueueUnavailable extends DomainError {}

/** A secret could not be read. The message never holds a value. */
export class SecretUnavailable extends DomainError {}

/** What was asked for does not exist, or is not the asker's to see: both look the same. */
export class NotFound extends DomainError {}

/** It exists and may be seen, but only its owner may change it. */
export class NotYours extends DomainError {}

/** The state that it is in does not allow what was asked: cancel after done, retry of what has not failed. */
export class Conflict extends DomainError {}

/** The same Idempotency-Key came with another body. */
export class IdempotencyMismatch extends DomainError {}

/** A limit on money or amount was reached; the message says which and when to try again. */
export class LimitReached extends DomainError {
  readonly retryAfterSeconds: number | undefined;
  constructor(message: string, retryAfterSeconds?: number) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** What an owner may have in a day is used up. */
export class QuotaReached extends LimitReached {
  readonly quotas: readonly QuotaState[];
  constructor(message: string, retryAfterSeconds: number, quotas: readonly QuotaState[]) {
    super(message, retryAfterSeconds);
    this.quotas = quotas;
  }
}
