import { createHash } from 'node:crypto';
import { NotFound } from '@shortfactory/core';
import type { ByteRange, Delivery } from '@shortfactory/core';
import type { SizedFile } from './sized-zip.ts';

/** What every reader of archives takes, and what a browser fetches in one go. */
export const MOST_ARCHIVE_BYTES = 2_000_000_000;

/** A file of the store in an archive; undefined where it is gone, damaged, or not as long as it was (`bytes`). */
export async function storedFile(
  path: string,
  object: string,
  delivery: Delivery,
  bytes?: number,
): Promise<SizedFile | undefined> {
  const file = await delivery.stat(object);
  if (!file || file.damaged || file.bytes !== (bytes ?? file.bytes)) return undefined;
  return {
    path,
    ...{ bytes: file.bytes, content: object },
    open: async (range) => {
      const stream = await delivery.open(object, range);
      if (!stream) throw new NotFound('This file is not there any more.');
      return stream as AsyncIterable<Uint8Array>;
    },
  };
}

export function textFile(path: string, text: string): SizedFile {
  const bytes = Buffer.from(text);
  const content = createHash('sha256').update(bytes).digest('hex');
  return { path, bytes: bytes.length, content, open: async (range) => once(bytes, range) };
}

/** Of an archive with this content alone. */
export function archiveTag(files: readonly SizedFile[], timeMs: number): string {
  const named = files.map(({ path, bytes, content }) => [path, bytes, content]);
  return createHash('sha256')
    .update(JSON.stringify([timeMs, named]))
    .digest('hex')
    .slice(0, 32);
}

async function* once(bytes: Buffer, { first, last }: ByteRange): AsyncGenerator<Uint8Array> {
  yield bytes.subarray(first, last + 1);
}
