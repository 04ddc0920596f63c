import { PublisherFailed } from '@shortfactory/core';
import type {
  AccessToken,
  AccountTokens,
  PublisherSignIn,
  SignInAnswer,
  SignInAsked,
} from '@shortfactory/core';
import { z } from 'zod';
import type { Answer, Ask } from './ask.ts';

const tokenJson = z.object({
  access_token: z.string().min(1).max(4096),
  expires_in: z.number().positive().max(86_400),
  refresh_token: z.string().min(1).max(1024).optional(),
  scope: z.string().max(2000).optional(),
});
const refusalJson = z.object({ error: z.string() });

/** To send videos; and to read which channel it is, and whether a video has arrived when an answer was lost. */
const SCOPES = [
  'https://www.googleapis.com/auth/youtube.upload',
  'https://www.googleapis.com/auth/youtube.readonly',
];

export interface GoogleSignInDeps {
  readonly ask: Ask;
  readonly clientId: string;
  readonly clientSecret: () => Promise<string | undefined>;
  /** In place of Google's own addresses. */
  readonly baseUrl?: string | undefined;
}

/**
 * Google's OAuth 2 for a channel.
 * @see https://developers.google.com/identity/protocols/oauth2/web-server
 * @see https://developers.google.com/identity/protocols/oauth2/native-app
 */
export class GoogleSignIn implements PublisherSignIn {
  readonly #deps: GoogleSignInDeps;
  readonly #pages: string;
  readonly #tokens: string;

  constructor(deps: GoogleSignInDeps) {
    this.#deps = deps;
    const base = deps.baseUrl?.replace(/\/+$/, '');
    this.#pages = base ?? 'https://accounts.google.com';
    this.#tokens = base ?? 'https://oauth2.googleapis.com';
  }

  address({ state, challenge, redirectUri }: SignInAsked): string {
    const address = new URL(`${this.#pages}/o/oauth2/v2/auth`);
    address.search = new URLSearchParams({
      client_id: this.#deps.clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: SCOPES.join(' '),
      // A refresh token is given only where it is asked for anew.
      access_type: 'offline',
      prompt: 'consent',
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    }).toString();
    return address.href;
  }

  async redeem({ code, verifier, redirectUri }: SignInAnswer, signal: AbortSignal): Promise<AccountTokens> {
    const { access_token, expires_in, refresh_token, scope } = await this.#token(
      { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri },
      'This was begun somewhere else or took too long. Connect YouTube again.',
      signal,
    );
    if (refresh_token === undefined)
      throw new PublisherFailed(
        'access',
        'Google gave no lasting access. Take ShortFactory away at myaccount.google.com/permissions, then connect again.',
      );
    const given = new Set(scope?.split(' '));
    if (scope !== undefined && !SCOPES.every((each) => given.has(each)))
      throw new PublisherFailed(
        'access',
        'Not all was allowed that it needs: sending videos, and reading whether they have arrived. Connect again and tick both.',
      );
    return { access: { token: access_token, seconds: expires_in }, refreshToken: refresh_token };
  }

  async refresh(refreshToken: string, signal: AbortSignal): Promise<AccessToken> {
    const { access_token, expires_in } = await this.#token(
      { grant_type: 'refresh_token', refresh_token: refreshToken },
      'YouTube is not connected any more. Connect it again, then try again.',
      signal,
    );
    return { token: access_token, seconds: expires_in };
  }

  async revoke(refreshToken: string, signal: AbortSignal): Promise<void> {
    const { status } = await this.#post('/revoke', { token: refreshToken }, signal);
    // 400: it was not valid any more.
    if (status !== 200 && status !== 400) throw notNow(status);
  }

  /** @param whenInvalid said when what we have to show is not valid (any more). */
  async #token(
    fields: Readonly<Record<string, string>>,
    whenInvalid: string,
    signal: AbortSignal,
  ): Promise<z.output<typeof tokenJson>> {
    const secret = await this.#deps.clientSecret();
    const { status, json } = await this.#post(
      '/token',
      {
        ...{ client_id: this.#deps.clientId, ...fields },
        ...(secret === undefined ? {} : { client_secret: secret }),
      },
      signal,
    );
    const error = refusalJson.safeParse(json).data?.error;
    if (error === 'invalid_grant') throw new PublisherFailed('access', whenInvalid);
    if (status >= 400 && status < 500 && status !== 429)
      throw new PublisherFailed(
        'refused',
        `Google did not take YOUTUBE_CLIENT_ID and YOUTUBE_CLIENT_SECRET (HTTP ${status}).`,
      );
    const parsed = tokenJson.safeParse(json);
    if (status !== 200 || !parsed.success) throw notNow(status);
    return parsed.data;
  }

  #post(path: string, fields: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Answer> {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const body = new URLSearchParams(fields).toString();
    return this.#deps.ask({ method: 'POST', url: `${this.#tokens}${path}`, headers, body }, signal);
  }
}

function notNow(status: number): PublisherFailed {
  return new PublisherFailed('away', `Google gave no answer that can be used (HTTP ${status}).`);
}
