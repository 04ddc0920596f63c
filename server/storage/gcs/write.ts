import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CreateWriteStreamOptions, File } from '@google-cloud/storage';
import { Crc32c, crc32cOf } from '../crc32c.ts';
import { WRITE_ID } from './bucket.ts';
import type { GcsBucket, GcsObject } from './bucket.ts';
import { outcomeOf } from './failure.ts';
import { Idle, patiently } from './patience.ts';

/** Up to here one request carries everything; above, a session that goes on where a connection broke. */
export const ONE_REQUEST_BYTES = 5 * 1024 * 1024;

type Interceptor = File['interceptors'][number];

export interface Write {
  readonly name: string;
  readonly contentType: string;
  /** '0': the object must be absent. */
  readonly ifGeneration: string;
  readonly writeId: string;
}

export function newWriteId(): string {
  return randomUUID();
}

/** One attempt in one request. Throws what the client throws: the outcome tells whether it may have been done. */
export async function putBytes(bucket: GcsBucket, write: Write, bytes: Uint8Array): Promise<GcsObject> {
  const crc = new Crc32c();
  crc.update(bytes);
  const options = { ...writeOptions(write, crc.base64()), resumable: false };
  return transfer(bucket, write.name, Readable.from([bytes]), options, bucket.patience.answerMs);
}

/**
 * A file, in a session that goes on where a connection broke. Throws what the client throws; `absent` then stands for a
 * session that is gone.
 */
export async function putFile(bucket: GcsBucket, write: Write, path: string): Promise<GcsObject> {
  const contentLength = (await stat(path)).size;
  const options = writeOptions(write, await crc32cOf(createReadStream(path)));
  const metadata = { ...options.metadata, contentLength };
  let uri: string | undefined;
  const attempt = async (): Promise<GcsObject> => {
    // The write may stand although its answer was lost: a finished session takes no more.
    const made = uri === undefined ? undefined : await bucket.head(write.name);
    if (made?.writeId === write.writeId) return made;
    const session = uri === undefined ? {} : { uri };
    return transfer(
      bucket,
      write.name,
      createReadStream(path),
      { ...options, metadata: { ...metadata }, resumable: true, ...session },
      bucket.patience.idleMs,
      (opened) => (uri = opened),
    );
  };
  return patiently(bucket.patience, async () => {
    try {
      return await attempt();
    } catch (cause) {
      if (uri === undefined || outcomeOf(cause) !== 'absent') throw cause;
      uri = undefined;
      return attempt();
    }
  });
}

/** A stream that comes once and so is sent once, whatever its length. */
export async function putStream(
  bucket: GcsBucket,
  write: Write,
  source: AsyncIterable<Uint8Array>,
): Promise<GcsObject> {
  const options = { ...writeOptions(write), resumable: true };
  return transfer(bucket, write.name, Readable.from(source), options, bucket.patience.idleMs);
}

function writeOptions(write: Write, crc32c?: string): CreateWriteStreamOptions {
  return {
    preconditionOpts: { ifGenerationMatch: write.ifGeneration },
    metadata: {
      contentType: write.contentType,
      metadata: { [WRITE_ID]: write.writeId },
      // The bucket compares before anything stands. The client would compare afterwards, and delete what differs: by
      // then that may be another writer's object.
      ...(crc32c === undefined ? {} : { crc32c }),
    },
    validation: false,
  };
}

async function transfer(
  bucket: GcsBucket,
  name: string,
  source: Readable,
  options: CreateWriteStreamOptions,
  idleMs: number,
  onSession: (uri: string) => void = () => undefined,
): Promise<GcsObject> {
  const idle = new Idle(idleMs);
  const ended = new AbortController();
  const file = bucket.file(name);
  if (options.resumable) file.interceptors.push(forSessions(bucket, ended.signal));
  const watch = new Transform({
    transform(chunk, _encoding, done) {
      idle.touch();
      done(null, chunk);
    },
  });
  try {
    const sink = file.createWriteStream(options);
    sink.on('uri', onSession);
    await pipeline(source, watch, sink, { signal: idle.signal });
    return bucket.describe(file.metadata);
  } finally {
    idle.stop();
    ended.abort();
  }
}

/**
 * The client leaves the request of a session open, for as long as the bucket lets it, when the stream into it is
 * destroyed; so its requests get a signal that ends them.
 */
function forSessions(bucket: GcsBucket, signal: AbortSignal): Interceptor {
  const adapter = <T>(options: { readonly url: string | URL }, send: (options: object) => T): T =>
    send({ ...options, url: bucket.sessionUrl(options.url), signal });
  return { request: (options) => ({ ...options, adapter }) as unknown as ReturnType<Interceptor['request']> };
}
