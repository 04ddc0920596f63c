import { X509Certificate, createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { ConfigInvalid } from '@shortfactory/core';

/** As the operator gives them: PEM, in which lines may end with \n written out. */
export interface SigningPems {
  /** The certificate that signs, then those above it. */
  readonly certificate: string;
  readonly privateKey: string;
}

export type Algorithm = 'es256' | 'es384' | 'es512' | 'ed25519' | 'ps256';

export interface SigningMaterial {
  readonly chain: string;
  /** PKCS #8. */
  readonly key: string;
  readonly algorithm: Algorithm;
  readonly leaf: X509Certificate;
}

const CURVES: Readonly<Record<string, Algorithm>> = {
  prime256v1: 'es256',
  secp384r1: 'es384',
  secp521r1: 'es512',
};

/** Reads a certificate and its key. Throws ConfigInvalid with one sentence, which never holds the key. */
export function readSigningMaterial(
  { certificate, privateKey }: SigningPems,
  nowMs: number,
): SigningMaterial {
  const chain = withLines(certificate);
  const leaf = reading('C2PA_CERTIFICATE: is not a certificate in PEM', () => new X509Certificate(chain));
  const key = reading('C2PA_PRIVATE_KEY: is not a private key in PEM, without a password', () =>
    createPrivateKey(withLines(privateKey)),
  );
  if (!leaf.checkPrivateKey(key))
    throw new ConfigInvalid(
      'C2PA_PRIVATE_KEY: is not the key of C2PA_CERTIFICATE, whose first certificate signs',
    );
  const refused = outOfTime(leaf, nowMs);
  if (refused !== undefined)
    throw new ConfigInvalid(`C2PA_CERTIFICATE: ${refused}; one that is valid was expected`);
  const pem = key.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { chain, key: pem, algorithm: algorithmOf(key), leaf };
}

/** Why a certificate is not valid at a time, as the end of a sentence. */
export function outOfTime({ validFrom, validTo }: X509Certificate, nowMs: number): string | undefined {
  const day = (time: string): string => new Date(time).toISOString().slice(0, 10);
  if (nowMs > Date.parse(validTo)) return `ran out on ${day(validTo)}`;
  if (nowMs < Date.parse(validFrom)) return `is not valid before ${day(validFrom)}`;
  return undefined;
}

function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): Algorithm {
  const algorithm =
    asymmetricKeyType === 'ed25519'
      ? 'ed25519'
      : asymmetricKeyType === 'rsa' || asymmetricKeyType === 'rsa-pss'
        ? 'ps256'
        : CURVES[asymmetricKeyDetails?.namedCurve ?? ''];
  if (algorithm) return algorithm;
  throw new ConfigInvalid('C2PA_PRIVATE_KEY: is not a key of EC (P-256, P-384, P-521), Ed25519 or RSA');
}

function withLines(pem: string): string {
  return `${pem.replaceAll('\\n', '\n').trim()}\n`;
}

function reading<T>(sentence: string, read: () => T): T {
  try {
    return read();
  } catch {
    // The cause may repeat what was read.
    throw new ConfigInvalid(sentence);
  }
}
