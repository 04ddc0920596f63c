/** One gcloud command. `--project` and `--quiet` are added when it is run. */
export interface Command {
  readonly args: readonly string[];
  /** Goes by standard input, and is never printed: a secret. Made only when the command is run. */
  readonly stdin?: () => string;
  /** What it makes may be there already, made between the look and the command. */
  readonly mayExist?: boolean;
}

/** A document that is sent to an API for which gcloud has no command. What is there already is left alone. */
export interface Post {
  readonly url: string;
  readonly file: string;
}

/**
 * Something that has to be there. Running a step again changes nothing that is right: what can be looked up is made
 * only when it is absent, and the rest are commands that say how it shall be.
 */
export interface Step {
  /** What --only takes. */
  readonly id: string;
  readonly title: string;
  readonly parts: readonly Part[];
}

export interface Part {
  /** A `describe`, or a `list`, of which an empty answer means absent. */
  readonly look?: readonly string[];
  /** With a `describe`: the list that must be empty too before what it does not find counts as absent. */
  readonly proof?: readonly string[];
  /** Throws when what was found is not ours to change. */
  readonly check?: (found: unknown) => void;
  /** Run when the look found nothing. */
  readonly create?: readonly Command[];
  /** Run when the look found it. */
  readonly whenFound?: readonly Command[];
  /** Run every time. */
  readonly always?: readonly Command[];
  readonly posts?: readonly Post[];
  /** A sentence for the person, said when the look found nothing: what cannot be done for them. */
  readonly note?: string;
}

export function command(...args: string[]): Command {
  return { args };
}

/** A filter of `list` for one name, whether the list gives it alone or at the end of a path. */
export function named(name: string): string {
  return `--filter=name~"(^|/)${name}$"`;
}
