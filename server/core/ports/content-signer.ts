import type { ContentClaim } from '../domain/script/content-claim.ts';

/**
 * Signs finished files with what made them, with a certificate of whoever runs this. Called once a file, before it is
 * stored. Equal files and claims may be signed with other bytes, so `id` is part of a signed file's address.
 */
export interface ContentSigner {
  /** Of certificate and program. */
  readonly id: string;
  /** Why nothing can be signed at the moment, as a sentence; undefined where it can. */
  refusal(): string | undefined;
  /** Writes `file` and its claim to `to`, which must be another. Throws RenderFailed. */
  sign(file: string, to: string, kind: 'video' | 'poster', claim: ContentClaim): Promise<void>;
}
