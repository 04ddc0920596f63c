import { LONGEST_SESSION_MS, NotFound, changeObject } from '@shortfactory/core';
import type { Clock, VersionedObjects } from '@shortfactory/core';
import { NO_SESSIONS, decodeSessions, encodeSessions, sessionsName } from './session-record.ts';
import type { PersonSession, SessionsRecord } from './session-record.ts';

export interface PersonSessionsOptions {
  readonly objects: VersionedObjects;
  readonly clock: Clock;
  /** 40 hex digits. */
  readonly ownerHash: (owner: string) => string;
}

/** A session as who keeps its cookie knows it. */
export interface ToldSession extends Omit<PersonSession, 'usedMs'> {
  /** It has just begun, so that what ended before it says nothing of it. */
  readonly isNew: boolean;
}

/** Whoever begins one more ends the one that was not used for the longest time. */
const MOST_SESSIONS = 20;
const MOST_ENDED = 100;
/** A use is written when the one that is known is older: one write in this time, however many pages are looked at. */
const USE_EVERY_MS = 10 * 60 * 1000;

/**
 * Where people are signed in. One object a person, changed by compare-and-swap; a session that was ended stays ended,
 * whoever tells of it later. It is read with each question: who asks for each page keeps the answer for a moment.
 */
export class PersonSessions {
  readonly #options: PersonSessionsOptions;

  constructor(options: PersonSessionsOptions) {
    this.#options = options;
  }

  /** Of a person, the one that was used last first. Throws StorageFailed, RecordUnreadable. */
  async list(owner: string): Promise<readonly PersonSession[]> {
    const object = await this.#options.objects.get(this.#name(owner));
    return object ? underWay(decodeSessions(object.bytes), this.#options.clock.nowMs()) : [];
  }

  /**
   * Notes that a session is used, and lists one that is not; whether it goes on. The same may be told again. Throws
   * StorageFailed, StorageUnknown, RecordUnreadable.
   */
  async note(owner: string, { isNew, ...told }: ToldSession): Promise<boolean> {
    let goesOn = false;
    await this.#change(owner, (before, nowMs) => {
      const known = before.sessions.find(({ id }) => id === told.id);
      goesOn =
        known !== undefined ||
        (before.ended.every(({ id }) => id !== told.id) && (isNew || told.begunMs > before.endedUntilMs));
      if (!goesOn || (known && nowMs - known.usedMs < USE_EVERY_MS)) return undefined;
      const others = before.sessions.filter(({ id }) => id !== told.id);
      const all = [{ ...told, usedMs: nowMs }, ...others];
      return without(before, all, all.slice(MOST_SESSIONS));
    });
    return goesOn;
  }

  /** Ends one for good. Throws NotFound for one that is not known, StorageFailed. */
  async end(owner: string, id: string): Promise<void> {
    await this.#change(owner, (before) => {
      if (before.ended.some((each) => each.id === id)) return undefined;
      const session = before.sessions.find((each) => each.id === id);
      if (!session) throw new NotFound('There is no session with this id.');
      return without(before, before.sessions, [session]);
    });
  }

  /** Ends all but one, also those that are not in the list. Throws NotFound where that one is not known, StorageFailed. */
  async endOthers(owner: string, id: string): Promise<void> {
    const { clock } = this.#options;
    const untilMs = clock.nowMs();
    await this.#change(owner, (before) => {
      if (before.sessions.every((each) => each.id !== id))
        throw new NotFound('There is no session with this id.');
      const others = before.sessions.filter((each) => each.id !== id);
      const next = without(before, before.sessions, others);
      return { ...next, endedUntilMs: Math.max(next.endedUntilMs, untilMs) };
    });
  }

  /** Ends all of a person and forgets what is known of them. False where there was none. Throws StorageFailed. */
  async forget(owner: string): Promise<boolean> {
    const untilMs = this.#options.clock.nowMs();
    return this.#change(owner, ({ sessions, ended, endedUntilMs }) => {
      if (sessions.length + ended.length === 0) return undefined;
      const begunMs = [...sessions, ...ended].map((each) => each.begunMs);
      return { ...NO_SESSIONS, endedUntilMs: Math.max(endedUntilMs, untilMs, ...begunMs) };
    });
  }

  #name(owner: string): string {
    return sessionsName(this.#options.ownerHash(owner));
  }

  #change(
    owner: string,
    next: (before: SessionsRecord, nowMs: number) => SessionsRecord | undefined,
  ): Promise<boolean> {
    const { clock } = this.#options;
    return changeObject(this.#options, this.#name(owner), (object) => {
      const nowMs = clock.nowMs();
      const after = next(object ? decodeSessions(object.bytes) : NO_SESSIONS, nowMs);
      return after && encodeSessions(bounded(after, nowMs));
    });
  }
}

function underWay({ sessions }: SessionsRecord, nowMs: number): PersonSession[] {
  return sessions.filter(({ endsMs }) => endsMs > nowMs);
}

/** With these sessions except the ones that end. */
function without(
  before: SessionsRecord,
  sessions: readonly PersonSession[],
  over: readonly PersonSession[],
): SessionsRecord {
  const gone = new Set(over.map(({ id }) => id));
  return {
    ...before,
    sessions: sessions.filter(({ id }) => !gone.has(id)),
    ended: [...over.map(({ id, begunMs }) => ({ id, begunMs })), ...before.ended],
  };
}

/** Without what is over by itself. An end that is forgotten to stay small stands for all that began before it. */
function bounded(record: SessionsRecord, nowMs: number): SessionsRecord {
  const ended = record.ended.filter(({ begunMs }) => begunMs + LONGEST_SESSION_MS > nowMs);
  const forgotten = ended.slice(MOST_ENDED).map(({ begunMs }) => begunMs);
  return {
    sessions: underWay(record, nowMs),
    ended: ended.slice(0, MOST_ENDED),
    endedUntilMs: Math.max(record.endedUntilMs, ...forgotten),
  };
}
