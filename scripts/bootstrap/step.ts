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
  /** A `describe` (or a `list`, where only an empty answer means absent). */
  readonly look?: readonly string[];
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
