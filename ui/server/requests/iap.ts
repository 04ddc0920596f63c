import type { JWTVerifyGetKey } from 'jose';

/** Google's public keys for what its Identity-Aware Proxy signs. */
export const IAP_KEYS = new URL('https://www.gstatic.com/iap/verify/public_key-jwk');
const ISSUER = 'https://cloud.google.com/iap';
/** Clocks may differ by this much; the docs say 30 s. */
const SKEW_SECONDS = 30;
/** An assertion is made for each request and lives ten minutes. */
const LONGEST_AGE_SECONDS = 3600;
const KEYS_FRESH_MS = 3_600_000;
const KEYS_WAIT_MS = 3_000;
/** Such as accounts.google.com:1234567890; it goes into a header. */
const SUBJECT = /^[\x21-\x7e]{1,255}$/;

/** Nobody can be told from anybody else: the keys cannot be had. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/** Who a request is from: a stable id that Google gives a person, or undefined for what Google did not sign for us now. */
export type Identify = (assertion: string) => Promise<string | undefined>;

/**
 * Verifies what Google's proxy says of a request: signed with ES256 by a key of Google's, by this issuer, for our
 * audience, now. Keys are kept for an hour; a key that is not known yet has them fetched, at most every 30 s. Rejects
 * with KeysUnavailable.
 *
 * @param keySet where the keys are
 * @see https://cloud.google.com/iap/docs/signed-headers-howto
 */
export function createIapIdentify(audience: string, keySet: URL = IAP_KEYS): Identify {
  // Loaded with the first request, so that a deployment for visitors never loads it.
  const ready = once(async () => {
    const { createRemoteJWKSet, errors, jwtVerify } = await import('jose');
    const fetched = createRemoteJWKSet(keySet, { cacheMaxAge: KEYS_FRESH_MS, timeoutDuration: KEYS_WAIT_MS });
    const key: JWTVerifyGetKey = async (header, token) => {
      try {
        return await fetched(header, token);
      } catch (error) {
        if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
          throw error;
        throw new KeysUnavailable(error instanceof Error ? error.message : String(error));
      }
    };
    return { jwtVerify, key };
  });
  return async (assertion) => {
    const { jwtVerify, key } = await ready();
    try {
      const { payload } = await jwtVerify(assertion, key, {
        algorithms: ['ES256'],
        issuer: ISSUER,
        audience,
        requiredClaims: ['sub', 'exp', 'iat'],
        clockTolerance: SKEW_SECONDS,
        maxTokenAge: LONGEST_AGE_SECONDS,
      });
      return SUBJECT.test(payload.sub ?? '') ? payload.sub : undefined;
    } catch (error) {
      if (error instanceof KeysUnavailable) throw error;
      return undefined;
    }
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
