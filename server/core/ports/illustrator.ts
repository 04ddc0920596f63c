import type { SpendAccount } from '../domain/money/spend.ts';
import type { Character, ImageStyle } from '../domain/script/story.ts';

export interface IllustrationRequest {
  /** What the picture shows, complete in itself: the request has no more context, so that a picture outlives edits. */
  readonly visual: string;
  readonly imageStyle: ImageStyle;
  readonly characters: readonly Character[];
  readonly widthPx: number;
  readonly heightPx: number;
  /** Another number asks for another picture of the same. */
  readonly take?: number;
}

export interface IllustrationImage {
  /** PNG or JPEG that was encoded here, of the size asked for: a service's picture is made anew first. */
  readonly bytes: Uint8Array;
  /** Where the eye should rest, as fractions of width and height: crops and camera moves keep it in view. */
  readonly focus: { readonly x: number; readonly y: number };
}

/**
 * Draws one scene. Called for scenes in parallel. Paid calls are charged to the account. Throws
 * ProviderFailed (with `retryable`; ProviderRefused when it declined), LimitReached before a call that would pass a limit
 * on money, or the signal's reason.
 */
export interface Illustrator {
  /** Provider, model and version; part of every artifact's address. Starts with 'offline:' when no service is asked. */
  readonly id: string;
  illustrate(
    request: IllustrationRequest,
    signal: AbortSignal,
    account?: SpendAccount,
  ): Promise<IllustrationImage>;
}
