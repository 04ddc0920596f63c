import type { RevisionState, ServiceState, Shift } from './service-state.ts';

/**
 * What a call that failed means. Absence is only what says nothing else: everything that follows from it creates.
 * absent: there is no such thing, in the platform's own words for exactly that.
 * refused: the caller may not know or do it.
 * passing: too much at once, or out of order; the same call may succeed later.
 */
export type FailureKind = 'absent' | 'refused' | 'passing' | 'unknown';

/** The platform did not do what it was asked; the message is one sentence in its own words. */
export class CallFailed extends Error {
  override readonly name: string = 'CallFailed';
  readonly kind: FailureKind;
  constructor(message: string, kind: FailureKind) {
    super(message);
    this.kind = kind;
  }
}

/**
 * One Service on a platform. Each method is one try: waiting and trying again are LiveService's. All of them throw
 * CallFailed; after a write that threw, it is not known whether it was made.
 */
export interface ServiceDriver {
  /** What it is now. */
  describe(): Promise<ServiceState>;
  /** Its revisions, newest first; none where there is no such Service. */
  revisions(): Promise<RevisionState[]>;
  /** What a replace would make of it, by the platform's own dry run; changes nothing. */
  planned(file: string, seen: ServiceState | undefined): Promise<unknown>;
  /** Writes the manifest in place of what was seen, or anew. Does not wait for what follows from it. */
  replace(file: string, seen: ServiceState | undefined): Promise<void>;
  /** Divides requests, and names tags, in one write over what was seen. */
  shift(change: Shift, seen: ServiceState): Promise<void>;
  /** What the platform says about instances of a revision that do not get ready; undefined when it says nothing. Never throws. */
  why(revision: string): Promise<string | undefined>;
  /** Words for a person: how to remove the Service, which no command of ours does. */
  readonly removal: string;
}
