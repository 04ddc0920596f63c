import { Readable } from 'node:stream';
import { InputInvalid } from '@shortfactory/core';
import type { ByteRange } from '@shortfactory/core';

/**
 * An upload's bytes, at most `maxBytes` of them. Throws InputInvalid at the first byte too many, and when the upload
 * breaks off. The source stays open then: who sends it can still be answered.
 */
export async function* limited(source: NodeJS.ReadableStream, maxBytes: number): AsyncGenerator<Uint8Array> {
  const stream = source instanceof Readable ? source : new Readable().wrap(source);
  let bytes = 0;
  const chunks = stream.iterator({ destroyOnReturn: false });
  try {
    for await (const chunk of chunks as AsyncIterable<Uint8Array | string>) {
      const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      bytes += part.length;
      if (bytes > maxBytes)
        throw new InputInvalid('upload', `is longer than ${maxBytes} bytes, the most that was expected`);
      yield part;
    }
  } catch (cause) {
    if (cause instanceof InputInvalid) throw cause;
    throw new InputInvalid('upload', `broke off after ${bytes} bytes`);
  }
}

/** The range, ending with the object at the latest. Throws InputInvalid when it begins after the end or behind itself. */
export function rangeWithin({ first, last }: ByteRange, size: number, name: string): ByteRange {
  if (
    !Number.isSafeInteger(first) ||
    !Number.isSafeInteger(last) ||
    first < 0 ||
    first > last ||
    first >= size
  )
    throw new InputInvalid('range', `${first}-${last} is not within ${name}, which has ${size} bytes`);
  return { first, last: Math.min(last, size - 1) };
}
