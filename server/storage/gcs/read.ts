import { Readable } from 'node:stream';
import { InputInvalid } from '@shortfactory/core';
import type { ByteRange } from '@shortfactory/core';
import { Crc32c } from '../crc32c.ts';
import type { GcsBucket } from './bucket.ts';
import { GcsAnswer, outcomeOf } from './failure.ts';
import { Idle } from './patience.ts';

export interface ReadOptions {
  /** Reads this generation or nothing. */
  readonly generation?: string;
  readonly range?: ByteRange;
  /** What the stream fails with; by default what happened, as it is. */
  readonly failure?: (cause: unknown) => Error;
}

/**
 * An object's bytes, or undefined. Length and, of a whole object, checksum are compared with what the bucket says: a
 * difference fails the stream. Destroying it ends the transfer.
 *
 * Not through the client's own read stream: when one of those breaks, it destroys the connections of all requests that
 * are under way, a job's swap among them.
 */
export async function openObject(
  bucket: GcsBucket,
  name: string,
  { generation, range, failure }: ReadOptions = {},
): Promise<Readable | undefined> {
  const url = mediaUrl(bucket, name, generation);
  return bucket.ifPresent(async () => {
    const idle = new Idle(bucket.patience.idleMs);
    try {
      const headers = {
        ...(await bucket.authorization()),
        'accept-encoding': 'identity',
        ...(range ? { range: `bytes=${range.first}-${range.last}` } : {}),
      };
      const response = await fetch(url, { headers, signal: idle.signal });
      if (!response.ok || !response.body)
        throw new GcsAnswer(response.status, (await response.text()).slice(0, 500));
      idle.stop();
      // The reader gets the error when it reads. Until then an unhandled error event would end the process.
      const body = Readable.fromWeb(response.body).on('error', () => undefined);
      return checked(response, body, idle, range === undefined, failure);
    } catch (cause) {
      idle.stop();
      if (outcomeOf(cause) !== 'range') throw cause;
      throw new InputInvalid('range', `${range?.first}-${range?.last} is not within ${name}`);
    }
  });
}

function mediaUrl(bucket: GcsBucket, name: string, generation: string | undefined): URL {
  const { id } = bucket.file(name);
  const url = new URL(`/storage/v1/b/${bucket.name}/o/${id}`, bucket.endpoint);
  url.searchParams.set('alt', 'media');
  if (generation !== undefined) url.searchParams.set('generation', generation);
  return url;
}

function checked(
  response: Response,
  body: Readable,
  idle: Idle,
  whole: boolean,
  failure: (cause: unknown) => unknown = (cause) => cause,
): Readable {
  const length = response.headers.get('content-length');
  const crc32c = whole ? /crc32c=([^,]+)/.exec(response.headers.get('x-goog-hash') ?? '')?.[1] : undefined;
  const expected = { bytes: length === null ? undefined : Number(length), crc32c };
  const chunks = watched(body, idle, expected, failure);
  const stream = Readable.from(chunks, { objectMode: false });
  // A generator that was never asked for anything cannot clean up after itself.
  stream.once('close', () => body.destroy());
  return stream;
}

async function* watched(
  body: Readable,
  idle: Idle,
  expected: { readonly bytes: number | undefined; readonly crc32c: string | undefined },
  failure: (cause: unknown) => unknown,
): AsyncGenerator<Uint8Array> {
  const crc = new Crc32c();
  let bytes = 0;
  try {
    // Time counts while the bucket is waited for, not while the reader takes its own.
    idle.touch();
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      idle.stop();
      bytes += chunk.length;
      if (expected.crc32c !== undefined) crc.update(chunk);
      yield chunk;
      idle.touch();
    }
    if (expected.bytes !== undefined && bytes !== expected.bytes)
      throw new Error(`${bytes} of ${expected.bytes} bytes came`);
    if (expected.crc32c !== undefined && crc.base64() !== expected.crc32c)
      throw new Error('the bytes differ from what was stored');
  } catch (cause) {
    throw failure(cause);
  } finally {
    idle.stop();
  }
}
