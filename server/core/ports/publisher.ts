import { ProviderFailed } from '../domain/errors.ts';

export const PUBLISHER_NAMES = ['youtube'] as const;
export type PublisherName = (typeof PUBLISHER_NAMES)[number];

/** Who can see a published video. */
export const PRIVACIES = ['private', 'unlisted', 'public'] as const;
export type Privacy = (typeof PRIVACIES)[number];

/** Parts of a post that a publisher may refuse. */
export const POST_FIELDS = ['title', 'description', 'tags', 'privacy', 'publishAt', 'language'] as const;
export type PostField = (typeof POST_FIELDS)[number];

/** What stands beside a video where it is published. */
export interface Post {
  readonly title: string;
  readonly description: string;
  /** Without a sign. */
  readonly tags: readonly string[];
  /** BCP 47, of title and description. */
  readonly language?: string;
  readonly privacy: Privacy;
  /** When the publisher shows a private video to everybody, in ms since 1970. */
  readonly publishAtMs?: number;
  readonly madeForKids: boolean;
  /** Whether it has altered or synthetic content. */
  readonly syntheticMedia: boolean;
}

/** Where videos are published: an account's place there. */
export interface Channel {
  readonly id: string;
  readonly name: string;
}

/** A video as the publisher has it. */
export interface PublishedVideo {
  readonly id: string;
  readonly url: string;
}

export interface UploadFile {
  readonly bytes: number;
  readonly mediaType: string;
}

/** A part of a file; every part but the last has a multiple of 256 KiB. */
export interface UploadPart {
  readonly bytes: Uint8Array;
  /** Its place in the file. */
  readonly firstByte: number;
  readonly totalBytes: number;
}

/** What a publisher has of an upload. `gone`: it knows nothing of it any more, finished or not. */
export type Upload =
  | { readonly state: 'open'; readonly keptBytes: number }
  | { readonly state: 'done'; readonly video: PublishedVideo }
  | { readonly state: 'gone' };

/**
 * A place where videos are published. Every call has an access token of the account; all throw PublisherFailed and the
 * signal's reason. Only `send` of a file's last byte makes a video, and for one upload it makes one, however often it is
 * called.
 */
export interface Publisher {
  /** Opens an upload and returns its address, which is a secret: who has it can send to it. A retry is safe. */
  begin(token: string, post: Post, marker: string, file: UploadFile, signal: AbortSignal): Promise<string>;
  /** What is there of an upload. A retry is safe. */
  ask(token: string, upload: string, totalBytes: number, signal: AbortSignal): Promise<Upload>;
  /** Sends a part. When its answer is lost, `ask` says what came of it. */
  send(token: string, upload: string, part: UploadPart, signal: AbortSignal): Promise<Upload>;
  /** The account's video that was sent with this marker, if it is among its newest. A retry is safe. */
  find(token: string, marker: string, signal: AbortSignal): Promise<PublishedVideo | undefined>;
  /** Sets a video's thumbnail, a JPEG. A retry is safe. */
  setThumbnail(token: string, videoId: string, jpeg: Uint8Array, signal: AbortSignal): Promise<void>;
  /** The account's channel; undefined where it has none. */
  channel(token: string, signal: AbortSignal): Promise<Channel | undefined>;
}

/** How an account lets us in, by OAuth 2 with PKCE. All throw PublisherFailed and the signal's reason. */
export interface PublisherSignIn {
  /** Where its owner says yes. */
  address(asked: SignInAsked): string;
  /** Takes the code that came back, once. */
  redeem(answer: SignInAnswer, signal: AbortSignal): Promise<AccountTokens>;
  refresh(refreshToken: string, signal: AbortSignal): Promise<AccessToken>;
  /** Takes back what its owner gave. A token that is not valid any more is no error. */
  revoke(refreshToken: string, signal: AbortSignal): Promise<void>;
}

export interface SignInAsked {
  readonly state: string;
  /** SHA-256 of the verifier, in base64url. */
  readonly challenge: string;
  readonly redirectUri: string;
}

export interface SignInAnswer {
  readonly code: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

export interface AccessToken {
  readonly token: string;
  readonly seconds: number;
}

export interface AccountTokens {
  readonly access: AccessToken;
  readonly refreshToken: string;
}

/**
 * refused: asking again unchanged is refused again. quota: not before `untilMs`. token: the access token is not valid;
 * another may be. access: its owner has to connect again. away: no answer that counts; trying again is safe.
 */
export type PublisherFailure = 'refused' | 'quota' | 'token' | 'access' | 'away';

/** A publisher did not do what was asked. The message is a sentence for its owner, without tokens and addresses. */
export class PublisherFailed extends ProviderFailed {
  readonly failure: PublisherFailure;
  /** What it does not like. */
  readonly field: PostField | undefined;
  /** In ms since 1970. */
  readonly untilMs: number | undefined;

  constructor(
    failure: PublisherFailure,
    message: string,
    more: {
      readonly field?: PostField | undefined;
      readonly untilMs?: number;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, { retryable: failure === 'away' || failure === 'quota', cause: more.cause });
    this.failure = failure;
    this.field = more.field;
    this.untilMs = more.untilMs;
  }
}
