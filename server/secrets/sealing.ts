import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const PREFIX = 'v1.';

/**
 * Seals secrets for the store: who can read a bucket cannot sign as us. The same secret is always sealed to the same
 * text, so that a request that is sent again is the same request; the nonce is a keyed hash of the secret.
 */
export class Sealing {
  readonly #key: Buffer;
  readonly #nonceKey: Buffer;

  /** @param what names whose secrets they are: nothing that is sealed for others is opened. */
  constructor(signingKey: string, what: string) {
    const derived = (purpose: string): Buffer =>
      Buffer.from(hkdfSync('sha256', signingKey, '', `shortfactory ${what}: ${purpose}`, 32));
    this.#key = derived('sealing');
    this.#nonceKey = derived('nonces');
  }

  seal(secret: string): string {
    const nonce = createHmac('sha256', this.#nonceKey).update(secret).digest().subarray(0, NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    const sealed = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${PREFIX}${sealed.toString('base64url')}`;
  }

  /** Undefined for what another signing key has sealed, and for what is damaged. */
  open(text: string): string | undefined {
    if (!text.startsWith(PREFIX)) return undefined;
    const sealed = Buffer.from(text.slice(PREFIX.length), 'base64url');
    if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', this.#key, sealed.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    try {
      const body = sealed.subarray(NONCE_BYTES, -TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    } catch {
      return undefined;
    }
  }
}
