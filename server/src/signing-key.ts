import { randomBytes } from 'node:crypto';
import { SecretUnavailable } from './domain/errors.ts';
import type { ObjectStore } from './ports/object-store.ts';
import type { SecretSource } from './ports/secret-source.ts';

const NAME = 'keys/signing';
const LEAST_CHARS = 32;

/**
 * What job ids and owners' hashes are made with: SIGNING_KEY, or one that is made once and kept in the store, where
 * every process on that store finds it. It is told to `register` before anybody uses it.
 */
export async function signingKey(
  secrets: SecretSource,
  store: ObjectStore,
  register: (value: string) => void,
): Promise<string> {
  const given = await secrets.get('SIGNING_KEY');
  if (given !== undefined) return checked(given);
  const made = randomBytes(32).toString('base64url');
  register(made);
  // Whoever comes second finds the first one's.
  await store.create(NAME, { bytes: Buffer.from(made) });
  const kept = Buffer.from((await store.read(NAME)) ?? '').toString('utf8');
  register(kept);
  return checked(kept);
}

function checked(key: string): string {
  if (key.length >= LEAST_CHARS) return key;
  throw new SecretUnavailable(`The signing key is shorter than ${LEAST_CHARS} characters.`);
}
