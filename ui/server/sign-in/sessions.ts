import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'koa';
import type { Env } from '../../app/env.server.ts';
import type { Person } from '../../app/shared/account/account.ts';
import { readCookie, writeCookie } from './cookies.ts';
import type { Sealed, Sealing } from './sealing.ts';

const COOKIE = 'sf_session';
const PURPOSE = 'session';
const DAY_SECONDS = 86_400;
/** A session that is used is sealed anew this often: its idle time counts from there. */
const RENEW_SECONDS = 3600;
const SUBJECT = /^[A-Za-z0-9_-]{43}$/;
const ID = /^[0-9a-f]{32}$/;

type SessionEnv = Pick<Env, 'SESSION_DAYS' | 'SESSION_IDLE_DAYS' | 'SESSION_EPOCH'>;

/** What a cookie says. Times in seconds since 1970. */
export interface Session {
  readonly person: Person;
  /** 128 random bits, by which it can be ended from elsewhere. */
  readonly id: string;
  readonly begunAt: number;
  readonly sealedAt: number;
}

/** Sessions in one sealed cookie. Each ends after a time, earlier without use, and with its epoch. */
export class Sessions {
  readonly #sealing: Sealing;
  readonly #env: SessionEnv;

  constructor(sealing: Sealing, env: SessionEnv) {
    this.#sealing = sealing;
    this.#env = env;
  }

  /** What this browser's cookie says; one that is cut, old or from elsewhere counts as none. */
  async read(ctx: Context): Promise<Session | undefined> {
    const opened = await this.#sealing.open(PURPOSE, readCookie(ctx, COOKIE));
    if (!opened || opened.claims['epoch'] !== this.#env.SESSION_EPOCH) return undefined;
    const person = personIn(opened.claims);
    const begunAt = Number(opened.claims['begun']);
    if (!person || !(begunAt + this.#env.SESSION_DAYS * DAY_SECONDS > secondsNow())) return undefined;
    return { person, id: idIn(opened.claims), begunAt, sealedAt: opened.sealedAt };
  }

  async begin(ctx: Context, person: Person): Promise<Session> {
    const now = secondsNow();
    const session = { person, id: randomBytes(16).toString('hex'), begunAt: now, sealedAt: now };
    await this.#write(ctx, session);
    return session;
  }

  /** Its idle time counts from now. */
  async renew(ctx: Context, session: Session): Promise<void> {
    if (secondsNow() - session.sealedAt > RENEW_SECONDS) await this.#write(ctx, session);
  }

  end(ctx: Context): void {
    writeCookie(ctx, COOKIE, '', 0);
  }

  /** When it ends if it is not used any more, in seconds since 1970. */
  endOf({ begunAt }: Pick<Session, 'begunAt'>): number {
    const { SESSION_DAYS, SESSION_IDLE_DAYS } = this.#env;
    return Math.min(begunAt + SESSION_DAYS * DAY_SECONDS, secondsNow() + SESSION_IDLE_DAYS * DAY_SECONDS);
  }

  async #write(ctx: Context, session: Session): Promise<void> {
    const { person, id, begunAt } = session;
    const seconds = this.endOf(session) - secondsNow();
    const claims = { ...person, sid: id, begun: begunAt, epoch: this.#env.SESSION_EPOCH };
    writeCookie(ctx, COOKIE, await this.#sealing.seal(PURPOSE, claims, seconds), seconds);
  }
}

function secondsNow(): number {
  return Math.floor(Date.now() / 1000);
}

/** Cookies of versions before sessions were listed have none: theirs is the same with each request. */
function idIn({ sid, subject, begun }: Sealed): string {
  if (typeof sid === 'string' && ID.test(sid)) return sid;
  return createHash('sha256')
    .update(JSON.stringify([subject, begun]))
    .digest('hex')
    .slice(0, 32);
}

function personIn({ subject, name, address, role }: Sealed): Person | undefined {
  if (typeof subject !== 'string' || !SUBJECT.test(subject) || typeof name !== 'string') return undefined;
  return {
    subject,
    name,
    ...(typeof address === 'string' ? { address } : {}),
    role: role === 'admin' ? 'admin' : 'member',
  };
}
