import type { Context, Middleware } from 'koa';
import type { Env } from '../../app/env.server.ts';
import { ownPath } from '../../app/shared/account/account.ts';
import type { Person, SignIn } from '../../app/shared/account/account.ts';
import { isApiProblem, isApiUnreachable } from '../../app/shared/api/api-errors.ts';
import type { Api } from '../../app/shared/api/api.server.ts';
import type { Logger } from '../log/logger.ts';
import { originOf } from '../requests/asked-origin.ts';
import { refuse, rememberPerson } from '../requests/person.ts';
import { PERSON_HEADER, visitorBefore, whereFrom } from '../requests/visitor.ts';
import { admit } from './admission.ts';
import { IssuerDown } from './bounded-fetch.ts';
import { readCookie, writeCookie } from './cookies.ts';
import { deviceOf } from './device.ts';
import { Issuer, NotBegunHere, SaidNo, Unproven } from './issuer.ts';
import type { Begun } from './issuer.ts';
import { ListedSessions } from './listed-sessions.ts';
import type { AskedSession } from './listed-sessions.ts';
import { createSealing } from './sealing.ts';
import type { Sealing } from './sealing.ts';
import { Sessions } from './sessions.ts';
import type { Session } from './sessions.ts';

const PAGE = '/auth/sign-in';
const CALLBACK = '/auth/callback';
/** How long a person may take at the issuer. */
const BEGUN_SECONDS = 900;
const REFUSED_SECONDS = 300;
/** Open to who has not signed in where visitors may not enter. */
const OPEN_PATH = /^\/(?:auth\/|s\/|api\/shared\/|theme$)/;

/** Why the page of sign-in is shown again; its words stand there. */
type Why = 'begun' | 'down' | 'unproven' | 'out';

/**
 * Signing in by an OpenID provider: its addresses `/auth/begin`, `/auth/callback` and `/auth/sign-out`, and who each
 * request is from. Each sign-in that is begun has a cookie of its own, so that two tabs do not disturb one another.
 */
export class OidcSignIn {
  readonly #env: Env;
  readonly #logger: Pick<Logger, 'warn' | 'info'>;
  readonly #issuer: Issuer;
  readonly #sealing: Sealing;
  readonly #api: Pick<Api, 'as'>;
  readonly #sessions: Sessions;
  readonly #listed = new ListedSessions();
  readonly #signedIn = new WeakMap<Context['req'], AskedSession>();

  constructor(env: Env, api: Pick<Api, 'as'>, logger: Pick<Logger, 'warn' | 'info'>) {
    const { OIDC_ISSUER = '', OIDC_CLIENT_ID = '', OIDC_CLIENT_SECRET = '', COOKIE_KEYS = [] } = env;
    this.#env = env;
    this.#api = api;
    this.#logger = logger;
    this.#issuer = new Issuer({ ...env, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET });
    this.#sealing = createSealing(COOKIE_KEYS, `${OIDC_ISSUER} ${OIDC_CLIENT_ID}`);
    this.#sessions = new Sessions(this.#sealing, env);
  }

  /** Whether the issuer answered when it was last asked, for /health, which waits for nobody. */
  state(): Issuer['state'] {
    void this.#issuer.unanswered();
    return this.#issuer.state;
  }

  /** Finds out who a request is from, answers the addresses of sign-in, and keeps visitors out where they may not enter. */
  middleware(): Middleware {
    return async (ctx, next) => {
      const session = await this.#underWay(ctx);
      const person = session?.person;
      if (session) {
        this.#signedIn.set(ctx.req, session);
        rememberPerson(ctx.req, session.person.subject, session.person.role);
      }
      if (ctx.path === '/auth/begin' && ctx.method === 'GET') return this.#begin(ctx);
      if (ctx.path === CALLBACK && ctx.method === 'GET') return this.#finish(ctx, person);
      if (ctx.path === '/auth/sign-out' && ctx.method === 'POST') return this.#signOut(ctx, session);
      if (person || this.#env.OIDC_VISITORS || OPEN_PATH.test(ctx.path)) return next();
      if (ctx.method !== 'GET' || ctx.path.startsWith('/api/') || ctx.path.endsWith('.data'))
        return refuse(ctx, 401, 'Only who has signed in may do this.');
      goTo(ctx, `${PAGE}?${new URLSearchParams({ back: ctx.url })}`);
    };
  }

  /** What pages see of it. */
  pageOf(ctx: Context): SignIn {
    const { OIDC_NAME, OIDC_ISSUER = '', OIDC_VISITORS, OIDC_DOMAINS, SESSION_IDLE_DAYS } = this.#env;
    const host = new URL(OIDC_ISSUER).host;
    const session = this.#signedIn.get(ctx.req);
    return {
      name: OIDC_NAME ?? host,
      host,
      visitors: OIDC_VISITORS,
      domains: OIDC_DOMAINS,
      idleDays: SESSION_IDLE_DAYS,
      person: session?.person,
      sessions: session && {
        here: session.id,
        endsAt: new Date(session.endsAt * 1000).toISOString(),
        list: () => this.#listed.list(session),
        end: (id) => this.#listed.end(session, id),
        endOthers: () => this.#listed.endOthers(session),
      },
      unanswered: () => this.#issuer.unanswered(),
      refused: async (sealed) => {
        const account = (await this.#sealing.open('refused', sealed))?.claims['account'];
        return typeof account === 'string' ? account : undefined;
      },
    };
  }

  /** The session of this browser, unless it was ended elsewhere. */
  async #underWay(ctx: Context): Promise<AskedSession | undefined> {
    const session = await this.#sessions.read(ctx);
    if (!session) return undefined;
    const asked = this.#asked(ctx, session);
    if (await this.#listed.goesOn(asked)) {
      await this.#sessions.renew(ctx, session);
      return asked;
    }
    this.#sessions.end(ctx);
    return undefined;
  }

  #asked(ctx: Context, session: Session): AskedSession {
    return {
      ...session,
      ...deviceOf(ctx.get('user-agent')),
      endsAt: this.#sessions.endOf(session),
      api: this.#api.as({
        token: '',
        whereFrom: { ...whereFrom(ctx, this.#env), [PERSON_HEADER]: session.person.subject },
        requestId: ctx.get('x-request-id'),
      }),
    };
  }

