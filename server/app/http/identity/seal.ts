import { createHmac, timingSafeEqual } from 'node:crypto';

const SEAL_BYTES = 16;

/** The bytes with a seal behind them that only who has the key can make, for one purpose, in base64url. */
export function sealed(signingKey: string, purpose: string, plain: Uint8Array): string {
  return Buffer.concat([plain, sealOf(signingKey, purpose, plain)]).toString('base64url');
}

/** What was sealed for this purpose with this key; undefined for anything else. */
export function unsealed(signingKey: string, purpose: string, text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length < SEAL_BYTES || bytes.toString('base64url') !== text) return undefined;
  const plain = bytes.subarray(0, -SEAL_BYTES);
  return timingSafeEqual(bytes.subarray(-SEAL_BYTES), sealOf(signingKey, purpose, plain)) ? plain : undefined;
}

function sealOf(signingKey: string, purpose: string, plain: Uint8Array): Buffer {
  return createHmac('sha256', signingKey)
    .update(`${purpose}:`)
    .update(plain)
    .digest()
    .subarray(0, SEAL_BYTES);
}
