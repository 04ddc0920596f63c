import type * as OpenId from 'openid-client';
import type { Configuration } from 'openid-client';
import type { Env } from '../../app/env.server.ts';
import type { Asked } from '../../app/shared/account/account.ts';
import type { Claims } from './admission.ts';
import { IssuerDown, boundedFetch } from './bounded-fetch.ts';

/** What is kept of a sign-in that was begun, until the person comes back. */
export interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The person came back with something that this sign-in did not lead to. */
export class NotBegunHere extends Error {
  override readonly name = 'NotBegunHere';
}

/** What the issuer says cannot be verified: its signature, its keys, for whom or until when it is. */
export class Unproven extends Error {
  override readonly name = 'Unproven';
}

/** The person said no there. */
export class SaidNo extends Error {
  override readonly name = 'SaidNo';
}

export type IssuerEnv = Pick<Env, 'APP_ENV' | 'OIDC_SCOPES' | 'OIDC_GROUPS_CLAIM'> & {
  readonly OIDC_ISSUER: string;
  readonly OIDC_CLIENT_ID: string;
  readonly OIDC_CLIENT_SECRET: string;
};

type Library = typeof OpenId;

const ANSWER_MS = 5_000;
/** Where things are at the issuer is asked anew after this time; its keys are kept for five minutes by the library. */
const FRESH_MS = 3_600_000;
/** However many people wait, an issuer that does not answer is asked once in this time. */
const AGAIN_MS = 5_000;
const MOST_ASKED = 3;
/** Clocks may differ by this much. */
const SKEW_SECONDS = 30;

/**
 * An OpenID provider: authorization code with PKCE by `openid-client`, with its signature, issuer, audience, nonce and
 * times checked. It need not answer when this server starts; until it does nobody can sign in.
 */
export class Issuer {
  readonly #env: IssuerEnv;
  readonly #fetch = boundedFetch(ANSWER_MS);
  #known: { readonly configuration: Configuration; readonly atMs: number } | undefined;
  #asking: Promise<Configuration> | undefined;
  #failed: { readonly error: IssuerDown; readonly atMs: number } | undefined;
  #asked: readonly Asked[] = [];

  constructor(env: IssuerEnv) {
    this.#env = env;
  }

  /** Whether it answered when it was last asked. */
  get state(): 'ok' | 'unreachable' | 'unknown' {
    if (this.#failed) return 'unreachable';
    return this.#known ? 'ok' : 'unknown';
  }

  /** The last questions without an answer, newest first; none while it answers. */
  async unanswered(): Promise<readonly Asked[]> {
    await this.#configuration().catch(() => undefined);
    return this.#asked;
  }

  /** Where to send a person, and what to keep until they are back. Throws IssuerDown. */
  async begin(redirectUri: string): Promise<{ readonly url: URL; readonly begun: Begun }> {
    const library = await import('openid-client');
    const configuration = await this.#configuration();
    const begun = {
      state: library.randomState(),
      nonce: library.randomNonce(),
      verifier: library.randomPKCECodeVerifier(),
    };
    const url = library.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: this.#env.OIDC_SCOPES,
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: await library.calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
    });
    return { url, begun };
  }

  /**
   * What the issuer says of who came back at this address.
   * Throws IssuerDown, NotBegunHere, Unproven, SaidNo.
   */
  async finish(returnedTo: URL, { state, nonce, verifier }: Begun): Promise<Claims> {
    const library = await import('openid-client');
    const configuration = await this.#configuration();
    try {
      const tokens = await library.authorizationCodeGrant(configuration, returnedTo, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Unproven('OAUTH_NO_ID_TOKEN');
      const { userinfo_endpoint: more } = configuration.serverMetadata();
      const isWhole = 'email' in claims && 'name' in claims && this.#env.OIDC_GROUPS_CLAIM in claims;
      if (isWhole || more === undefined) return claims;
      const told = await library.fetchUserInfo(configuration, tokens.access_token, claims.sub);
      return { ...told, ...claims };
    } catch (error) {
      const named = nameOf(error, library);
      if (named instanceof IssuerDown) this.#note(named);
      throw named;
    }
  }

  /** Where a person signs out there; undefined where the issuer has no such place, or does not answer. */
  async signOut(backTo: string): Promise<URL | undefined> {
    try {
      const library = await import('openid-client');
      const configuration = await this.#configuration();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
      return library.buildEndSessionUrl(configuration, { post_logout_redirect_uri: backTo });
    } catch (error) {
      if (error instanceof IssuerDown) return undefined;
      throw error;
    }
  }

  #configuration(): Promise<Configuration> {
    const now = performance.now();
    if (this.#known && !this.#failed && now - this.#known.atMs < FRESH_MS)
      return Promise.resolve(this.#known.configuration);
    if (this.#failed && now - this.#failed.atMs < AGAIN_MS) {
      // What was known before is as good as it was.
      return this.#known ? Promise.resolve(this.#known.configuration) : Promise.reject(this.#failed.error);
    }
    this.#asking ??= this.#discover().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  async #discover(): Promise<Configuration> {
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, APP_ENV } = this.#env;
    const library = await import('openid-client');
    try {
      const configuration = await library.discovery(
        new URL(OIDC_ISSUER),
        OIDC_CLIENT_ID,
        { client_secret: OIDC_CLIENT_SECRET, [library.clockTolerance]: SKEW_SECONDS },
        undefined,
        {
          [library.customFetch]: (url, init) => this.#fetch(url, init as RequestInit),
          execute: [
            // The signature is checked though the token comes straight from the issuer.
            library.enableNonRepudiationChecks,
            ...(APP_ENV === 'local' ? [library.allowInsecureRequests] : []),
          ],
        },
      );
      this.#known = { configuration, atMs: performance.now() };
      this.#failed = undefined;
      this.#asked = [];
      return configuration;
    } catch (error) {
      const down =
        downIn(error) ?? new IssuerDown('metadata of another issuer, or incomplete', { cause: error });
      this.#note(down);
      if (this.#known) return this.#known.configuration;
      throw down;
    }
  }

  #note(error: IssuerDown): void {
    this.#failed = { error, atMs: performance.now() };
    this.#asked = [{ atMs: Date.now(), answer: error.message }, ...this.#asked].slice(0, MOST_ASKED);
  }
}

/** The library's error as one of those that people are told of. */
function nameOf(error: unknown, library: Library): Error {
  const down = downIn(error);
  if (down) return down;
  if (error instanceof Unproven) return error;
  if (error instanceof library.AuthorizationResponseError)
    return error.error === 'access_denied' ? new SaidNo(error.error) : new NotBegunHere(error.error);
  if (error instanceof library.ResponseBodyError && error.error === 'invalid_client')
    return new IssuerDown('refused this server: OIDC_CLIENT_ID or OIDC_CLIENT_SECRET is another there');
  if (error instanceof library.ResponseBodyError) return new NotBegunHere(error.error);
  const code = codeOf(error);
  return isOfTheAddress(error) ? new NotBegunHere(code) : new Unproven(code, { cause: error });
}

/** That the issuer gave no answer, wherever the library put it. */
function downIn(error: unknown): IssuerDown | undefined {
  for (let each = error; each instanceof Error; each = each.cause)
    if (each instanceof IssuerDown) return each;
  return undefined;
}

/** Whether the address that the person came back to is wrong, and not what the issuer answered: its state or issuer. */
function isOfTheAddress(error: unknown): boolean {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause.cause : undefined;
  return typeof inner === 'object' && inner !== null && 'parameters' in inner;
}

/** The library's code of an error; its message may hold what was sent. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'OAUTH_UNKNOWN';
}
