import { timingSafeEqual } from 'node:crypto';
import { isKeyLike } from '@shortfactory/access';
import type { Config } from '@shortfactory/config';
import { SecretUnavailable } from '@shortfactory/core';
import type { SecretSource } from '@shortfactory/core';
import { HttpProblem, isOwnHost } from '@shortfactory/http-server';
import type { HttpContext } from '../routing/context.ts';
import { sha256 } from './same-secret.ts';

/** The identity of a request. */
export interface Caller {
  /** Identifies the owner for Jobs; contains no secret. Undefined without credentials. */
  readonly owner?: string;
  /** Name of the API key that was sent. */
  readonly key?: string;
  /** The owner is a person who has signed in, not a program of theirs. */
  readonly isPerson?: true;
  /** The key of a person that was sent; whether it is one, and whose, is not known yet. */
  readonly shownKey?: string;
  /** API keys are set up, so making something requires one. */
  readonly keysWanted: boolean;
}

export const API_KEY_HEADER = 'X-API-Key';
/** Sent by the web interface's server, beside VISITOR_KEY: who has signed in there. */
const SUBJECT_HEADER = 'X-Visitor-Subject';
const SUBJECT = /^[\x21-\x7e]{1,255}$/;
const NO_VISITORS = 'People sign in at the web interface here; from elsewhere an API key was expected.';
const NO_PEOPLE = 'This is a key of a person, and nobody signs in here.';
const NOT_BELIEVED = 'A person is named without the VISITOR_KEY by which this server believes it.';
/** The owner where APP_ENV is local: of everything on the machine, regardless of its token. */
export const LOCAL_OWNER = 'local';
/** 256 random bits at least: 43 characters of base64url or 64 of hex. */
const TOKEN = /^[A-Za-z0-9_-]{43,128}$/;
const WANTED = 'a token of 256 random bits (43 characters of base64url, or 64 of hex) was expected';

/**
 * Authenticates a request: by an API key (as bearer token or in X-API-Key), or by a visitor's token. With APP_ENV=local
 * and no keys set up it is the local owner, whatever token a browser sends: the machine has one user. A front end sends
 * its key in X-API-Key and its visitor's token as bearer: then the visitor is the owner. Where people sign in
 * (AUTH=oidc or iap) the owner is the person whom the web interface names, which shows VISITOR_KEY; visitors' tokens own
 * nothing with AUTH=iap, nor with OIDC_VISITORS=false. A key that a person made is handed on as it is shown. Throws
 * HttpProblem 401 for anything else.
 */
export function createIdentify(
  config: Pick<Config, 'APP_ENV' | 'ALLOWED_HOSTS' | 'AUTH' | 'OIDC_VISITORS'>,
  secrets: Pick<SecretSource, 'get'>,
): (ctx: HttpContext) => Promise<Caller> {
  let read = { text: '', keys: new Map() as ReadonlyMap<string, Buffer> };
  const { AUTH, OIDC_VISITORS } = config;
  const isOneMachine = config.APP_ENV === 'local' && AUTH === 'visitors';
  return async (ctx) => {
    const text = (await secrets.get('API_KEYS')) ?? '';
    if (read.text !== text) read = { text, keys: parseKeys(text) };
    const person = AUTH === 'visitors' ? undefined : personNamed(ctx, AUTH);
    const shownKey = AUTH === 'visitors' || person !== undefined ? undefined : shownKeyOf(ctx);
    if (shownKey !== undefined) return { shownKey, keysWanted: read.keys.size > 0 };
    const visitorsEnter = AUTH === 'visitors' || (AUTH === 'oidc' && OIDC_VISITORS);
    if (person !== undefined || !visitorsEnter) return identifyPerson(ctx, read.keys, person);
    const isLocal = isOneMachine && isOwnHost(ctx.req.headers.host, config.ALLOWED_HOSTS);
    return identifyVisitor(ctx, read.keys, isLocal);
  };
}

/**
 * Whom the web interface names. Only who shows VISITOR_KEY is believed; anybody else is refused and not taken for the
 * owner of the API key that may come along, who would then be everybody at once.
 */
