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

type SessionEnv = Pick<Env, 'SESSION_DAYS' | 'SESSION_IDLE_DAYS' | 'SESSION_EPOCH'>;

/** Sessions in one sealed cookie: there is no store. Each ends after a time, earlier without use, and with its epoch. */
export class Sessions {
  readonly #sealing: Sealing;
  readonly #env: SessionEnv;

  constructor(sealing: Sealing, env: SessionEnv) {
    this.#sealing = sealing;
    this.#env = env;
  }

  /** Who has signed in with this browser; a cookie that is cut, old or from elsewhere counts as none. */
  async read(ctx: Context): Promise<Person | undefined> {
    const opened = await this.#sealing.open(PURPOSE, readCookie(ctx, COOKIE));
    if (!opened || opened.claims['epoch'] !== this.#env.SESSION_EPOCH) return undefined;
    const person = personIn(opened.claims);
    const begunAt = Number(opened.claims['begun']);
    const now = Math.floor(Date.now() / 1000);
    if (!person || !(begunAt + this.#env.SESSION_DAYS * DAY_SECONDS > now)) return undefined;
    if (now - opened.sealedAt > RENEW_SECONDS) await this.#write(ctx, person, begunAt);
    return person;
  }

  begin(ctx: Context, person: Person): Promise<void> {
    return this.#write(ctx, person, Math.floor(Date.now() / 1000));
  }

  end(ctx: Context): void {
    writeCookie(ctx, COOKIE, '', 0);
  }

  async #write(ctx: Context, person: Person, begunAt: number): Promise<void> {
    const { SESSION_DAYS, SESSION_IDLE_DAYS, SESSION_EPOCH } = this.#env;
    const left = begunAt + SESSION_DAYS * DAY_SECONDS - Math.floor(Date.now() / 1000);
    const seconds = Math.min(left, SESSION_IDLE_DAYS * DAY_SECONDS);
    const claims = { ...person, begun: begunAt, epoch: SESSION_EPOCH };
    writeCookie(ctx, COOKIE, await this.#sealing.seal(PURPOSE, claims, seconds), seconds);
  }
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