  async #begin(ctx: Context): Promise<void> {
    const back = ownPath(new URLSearchParams(ctx.querystring).get('back'));
    const { protocol } = originOf(ctx.req);
    if (protocol !== 'https' && this.#env.APP_ENV !== 'local')
      return refuse(ctx, 400, 'Signing in needs https: this page was asked for over plain http.');
    try {
      const { url, begun } = await this.#issuer.begin(this.#here(ctx, CALLBACK));
      const sealed = await this.#sealing.seal('begun', { ...begun, back }, BEGUN_SECONDS);
      writeCookie(ctx, begunCookie(begun.state), sealed, BEGUN_SECONDS);
      goTo(ctx, url.href);
    } catch (error) {
      this.#failed(ctx, error, back);
    }
  }

  async #finish(ctx: Context, already: Person | undefined): Promise<void> {
    const state = new URLSearchParams(ctx.querystring).get('state') ?? '';
    const kept = await this.#sealing.open('begun', readCookie(ctx, begunCookie(state)));
    writeCookie(ctx, begunCookie(state), '', 0);
    const back = ownPath(String(kept?.claims['back'] ?? ''));
    try {
      if (!kept) throw new NotBegunHere('no cookie');
      const returnedTo = new URL(this.#here(ctx, ctx.url));
      const claims = await this.#issuer.finish(returnedTo, kept.claims as unknown as Begun);
      const admission = admit(claims, this.#env);
      if ('refused' in admission) return await this.#refuse(ctx, admission.refused, back);
      const session = await this.#sessions.begin(ctx, admission.person);
      await this.#listed.begin(this.#asked(ctx, session));
      this.#logger.info('A person has signed in', { role: admission.person.role });
      const mayHaveMade = visitorBefore(ctx) !== undefined;
      goTo(ctx, mayHaveMade ? `/auth/claim?${new URLSearchParams({ back })}` : back);
    } catch (error) {
      // The other of two tabs: it finds itself signed in.
      if (already && error instanceof NotBegunHere) return goTo(ctx, back);
      this.#failed(ctx, error, back);
    }
  }

  async #signOut(ctx: Context, session: AskedSession | undefined): Promise<void> {
    this.#sessions.end(ctx);
    if (session) await this.#listed.end(session, session.id).catch((error: unknown) => this.#unlisted(error));
    const out = `${PAGE}?why=out`;
    const there = await this.#issuer.signOut(this.#here(ctx, PAGE));
    // The page's policy lets forms lead to the issuer itself and to nobody else.
    goTo(ctx, there && there.origin === issuerOrigin(this.#env) ? there.href : out);
  }

  async #refuse(ctx: Context, account: string, back: string): Promise<void> {
    const refused = await this.#sealing.seal('refused', { account }, REFUSED_SECONDS);
    this.#logger.warn('A person may not enter');
    goTo(ctx, `${PAGE}?${new URLSearchParams({ refused, back })}`);
  }

  /** This browser is signed out all the same; a copy of its cookie is not. */
  #unlisted(error: unknown): void {
    if (!isApiProblem(error) && !isApiUnreachable(error)) throw error;
    this.#logger.warn('A session ended in its browser alone', { reason: error.message });
  }

  #failed(ctx: Context, error: unknown, back: string): void {
    if (error instanceof SaidNo) return goTo(ctx, `${PAGE}?${new URLSearchParams({ back })}`);
    const why = whyOf(error);
    if (why === undefined) throw error;
    this.#logger.warn('A sign-in has failed', { why, reason: (error as Error).message });
    goTo(ctx, `${PAGE}?${new URLSearchParams({ why, back })}`);
  }

  #here(ctx: Context, path: string): string {
    const { protocol, host } = originOf(ctx.req);
    return `${protocol}://${host}${path}`;
  }
}

/** Where forms may lead besides this server: signing out ends at the issuer. */
export function issuerOrigin({ AUTH, OIDC_ISSUER }: Pick<Env, 'AUTH' | 'OIDC_ISSUER'>): string | undefined {
  return AUTH === 'oidc' && OIDC_ISSUER !== undefined ? new URL(OIDC_ISSUER).origin : undefined;
}

function whyOf(error: unknown): Why | undefined {
  if (error instanceof IssuerDown) return 'down';
  if (error instanceof NotBegunHere) return 'begun';
  return error instanceof Unproven ? 'unproven' : undefined;
}

/** One cookie for each sign-in that is under way in this browser. */
function begunCookie(state: string): string {
  return `sf_begun_${state.replace(/[^A-Za-z0-9_-]/g, '').slice(0, 12)}`;
}

function goTo(ctx: Context, address: string): void {
  ctx.status = 303;
  ctx.set('Location', address);
  ctx.set('Cache-Control', 'no-store');
  ctx.body = null;
  ctx.status = 303;
}
