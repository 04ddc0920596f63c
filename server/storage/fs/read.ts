import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';

const CHUNK_BYTES = 256 * 1024;

/**
 * Bytes `first` to `last` of an open file, which it closes. Fails with what `failure` makes of a system error, and when
 * the file ends early: it was cut under the reader's hands.
 */
export function readRange(
  file: FileHandle,
  { first, last }: { first: number; last: number },
  failure: (cause: unknown) => Error,
): Readable {
  let position = first;
  const next = async (): Promise<Buffer | null> => {
    const wanted = Math.min(CHUNK_BYTES, last + 1 - position);
    if (wanted <= 0) return null;
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(wanted), 0, wanted, position);
    if (bytesRead === 0) throw new Error(`the file ended at ${position}, not at ${last + 1}`);
    position += bytesRead;
    return buffer.subarray(0, bytesRead);
  };
  return new Readable({
    highWaterMark: CHUNK_BYTES,
    read() {
      next().then(
        (chunk) => this.push(chunk),
        (cause: unknown) => this.destroy(failure(cause)),
      );
    },
    destroy(error, done) {
      file.close().then(
        () => done(error),
        (cause: unknown) => done(error ?? failure(cause)),
      );
    },
  });
}
