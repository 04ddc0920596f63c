import { randomBytes } from 'node:crypto';
import { SecretUnavailable } from '@shortfactory/core';
import type { ObjectStore, SecretSource } from '@shortfactory/core';

const NAME = 'keys/signing';
const LEAST_CHARS = 32;

/**
 * The key for job ids and owner hashes: SIGNING_KEY, or one that is generated once and stored, where every process on
 * that store finds it. It is passed to `register` before it is used.
 */
export async function signingKey(
  secrets: SecretSource,
  store: ObjectStore,
  register: (value: string) => void,
): Promise<string> {
  const given = await secrets.get('SIGNING_KEY');
  if (given !== undefined) return checked(given);
  const key = (await storedIn(store)) ?? (await generate(store));
  register(key);
  return checked(key);
}

async function generate(store: ObjectStore): Promise<string> {
  const made = randomBytes(32).toString('base64url');
  // When another process was first, its key counts.
  await store.create(NAME, { bytes: Buffer.from(made) });
  return (await storedIn(store)) ?? made;
}

async function storedIn(store: ObjectStore): Promise<string | undefined> {
  const bytes = await store.read(NAME);
  return bytes && Buffer.from(bytes).toString('utf8');
}

function checked(key: string): string {
  if (key.length >= LEAST_CHARS) return key;
  throw new SecretUnavailable(`The signing key is shorter than ${LEAST_CHARS} characters.`);
}
