import { HTTP_LIMITS, HttpProblem, NOT_OUR_NAME, isOwnHost, problemOf } from '@shortfactory/http-server';
import type { HttpLimits } from '@shortfactory/http-server';
import { pseudonymOf } from '@shortfactory/operations';
import type { Actor } from '@shortfactory/operations';
import type { HttpContext } from './context.ts';
import type { AppDeps } from '../deps.ts';
import { Lifetimes } from '../limits/lifetimes.ts';
import type { Lifetime } from '../limits/lifetimes.ts';
import { wantAtMachine } from '../identity/at-machine.ts';
import { LOCAL_OWNER, createIdentify, unauthorized } from '../identity/authenticate.ts';
import { createIdentifyKey } from '../identity/person-key.ts';
import type { Caller } from '../identity/authenticate.ts';
import { operatorOf } from '../identity/operator.ts';
import { AUDITED_ROUTES, auditedThing } from '../identity/audited-routes.ts';
import { NEW_WORK, refuseInMaintenance } from '../limits/new-work.ts';
import type { Bucket } from '../limits/rate-limit.ts';
import type { Access, RouteShape } from './route.ts';

const PEOPLE_ONLY = 'Keys are made by people who have signed in, on the page of their account.';

/** Checks between a request and its handler. */
export interface Gate {
  readonly limits: HttpLimits;
  /** Whether responses are validated against their schemas. */
  readonly checksAnswers: boolean;
  /** Authenticates and counts the request and rejects it without permission. Returns the owner, if there is one. */
  admit(ctx: HttpContext, shape: Pick<RouteShape, 'id' | 'access' | 'bucket'>): Promise<string | undefined>;
  /** Enters what was done in the audit log, where it belongs there. Never rejects. */
  audit(
    ctx: HttpContext,
    shape: Pick<RouteShape, 'id'>,
    owner: string | undefined,
    done: { readonly params: unknown; readonly body: unknown },
  ): Promise<void>;
  /** Rejects a request that accepts none of the media types of the route. */
  negotiate(ctx: HttpContext, shape: Pick<RouteShape, 'gives'>): void;
  /** Runs a handler until it ends, the client disconnects, the time is up or the server closes. */
  timed<T>(
    ctx: HttpContext,
    shape: Pick<RouteShape, 'within'>,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T>;
}

export function createGate(deps: AppDeps): Gate {
  const limits = { ...HTTP_LIMITS, ...deps.limits };
  const identify = createIdentify(deps.config, deps.secrets);
  const identifyKey = createIdentifyKey(deps.keys);
  const lifetimes = new Lifetimes(deps.closing);
  return {
    limits,
    checksAnswers: deps.config.APP_ENV !== 'prod',
    async admit(ctx, { id, access, bucket }) {
      if (access === 'queue') {
        await deps.workerGuard.check(ctx.headers);
        return undefined;
      }
      if (!isOwnName(deps.config, ctx, access)) throw new HttpProblem('misdirected', NOT_OUR_NAME);
      // Probes need no secret, so that an unreadable secret does not make the process look dead.
      if (access === 'anyone' && bucket === 'none') return undefined;
      if (access === 'anyone' && bucket === 'health') return count(deps, ctx, bucket, ctx.state.client);
      const shown = await identify(ctx).catch((error: unknown) => problemOf(error));
      if (bucket !== 'none') await count(deps, ctx, bucket, clientOf(ctx, shown));
      if (shown instanceof HttpProblem) throw shown;
      // The store is asked only now, so that who guesses keys is counted before.
      const caller = shown.shownKey === undefined ? shown : await identifyKey(ctx, shown.shownKey, id);
      if (access !== 'anyone') authorize(caller, access);
      if (access === 'machine') wantAtMachine(deps.config, ctx);
      if (access === 'operator') {
        const as = operatorOf(deps.config, ctx, caller);
        ctx.state.operator = { as, who: actorOf(deps, caller.owner ?? '').who };
      }
      if (caller.key !== undefined) ctx.state.key = caller.key;
      if (NEW_WORK.has(id)) await refuseInMaintenance(deps.operations.maintenance);
      return caller.owner;
    },
    async audit({ state }, { id }, owner, done) {
      const did = AUDITED_ROUTES[id];
      if (did === undefined || owner === undefined) return;
      const of = auditedThing(done);
      const { personKey: by } = state;
      await deps.operations.audit.note({
        ...actorOf(deps, owner),
        ...{ did, ...(of !== '' && { of }), ...(by !== undefined && { by }) },
      });
    },
    negotiate(ctx, { gives = ['application/json'] }) {
      if (gives.length === 0 || ctx.accepts(...gives) !== false) return;
      throw new HttpProblem('not-acceptable', `This address gives ${gives.join(' or ')}.`);
    },
    timed: (ctx, { within = 'answerMs' }, work) =>
      timed(ctx, within === 'unlimited' ? undefined : limits[within], lifetimes.begin(), deps.closing, work),
  };
}

/** Whether a request that makes something, or is about its sender, has a Host that is ours. */
function isOwnName(
  config: Pick<AppDeps['config'], 'APP_ENV' | 'ALLOWED_HOSTS'>,
  ctx: HttpContext,
  access: RouteShape['access'],
): boolean {
  if (config.APP_ENV !== 'local' || access === 'anyone') return true;
  return isOwnHost(ctx.req.headers.host, config.ALLOWED_HOSTS);
}

/**
 * Limits count addresses. Where a front end sends a key, but no addresses of its visitors, each visitor's token is
 * counted instead.
 */
function clientOf(ctx: HttpContext, caller: Caller | HttpProblem): string {
  const keyed = !(caller instanceof HttpProblem) && caller.key !== undefined;
  const { client: address, vouched } = ctx.state;
  return keyed && !vouched ? (caller.owner ?? address) : address;
}

/** Throws HttpProblem 429 above the limit. */
async function count(deps: AppDeps, ctx: HttpContext, bucket: Bucket, client: string): Promise<undefined> {
  ctx.state.counted = client;
  const { allowed, limit, remaining, resetSeconds } = await deps.limiter.take(bucket, client);
  // https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
  ctx.set('RateLimit-Policy', `"${bucket}";q=${limit};w=60`);
  ctx.set('RateLimit', `"${bucket}";r=${remaining};t=${resetSeconds}`);
  if (allowed) return undefined;
  throw new HttpProblem(
    'rate-limited',
    `More than ${limit} requests of this kind in a minute; try again in ${resetSeconds} s.`,
    { retryAfterSeconds: resetSeconds },
  );
}

/** As whom an owner stands in the audit log. */
function actorOf(
  { ownerHash }: Pick<AppDeps, 'ownerHash'>,
  owner: string,
): { readonly as: Actor; readonly who: string } {
  if (owner === LOCAL_OWNER) return { as: 'machine', who: LOCAL_OWNER };
  if (owner.startsWith('key:')) return { as: 'key', who: owner.slice('key:'.length) };
  return { as: 'owner', who: pseudonymOf(ownerHash(owner)) };
}

function authorize(caller: Caller, access: Exclude<Access, 'anyone' | 'queue'>): void {
  if (access === 'person') {
    if (caller.isPerson !== true) throw unauthorized(PEOPLE_ONLY);
    return;
  }
  if (access !== 'owner' && access !== 'operator' && caller.keysWanted && caller.key === undefined) {
    throw unauthorized('An API key is needed to make something: show it as bearer token or in X-API-Key.');
  }
  if (caller.owner === undefined) {
    throw unauthorized('This needs an API key or a visitor token as bearer token.');
  }
}

async function timed<T>(
  ctx: HttpContext,
  ms: number | undefined,
  lifetime: Lifetime,
  closing: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { signal } = lifetime;
  const onClose = (): void => lifetime.abort(new HttpProblem('unavailable', 'The caller is gone.'));
  ctx.res.once('close', onClose);
  // The client may have disconnected while the request was admitted or its body read: there is no second event.
  if (ctx.res.destroyed) onClose();
  const timer =
    ms === undefined
      ? undefined
      : setTimeout(() => {
          lifetime.abort(
            new HttpProblem('unavailable', 'This took too long; try again.', { retryAfterSeconds: 10 }),
          );
        }, ms);
  try {
    // What has no time limit ends by itself: an upload with its bytes, a run by the queue.
    return await (ms === undefined ? work(signal) : Promise.race([work(signal), rejected(signal)]));
  } catch (error) {
    if (closing.aborted && error === closing.reason) {
      throw new HttpProblem('closing-down', 'The server is restarting; try again in a few seconds.', {
        retryAfterSeconds: 3,
      });
    }
    throw error;
  } finally {
    clearTimeout(timer);
    ctx.res.off('close', onClose);
    lifetime.release();
  }
}

/** Rejects with the signal's reason, for work that does not listen to it. */
function rejected(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = (): void => reject(signal.reason as Error);
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}
