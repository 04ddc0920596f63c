import { RecordFromNewer, RecordUnreadable, lazily } from '@shortfactory/core';
import { z } from 'zod';

/** A version that a later one has followed. Frozen: what a release has written stays readable. */
export interface EarlierVersion {
  /** Every field that a record of this version may hold, strict at every level, without `format`. */
  readonly schema: z.ZodType<object>;
  /**
   * The same record as the next version holds it, where a field that both have means something else there, or is gone;
   * the next version's schema checks what it returns. Without it the next version only adds fields: a record of this one
   * is one of that as it stands, and one that uses none of them is still written in this version, so that the release
   * before reads it.
   */
  readonly upgrade?: (record: object) => object;
}

export interface RecordVersions<Latest> {
  /** From version 1 on, in order. */
  readonly earlier: readonly EarlierVersion[];
  readonly latest: z.ZodType<Latest>;
}

export interface RecordCodec<Latest> {
  /** In the oldest version that holds all of it. Throws where a field is not the latest version's. */
  encode(record: Latest): Uint8Array;
  /**
   * The record of this job in the latest version. Throws RecordFromNewer for a version that is not known here, and
   * RecordUnreadable for bytes that do not have exactly the fields of the version that they name.
   */
  decode(id: string, bytes: Uint8Array): Latest;
}

/** Records as JSON. `format` is a record's version: the name that release 0.1.0 gave it, and looks for. */
export function createRecordCodec<Latest extends { readonly job: { readonly id: string } }>({
  earlier,
  latest,
}: RecordVersions<Latest>): RecordCodec<Latest> {
  // Compiled when first needed, as a record is checked at each read and write of it.
  const schemas = [...earlier.map(({ schema }) => schema), latest].map((schema) =>
    lazily((): z.ZodType<object> => z.compile(schema)),
  );
  const schemaOf = (version: number): z.ZodType<object> => schemas[version - 1]?.() ?? latest;
  const latestVersion = schemas.length;
  // Every version from this one on only adds to the one before: what fits one of them fits the latest.
  const oldestWritten = earlier.findLastIndex(({ upgrade }) => upgrade) + 2;
  /** As it is stored; undefined where it fits no version. */
  const fitted = (record: unknown): object | undefined => {
    for (let format = oldestWritten; format <= latestVersion; format++) {
      const parsed = schemaOf(format).safeParse(record);
      if (parsed.success) return { ...parsed.data, format };
    }
    return undefined;
  };
  return {
    encode(record) {
      // Nearly every record is plain data. JSON leaves out what is undefined, and has null for NaN.
      const stored = fitted(record) ?? fitted(JSON.parse(JSON.stringify(record)));
      if (stored) return Buffer.from(JSON.stringify(stored));
      const problem = misfit(latest.safeParse(record).error, latestVersion);
      throw new Error(`The record of job ${record.job.id} was not written: it ${problem}.`);
    },
    decode(id, bytes) {
      const { format, ...written } = objectIn(id, bytes);
      const version = versionOf(id, format, latestVersion);
      let fields = checked(id, schemaOf(version), written, version);
      for (let next = version + 1; next <= latestVersion; next++) {
        const upgrade = earlier[next - 2]?.upgrade;
        if (upgrade) fields = checked(id, schemaOf(next), upgrade(fields), next);
      }
      // Checked as the latest version, or as one to which all since only add.
      const record = fields as Latest;
      if (record.job.id === id) return record;
      throw new RecordUnreadable(`The record of job ${id} is another job's: job.id is not its own.`);
    },
  };
}

function objectIn(id: string, bytes: Uint8Array): { readonly format?: unknown } {
  try {
    const json: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json;
  } catch (cause) {
    throw new RecordUnreadable(`The record of job ${id} is not JSON.`, { cause });
  }
  throw new RecordUnreadable(`The record of job ${id} is not a JSON object.`);
}

function versionOf(id: string, format: unknown, latestVersion: number): number {
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1) {
    throw new RecordUnreadable(
      `The record of job ${id} does not fit at format (expected its version, a whole number from 1).`,
    );
  }
  if (format <= latestVersion) return format;
  throw new RecordFromNewer(
    `The record of job ${id} has version ${format} (its format), and this release reads up to version ${latestVersion}: a newer release wrote it, and it is left as it is.`,
  );
}

function checked<T>(id: string, schema: z.ZodType<T>, fields: object, version: number): T {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  throw new RecordUnreadable(`The record of job ${id} ${misfit(parsed.error, version)}.`);
}

/** What the first wrong field is, without its value. */
function misfit(error: z.ZodError | undefined, version: number): string {
  const [issue] = error?.issues ?? [];
  const path = issue?.path ?? [];
  return issue?.code === 'unrecognized_keys'
    ? `has a field that version ${version} does not have: ${[...path, issue.keys[0]].join('.')}`
    : `does not fit version ${version} at ${path.join('.')}`;
}
