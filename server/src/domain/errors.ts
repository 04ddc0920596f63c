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
  constructor(where: string, problem: string) {
    super(where === '' ? problem : `${where}: ${problem}`);
    this.where = where;
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

/** ffmpeg could not do its part; the message holds its own last words, without paths. */
export class RenderFailed extends DomainError {}

/** A place to write is full, missing or not writable; the message names it. */
export class StorageFailed extends DomainError {}

/** The environment does not fit: every bad variable, one a line. */
export class ConfigInvalid extends DomainError {}
