import type { JobRecord } from '@shortfactory/core';
import type { z } from 'zod';
import { createRecordCodec } from './record-codec.ts';
import { version1 } from './record-version-1.ts';
import { version2 } from './record-version-2.ts';

/** What a write leaves in the object besides the record: its own name, and those of the writes before it. */
export interface Written {
  readonly record: JobRecord;
  readonly writeId: string;
  /** The last ones, oldest first, the current one included. */
  readonly writeIds: readonly string[];
}

type Fields = JobRecord & Omit<Written, 'record'>;

/** A type with every field required, at every level. */
type Filled<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Each)[]
    ? readonly Filled<Each>[]
    : { readonly [Key in keyof T]-?: Filled<T[Key]> };

/** z.ZodType where the schema has all fields of the domain's record and no other; else never, which does not compile. */
type Complete<Schema extends z.ZodType> = [Filled<z.output<Schema>>] extends [Filled<Fields>]
  ? [Filled<Fields>] extends [Filled<z.output<Schema>>]
    ? z.ZodType
    : never
  : never;

/** A field that is added to a record needs a version of its own: docs/decisions/0084-versions-of-records.md. */
const codec = createRecordCodec<Fields>({
  // Version 2 only adds to it, so that a record that fits it is one that fits the latest.
  earlier: [{ schema: version1 satisfies z.ZodType<Fields> }],
  latest: version2 satisfies Complete<typeof version2>,
});

/** Throws when the record holds what its version does not: it could not be read again. */
export function encodeRecord({ record, writeId, writeIds }: Written): Uint8Array {
  return codec.encode({ ...record, writeId, writeIds });
}

/** Throws RecordUnreadable when the bytes are not a record of a version that is known here; nothing is guessed. */
export function decodeRecord(id: string, bytes: Uint8Array): Written {
  const { writeId, writeIds, ...record } = codec.decode(id, bytes);
  return { record, writeId, writeIds };
}
