import { KEY_SCOPES, RecordUnreadable } from '@shortfactory/core';
import { z } from 'zod';

const time = z.number().nonnegative().max(8.64e15);
const storedKey = z.strictObject({
  id: z.string(),
  /** What uses it, in its owner's words. */
  name: z.string(),
  scopes: z.array(z.enum(KEY_SCOPES)),
  /** Keyed hash of the key. */
  hash: z.string(),
  /** The first characters of the key. */
  prefix: z.string(),
  createdMs: time,
  endsMs: time,
  /** To about ten minutes. */
  usedMs: time.exactOptional(),
  revokedMs: time.exactOptional(),
});
const person = z.strictObject({
  format: z.literal(1),
  /** As jobs know the owner. */
  owner: z.string(),
  /** Oldest first. */
  keys: z.array(storedKey),
});

export type PersonKey = Readonly<z.output<typeof storedKey>>;
export interface PersonRecord {
  readonly owner: string;
  readonly keys: readonly PersonKey[];
}

/** The object that holds what belongs to a person and to no video. */
export function personName(ownerHash: string): string {
  return `people/${ownerHash}`;
}

export function encodePerson({ owner, keys }: PersonRecord): Uint8Array {
  return Buffer.from(JSON.stringify({ owner, keys, format: 1 }));
}

/** Throws RecordUnreadable. */
export function decodePerson(bytes: Uint8Array): PersonRecord {
  try {
    return person.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch (cause) {
    throw new RecordUnreadable('The keys of a person cannot be read.', { cause });
  }
}
