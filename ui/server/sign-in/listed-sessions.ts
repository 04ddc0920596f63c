import type { SessionListJson } from '@shortfactory/contract';
import type { VisitorApi } from '../../app/shared/api/api.server.ts';
import type { DeviceFacts } from './device.ts';
import type { Session } from './sessions.ts';

/** So long an answer of the API counts; an older one counts while another is asked for, and then no more. */
const FRESH_MS = 2000;
const MOST_MS = 4000;
/** No page waits longer: an API that is away ends nobody's session. */
const WAIT_MS = 1000;
const MOST_KNOWN = 10_000;

/** A session with the API as its person asks it. */
export interface AskedSession extends Session, DeviceFacts {
  readonly endsAt: number;
  readonly api: Pick<VisitorApi, 'noteSession' | 'sessions' | 'endSession' | 'endOtherSessions'>;
}

interface Known {
  readonly subject: string;
  readonly isLive: boolean;
  /** When the question began to which this is the answer. */
  readonly askedMs: number;
  readonly asking: Promise<void> | undefined;
}

/**
 * Which sessions go on, as the API has them for all processes of this server. A session that was ended anywhere is refused
 * here within five seconds; one of which the API does not answer goes on.
 */
export class ListedSessions {
  readonly #known = new Map<string, Known>();

  /** Tells the API of one that begins. Waits a second at the most: what was not heard is told again with the next page. */
  async begin(session: AskedSession): Promise<void> {
    await waited(this.#ask(session, true));
  }

  /** Whether a session goes on. Most often without a question, or not waiting for it. */
  async goesOn(session: AskedSession): Promise<boolean> {
    const known = this.#known.get(session.id);
    const age = known ? Date.now() - known.askedMs : Infinity;
    if (known?.isLive === false) return false;
    if (age >= FRESH_MS) {
      const asking = known?.asking ?? this.#ask(session, false);
      if (age >= MOST_MS) await waited(asking);
    }
    return this.#known.get(session.id)?.isLive ?? true;
  }

  /** Of a session's person. Throws ApiProblem, ApiUnreachable. */
  async list({ api }: AskedSession): Promise<SessionListJson['sessions']> {
    return (await api.sessions()).sessions;
  }

  /** Ends one of the person's, here at once. Throws ApiProblem, ApiUnreachable. */
  async end({ api, person }: AskedSession, id: string): Promise<void> {
    await api.endSession(id);
    this.#set(id, { subject: person.subject, isLive: false, askedMs: Date.now(), asking: undefined });
  }

  /** Ends all of the person's but this one. Throws ApiProblem, ApiUnreachable. */
  async endOthers({ api, person, id }: AskedSession): Promise<void> {
    await api.endOtherSessions(id);
    for (const [each, { subject, isLive }] of this.#known)
      if (each !== id && subject === person.subject && isLive) this.#known.delete(each);
  }

  #ask({ id, person, api, begunAt, endsAt, device, browser }: AskedSession, isNew: boolean): Promise<void> {
    const askedMs = Date.now();
    const { subject } = person;
    const before = this.#known.get(id);
    const facts = { ...(device && { device }), ...(browser && { browser }) };
    const asking = api
      .noteSession(id, { ...facts, begunAt: time(begunAt), endsAt: time(endsAt), isNew })
      .then(
        ({ live }) => ({ isLive: live, askedMs }),
        // Asked again after a while, so that not every page waits.
        () => ({ isLive: true, askedMs: Date.now() }),
      )
      .then((answer) => {
        // Whoever has ended it meanwhile knows better.
        if (this.#known.get(id)?.isLive !== false) this.#set(id, { subject, ...answer, asking: undefined });
      });
    this.#set(id, { subject, isLive: true, askedMs: before?.askedMs ?? 0, asking });
    return asking;
  }

  #set(id: string, known: Known): void {
    this.#known.delete(id);
    this.#known.set(id, known);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST_KNOWN && oldest !== undefined) this.#known.delete(oldest);
  }
}

async function waited(asking: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([asking, new Promise((resolve) => (timer = setTimeout(resolve, WAIT_MS)))]);
  clearTimeout(timer);
}

function time(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
