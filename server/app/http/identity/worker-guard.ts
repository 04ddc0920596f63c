import type { Config } from '@shortfactory/config';
import type { SecretSource } from '@shortfactory/core';
import { HttpProblem } from '@shortfactory/http-server';
import type { OAuth2Client, OAuth2ClientOptions } from 'google-auth-library';
import { sameSecret } from './same-secret.ts';

/** Allows only the queue to call the worker's endpoint. */
export interface WorkerGuard {
  /** Throws HttpProblem (401 or 403), or SecretUnavailable. */
  check(headers: Readonly<Record<string, string | string[] | undefined>>): Promise<void>;
}

export const WORKER_TOKEN_HEADER = 'x-worker-token';
/** What Cloud Run writes in place of a signature that it has checked. */
const REMOVED = 'SIGNATURE_REMOVED_BY_GOOGLE';
const ISSUERS = ['https://accounts.google.com', 'accounts.google.com'];

interface Claims {
  readonly iss?: string | undefined;
  readonly aud?: string | undefined;
  readonly email?: string | undefined;
  readonly email_verified?: boolean | undefined;
  readonly exp?: number | undefined;
}

/**
 * A caller sends the shared WORKER_TOKEN, or, where tasks come with an identity token, one of Google's for
 * TASKS_SERVICE_ACCOUNT and the audience WORKER_URL. Cloud Run removes the signature of tokens that its own check has
 * passed; such a token counts only with WORKER_INVOKER=platform, which says that this check is in front.
 * @see https://cloud.google.com/run/docs/troubleshooting#signature-removed
 */
export function createWorkerGuard(
  config: Pick<Config, 'WORKER_URL' | 'TASKS_SERVICE_ACCOUNT' | 'WORKER_INVOKER'>,
  secrets: Pick<SecretSource, 'get'>,
  clientOptions: OAuth2ClientOptions = {},
): WorkerGuard {
  const identity = identityOf(config);
  const verify = identity && lazyVerifier(identity.audience, clientOptions);
  return {
    async check(headers) {
      const bearer = /^Bearer +(\S+)$/i.exec(one(headers['authorization']) ?? '')?.[1];
      const shared = one(headers[WORKER_TOKEN_HEADER]) ?? bearer;
      const expected = await secrets.get('WORKER_TOKEN');
      if (expected !== undefined && shared !== undefined && sameSecret(shared, expected)) return;
      const token = /^Bearer +(\S+)$/i.exec(one(headers['x-serverless-authorization']) ?? '')?.[1] ?? bearer;
      if (identity === undefined || verify === undefined || token === undefined) throw tokenWanted();
      const removed = token.endsWith(`.${REMOVED}`);
      if (removed && config.WORKER_INVOKER !== 'platform') throw tokenWanted();
      const claims = removed ? unsigned(token) : await verify(token);
      if (!claims || !fits(claims, identity)) {
        throw new HttpProblem('forbidden', 'This identity may not run jobs.');
      }
    },
  };
}

function tokenWanted(): HttpProblem {
  return new HttpProblem('unauthorized', 'Only the queue may run jobs; its token was expected.', {
    headers: { 'WWW-Authenticate': 'Bearer realm="worker"' },
  });
}

interface Identity {
  readonly audience: string;
  readonly email: string;
}

function identityOf(config: Pick<Config, 'WORKER_URL' | 'TASKS_SERVICE_ACCOUNT'>): Identity | undefined {
  const { WORKER_URL: audience, TASKS_SERVICE_ACCOUNT: email } = config;
  return audience === undefined || email === undefined ? undefined : { audience, email };
}

/** Google's client is loaded with the first token; it caches Google's keys for as long as they say. */
function lazyVerifier(
  audience: string,
  options: OAuth2ClientOptions,
): (token: string) => Promise<Claims | undefined> {
  let client: Promise<OAuth2Client> | undefined;
  return async (token) => {
    client ??= import('google-auth-library').then((library) => new library.OAuth2Client(options));
    return (await client).verifyIdToken({ idToken: token, audience }).then(
      (ticket) => ticket.getPayload(),
      () => undefined,
    );
  };
}

/** The claims of a token whose signature was checked, and removed, in front of this process. */
function unsigned(token: string): Claims | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    if (typeof claims !== 'object' || claims === null) return undefined;
    const { exp } = claims as Claims;
    return typeof exp === 'number' && exp * 1000 > Date.now() ? (claims as Claims) : undefined;
  } catch {
    return undefined;
  }
}

function fits(claims: Claims, { audience, email }: Identity): boolean {
  return (
    ISSUERS.includes(claims.iss ?? '') &&
    claims.aud === audience &&
    claims.email === email &&
    claims.email_verified === true
  );
}

function one(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}
