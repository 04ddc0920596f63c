import type { ClaimJson, JobListJson, SessionListJson } from '@shortfactory/contract';

/** Who has signed in, as the issuer says. */
export interface Person {
  /** Of issuer and subject: the same on every browser, and what the API knows the person by. */
  readonly subject: string;
  readonly name: string;
  readonly address?: string;
  readonly role: 'member' | 'admin';
}

/** A question to the issuer that was not answered as it should be. */
export interface Asked {
  readonly atMs: number;
  /** Such as "no answer in 5 s". */
  readonly answer: string;
}

/** Where a person is signed in. Every method throws ApiProblem and ApiUnreachable. */
export interface PersonSessions {
  /** The one of this browser, and when it ends without use (RFC 3339). */
  readonly here: string;
  readonly endsAt: string;
  list(): Promise<SessionListJson['sessions']>;
  end(id: string): Promise<void>;
  endOthers(): Promise<void>;
}

/** Signing in, as pages see it; there is none where nobody signs in. */
export interface SignIn {
  /** What people call the issuer. */
  readonly name: string;
  /** The host to which people are sent. */
  readonly host: string;
  /** Whether one may go on without signing in. */
  readonly visitors: boolean;
  /** Whose people may enter; everybody's where it is empty. */
  readonly domains: readonly string[];
  readonly idleDays: number;
  readonly person: Person | undefined;
  /** Of that person. */
  readonly sessions: PersonSessions | undefined;
  /** Asks the issuer, unless it was asked a moment ago: the last questions that it left unanswered, newest first; none while it answers. */
  unanswered(): Promise<readonly Asked[]>;
  /** The account in a refusal that was sent here; undefined for anything that this server did not write. */
  refused(sealed: string): Promise<string | undefined>;
}

/** What this browser made before the person signed in with it. */
export interface MadeHere {
  videos(limit: number): Promise<JobListJson>;
  /** Makes these videos the person's, with all batches and webhooks where that is wanted; safe to repeat. */
  take(ids: readonly string[], withAll: boolean): Promise<ClaimJson>;
}

/** Where one goes after signing in: a path of our own, or `/videos`. Another host's address never is one. */
export function ownPath(text: string | null | undefined): string {
  if (!text || text.length > 1000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text)) return '/videos';
  const { origin, pathname, search, hash } = new URL(text, 'http://here.invalid');
  const isOurs = origin === 'http://here.invalid' && !/^\/(?:auth|api)(?:\/|$)/.test(pathname);
  return isOurs && !pathname.startsWith('//') ? pathname + search + hash : '/videos';
}
