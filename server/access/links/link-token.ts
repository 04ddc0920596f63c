import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const ID_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** A new link's id: the nonce of its token. */
export function newLinkId(): string {
  return randomBytes(ID_BYTES).toString('base64url');
}

/**
 * Tokens of links: the video's id, encrypted, so that a link does not say which video it is of: who has a video's id may
 * watch it for good. Nothing is looked up for a token that was not made with this key, and the same link always has the
 * same token, so that none is stored.
 */
export class LinkTokens {
  readonly #key: Buffer;

  constructor(signingKey: string) {
    this.#key = Buffer.from(hkdfSync('sha256', signingKey, '', 'shortfactory links to videos', KEY_BYTES));
  }

  of(videoId: string, linkId: string): string {
    const nonce = Buffer.from(linkId, 'base64url');
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    const body = Buffer.concat([cipher.update(videoId, 'latin1'), cipher.final()]);
    return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url');
  }

  /** Undefined for anything that is not a token of ours. */
  read(token: string): { readonly videoId: string; readonly linkId: string } | undefined {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length <= ID_BYTES + TAG_BYTES || bytes.toString('base64url') !== token) return undefined;
    const nonce = bytes.subarray(0, ID_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      const body = bytes.subarray(ID_BYTES, -TAG_BYTES);
      const videoId = Buffer.concat([decipher.update(body), decipher.final()]).toString('latin1');
      return { videoId, linkId: nonce.toString('base64url') };
    } catch {
      return undefined;
    }
  }
}