function personNamed(ctx: HttpContext, auth: 'oidc' | 'iap'): string | undefined {
  const subject = ctx.get(SUBJECT_HEADER);
  if (subject === '') return undefined;
  if (!ctx.state.vouched || !SUBJECT.test(subject)) throw unauthorized(NOT_BELIEVED);
  return `${auth}:${sha256(subject).toString('hex')}`;
}

function identifyPerson(
  ctx: HttpContext,
  keys: ReadonlyMap<string, Buffer>,
  person: string | undefined,
): Caller {
  const keysWanted = keys.size > 0;
  const bearer = bearerOf(ctx);
  const shown = ctx.get(API_KEY_HEADER);
  const key = nameOf(keys, shown === '' ? (bearer ?? '') : shown);
  if (shown !== '' && key === undefined) throw unauthorized('The API key in X-API-Key is not known.');
  const isKey = key !== undefined && bearer !== undefined && nameOf(keys, bearer) === key;
  if (bearer !== undefined && !isKey) throw unauthorized(NO_VISITORS);
  const owner = person ?? (key === undefined ? undefined : `key:${key}`);
  return {
    ...(owner !== undefined && { owner }),
    ...(key !== undefined && { key }),
    ...(person !== undefined && { isPerson: true as const }),
    keysWanted,
  };
}

/** What somebody means as a key that a person made. */
function shownKeyOf(ctx: HttpContext): string | undefined {
  return [ctx.get(API_KEY_HEADER), bearerOf(ctx)].find((text) => text !== undefined && isKeyLike(text));
}

function identifyVisitor(ctx: HttpContext, keys: ReadonlyMap<string, Buffer>, isLocal: boolean): Caller {
  const keysWanted = keys.size > 0;
  const bearer = bearerOf(ctx);
  const shown = ctx.get(API_KEY_HEADER);
  if (shown !== '') {
    const key = nameOf(keys, shown);
    if (key === undefined) throw unauthorized('The API key in X-API-Key is not known.');
    if (bearer === undefined || nameOf(keys, bearer) === key) return { owner: `key:${key}`, key, keysWanted };
    return { owner: visitorOwner(bearer, key), key, keysWanted };
  }
  if (isLocal && !keysWanted) return { owner: LOCAL_OWNER, keysWanted };
  if (bearer !== undefined) {
    const key = nameOf(keys, bearer);
    if (key !== undefined) return { owner: `key:${key}`, key, keysWanted };
    if (isKeyLike(bearer)) throw unauthorized(NO_PEOPLE);
    return { owner: visitorOwner(bearer, undefined), keysWanted };
  }
  return { keysWanted };
}

export function unauthorized(detail: string): HttpProblem {
  return new HttpProblem('unauthorized', detail, {
    headers: { 'WWW-Authenticate': 'Bearer realm="shortfactory"' },
  });
}

function bearerOf(ctx: HttpContext): string | undefined {
  const header = ctx.get('Authorization');
  if (header === '') return undefined;
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (token === undefined || !TOKEN.test(token)) throw unauthorized(`The Authorization header: ${WANTED}.`);
  return token;
}

/**
 * The owner that a visitor's token stands for, at the front end with this key. The token itself is neither stored nor
 * logged: 256 random bits cannot be guessed from their hash.
 */
export function visitorOwner(token: string, key: string | undefined): string {
  const visitor = `visitor:${sha256(token).toString('hex')}`;
  return key === undefined ? visitor : `${visitor}@${key}`;
}

/**
 * `name:hex,name:hex`. Throws SecretUnavailable, so that an invalid list rejects every caller instead of accepting
 * every one.
 */
export function parseKeys(text: string): ReadonlyMap<string, Buffer> {
  const pairs = text.split(',').map((pair) => /^\s*([\w.-]{1,64}):([0-9a-f]{64})\s*$/i.exec(pair));
  return new Map(
    pairs.map((pair) => {
      if (!pair) throw new SecretUnavailable('API_KEYS: pairs of a name and a SHA-256 in hex were expected.');
      return [pair[1] as string, Buffer.from(pair[2] as string, 'hex')];
    }),
  );
}

/** Compares with every key, so that the time does not reveal which one matches. */
function nameOf(keys: ReadonlyMap<string, Buffer>, shown: string): string | undefined {
  const hash = sha256(shown);
  let name: string | undefined;
  for (const [each, expected] of keys) if (timingSafeEqual(hash, expected)) name = each;
  return name;
}
