import type { SecretName, SecretSource } from '@shortfactory/core';
import { CallFailed } from './failure.ts';

/** Returns a key for one call. Throws CallFailed. */
export type Key = () => Promise<string>;

/** The first of these secrets that is set up, read before every call: a rotated key is used at once. */
export function keyFrom(
  secrets: Pick<SecretSource, 'get'>,
  label: string,
  names: readonly SecretName[],
): Key {
  return async () => {
    for (const name of names) {
      const key = await secrets.get(name).catch((cause: unknown) => {
        throw new CallFailed('down', `The key for ${label} cannot be read.`, { cause });
      });
      if (key !== undefined) return key;
    }
    throw new CallFailed('key', `There is no key for ${label}: ${names.join(' or ')} was expected.`);
  };
}
