import { createHash, hkdfSync } from 'node:crypto';

/** What is sealed: small JSON. */
export type Sealed = Readonly<Record<string, unknown>>;

/** Seals claims for one purpose and one place; nobody without the keys can read or make them. */
export interface Sealing {
  seal(purpose: string, claims: Sealed, forSeconds: number): Promise<string>;
  /** What was sealed for this purpose here, and when (seconds since 1970); undefined for anything else, and when its time is over. */
  open(
    purpose: string,
    text: string,
  ): Promise<{ readonly claims: Sealed; readonly sealedAt: number } | undefined>;
}

/** No cookie is longer; what is does not even get decrypted. */
const MOST_CHARS = 4096;

/**
 * Encrypted JSON web tokens (AES-256-GCM, by `jose`).
 *
 * @param keys the first one seals, all of them open
 * @param place of another deployment's with the same keys nothing is opened
 */
export function createSealing(keys: readonly string[], place: string): Sealing {
  const derived = new Map(
    keys.map((key) => [kidOf(key), new Uint8Array(hkdfSync('sha256', key, '', 'cookies', 32))]),
  );
  const [first] = derived;
  if (!first) throw new Error('A key to seal with was expected');
  return {
    async seal(purpose, claims, forSeconds) {
      const { EncryptJWT } = await import('jose');
      const now = Math.floor(Date.now() / 1000);
      return new EncryptJWT({ ...claims })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: first[0] })
        .setIssuer(place)
        .setAudience(purpose)
        .setIssuedAt(now)
        .setExpirationTime(now + forSeconds)
        .encrypt(first[1]);
    },
    async open(purpose, text) {
      if (text === '' || text.length > MOST_CHARS) return undefined;
      const { jwtDecrypt } = await import('jose');
      try {
        const { payload } = await jwtDecrypt(text, ({ kid }) => keyOf(derived, kid), {
          issuer: place,
          audience: purpose,
          requiredClaims: ['iat', 'exp'],
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        });
        return { claims: payload, sealedAt: payload.iat ?? 0 };
      } catch {
        return undefined;
      }
    },
  };
}

function keyOf(keys: ReadonlyMap<string, Uint8Array>, kid: string | undefined): Uint8Array {
  const key = keys.get(kid ?? '');
  if (!key) throw new Error('No key of ours');
  return key;
}

/** Tells keys apart and says nothing of them. */
function kidOf(key: string): string {
  return createHash('sha256').update(`kid:${key}`).digest('base64url').slice(0, 8);
}
