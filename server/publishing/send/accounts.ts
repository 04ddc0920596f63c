import { createHash, randomBytes } from 'node:crypto';
import { InputInvalid, PublisherFailed } from '@shortfactory/core';
import type { Clock, Publisher, PublisherName, PublisherSignIn } from '@shortfactory/core';
import type { Sealing } from '@shortfactory/secrets/sealing';
import { z } from 'zod';
import type { Account, AccountStore } from '../store/account-store.ts';

export interface AccountsDeps {
  readonly accounts: AccountStore;
  readonly publisher: Publisher;
  readonly signIn: PublisherSignIn;
  readonly name: PublisherName;
  /** Seals what comes back with an answer, for nothing else. */
  readonly sealing: Sealing;
  readonly clock: Clock;
  /** Told every token before it is used, so that no log shows it. */
  readonly register: (secret: string) => void;
}

/** What is asked of an account's owner. */
export interface ConnectAsked {
  /** Where the answer comes to. */
  readonly redirectUri: string;
  /** The video from whose page it began. */
  readonly videoId?: string | undefined;
}

/** What came back from the publisher. */
export interface ConnectAnswer {
  readonly code: string;
  readonly state: string;
}

const stateJson = z.strictObject({
  ownerHash: z.string(),
  verifier: z.string(),
  redirectUri: z.string(),
  untilMs: z.number(),
  videoId: z.string().exactOptional(),
});

/** Who is asked has so long to answer. */
const ANSWER_MS = 15 * 60_000;
/** A token is not used any more so long before it ends. */
const MARGIN_MS = 60_000;
const NOT_CONNECTED = 'YouTube is not connected any more. Connect it again, then try again.';

/** The channels that owners have connected, and access to them. */
export class Accounts {
  readonly #deps: AccountsDeps;
  /** Access tokens by the refresh token that gave them. */
  readonly #access = new Map<string, { readonly token: string; readonly untilMs: number }>();

  constructor(deps: AccountsDeps) {
    this.#deps = deps;
  }

  of(ownerHash: string): Promise<Account | undefined> {
    return this.#deps.accounts.of(ownerHash, this.#deps.name);
  }

  /** The page on which its owner says yes. Nothing is stored: what belongs to the answer goes along, sealed. */
  address(ownerHash: string, { redirectUri, videoId }: ConnectAsked): string {
    const { signIn, sealing, clock } = this.#deps;
    const verifier = randomBytes(32).toString('base64url');
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const state = sealing.seal(
      JSON.stringify({
        ...{ ownerHash, verifier, redirectUri, untilMs: clock.nowMs() + ANSWER_MS },
        ...(videoId !== undefined && { videoId }),
      }),
    );
    return signIn.address({ state, challenge, redirectUri });
  }

  /**
   * Takes an answer for who asked, in place of what was connected before. Throws InputInvalid for an answer to somebody
   * else or to nobody, PublisherFailed.
   */
  async connect(
    ownerHash: string,
    { code, state }: ConnectAnswer,
    signal: AbortSignal,
  ): Promise<{ readonly account: Account; readonly videoId?: string }> {
    const { signIn, publisher, accounts, register, name } = this.#deps;
    const { verifier, redirectUri, videoId } = this.#asked(ownerHash, state);
    const { access, refreshToken } = await signIn.redeem({ code, verifier, redirectUri }, signal);
    register(refreshToken);
    register(access.token);
    const channel = await publisher.channel(access.token, signal);
    if (!channel) {
      await signIn.revoke(refreshToken, signal).catch(() => undefined);
      throw new PublisherFailed(
        'access',
        'This Google account has no YouTube channel. Make one there, then connect again.',
      );
    }
    const account = await accounts.put(ownerHash, name, channel, refreshToken);
    return { account, ...(videoId !== undefined && { videoId }) };
  }

  /** Takes an account away here, and the access back there; false where the publisher could not be told. */
  async disconnect(ownerHash: string, signal: AbortSignal): Promise<boolean> {
    const { accounts, signIn, name } = this.#deps;
    const account = await this.of(ownerHash);
    await accounts.remove(ownerHash, name);
    if (account?.refreshToken === undefined) return true;
    this.#access.delete(account.refreshToken);
    return signIn.revoke(account.refreshToken, signal).then(
      () => true,
      () => false,
    );
  }

  /**
   * What `act` gives with an access token of the channel; once more with a new one where the first is not valid. Throws
   * PublisherFailed (access) where the channel is not connected, and what `act` throws.
   */
  async withToken<T>(
    ownerHash: string,
    channelId: string,
    signal: AbortSignal,
    act: (token: string) => Promise<T>,
  ): Promise<T> {
    const account = await this.of(ownerHash);
    if (account?.refreshToken === undefined || account.channel.id !== channelId)
      throw new PublisherFailed('access', NOT_CONNECTED);
    const { refreshToken } = account;
    try {
      return await act(await this.#tokenOf(ownerHash, refreshToken, signal));
    } catch (error) {
      if (!isOf(error, 'token')) throw error;
      this.#access.delete(refreshToken);
    }
    try {
      return await act(await this.#tokenOf(ownerHash, refreshToken, signal));
    } catch (error) {
      if (isOf(error, 'token')) throw new PublisherFailed('access', NOT_CONNECTED);
      throw error;
    }
  }

  async #tokenOf(ownerHash: string, refreshToken: string, signal: AbortSignal): Promise<string> {
    const { signIn, accounts, clock, register, name } = this.#deps;
    const known = this.#access.get(refreshToken);
    if (known && known.untilMs > clock.nowMs()) return known.token;
    register(refreshToken);
    try {
      const { token, seconds } = await signIn.refresh(refreshToken, signal);
      register(token);
      this.#access.set(refreshToken, { token, untilMs: clock.nowMs() + seconds * 1000 - MARGIN_MS });
      return token;
    } catch (error) {
      // Taken back at the publisher: it is of no use any more.
      if (isOf(error, 'access')) await accounts.remove(ownerHash, name, refreshToken);
      throw error;
    }
  }

  #asked(ownerHash: string, state: string): z.output<typeof stateJson> {
    const { sealing, clock } = this.#deps;
    const opened = sealing.open(state);
    const asked = opened === undefined ? undefined : stateJson.safeParse(JSON.parse(opened)).data;
    if (asked?.ownerHash === ownerHash && asked.untilMs > clock.nowMs()) return asked;
    throw new InputInvalid(
      '/state',
      'was not given to you, or more than 15 minutes ago; connect YouTube again',
    );
  }
}

function isOf(error: unknown, failure: PublisherFailed['failure']): boolean {
  return error instanceof PublisherFailed && error.failure === failure;
}
