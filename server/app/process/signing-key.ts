import { randomBytes } from 'node:crypto';
import { SecretUnavailable } from '@shortfactory/core';
import type { ObjectStore, SecretSource } from '@shortfactory/core';

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
  const kept = (await keptIn(store)) ?? (await make(store));
  register(kept);
  return checked(kept);
}

async function make(store: ObjectStore): Promise<string> {
  const made = randomBytes(32).toString('base64url');
  // Whoever comes second finds the first one's.
  await store.create(NAME, { bytes: Buffer.from(made) });
  return (await keptIn(store)) ?? made;
}

async function keptIn(store: ObjectStore): Promise<string | undefined> {
  const bytes = await store.read(NAME);
  return bytes && Buffer.from(bytes).toString('utf8');
}

function checked(key: string): string {
  if (key.length >= LEAST_CHARS) return key;
  throw new SecretUnavailable(`The signing key is shorter than ${LEAST_CHARS} characters.`);
}
