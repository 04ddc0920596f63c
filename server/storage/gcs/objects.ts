import { constants } from 'node:fs';
import { access, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { SNIFF_BYTES, StorageFailed } from '@shortfactory/core';
import type { ObjectInfo, ObjectSource, ObjectStore } from '@shortfactory/core';
import { codeOf, storageFailure } from '../fs/failure.ts';
import type { GcsBucket } from './bucket.ts';
import { outcomeOf, TRY_AGAIN } from './failure.ts';
import { patiently, within } from './patience.ts';
import { openObject } from './read.ts';
import { newWriteId, ONE_REQUEST_BYTES, putBytes, putFile } from './write.ts';
import type { Write } from './write.ts';
import { typeByContent, typeByEnding } from '../media-type.ts';
import { assertObjectName, assertPrefix } from '../names.ts';

/** As many names as the API gives on one page. */
const PAGE = 1000;

/**
 * Objects in a Cloud Storage bucket. `create` is an upload that wants the object to be absent; each carries an id of its
 * own, so that one whose answer was lost is recognized when it is tried again.
 */
export class GcsObjectStore implements ObjectStore {
  readonly #bucket: GcsBucket;

  constructor(bucket: GcsBucket) {
    this.#bucket = bucket;
  }

  async head(name: string): Promise<ObjectInfo | undefined> {
    const found = await this.#bucket.head(name);
    return found && { name, bytes: found.bytes, updatedMs: found.updatedMs };
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    return this.#bucket.ifPresent(async () => {
      const stream = await openObject(this.#bucket, name);
      return stream && buffer(stream);
    });
  }

  async download(name: string, path: string): Promise<boolean> {
    const done = await this.#bucket.ifPresent(async () => {
      const stream = await openObject(this.#bucket, name);
      if (stream) await writeNew(path, stream);
      return stream !== undefined;
    });
    return done ?? false;
  }

  async create(name: string, source: ObjectSource): Promise<boolean> {
    assertObjectName(name);
    const { bytes, head } = await look(source);
    const isLarge = bytes > ONE_REQUEST_BYTES;
    if (isLarge && (await this.#bucket.head(name))) return false;
    const write = {
      name,
      contentType: typeByEnding(name) ?? typeByContent(head),
      ifGeneration: '0',
      writeId: newWriteId(),
    };
    try {
      await this.#put(write, source, isLarge);
      return true;
    } catch (cause) {
      const outcome = outcomeOf(cause);
      if (outcome !== 'precondition' && !TRY_AGAIN.includes(outcome)) throw this.#bucket.failure(cause);
      // What stands there may be what an earlier attempt made.
      const found = await this.#bucket.head(name);
      if (!found && outcome !== 'precondition') throw this.#bucket.failure(cause);
      return found?.writeId === write.writeId;
    }
  }

  async list(
    prefix: string,
    { limit, after = '', signal }: { limit: number; after?: string; signal?: AbortSignal },
  ): Promise<string[]> {
    assertPrefix(prefix);
    const names: string[] = [];
    let page: string | undefined;
    do {
      signal?.throwIfAborted();
      // The API begins with `after` itself.
      const wanted = Math.min(PAGE, limit - names.length + 1);
      if (wanted <= 1) break;
      const found = await this.#bucket.list(prefix, after, wanted, page);
      names.push(...found.names.filter((name) => name > after));
      page = found.next;
    } while (page !== undefined);
    return names.slice(0, Math.max(0, limit));
  }

  async remove(name: string): Promise<void> {
    const file = this.#bucket.file(name);
    await this.#bucket.ifPresent(() => within(this.#bucket.patience.answerMs, file.delete()));
  }

  async #put(write: Write, source: ObjectSource, isLarge: boolean): Promise<void> {
    if (isLarge && 'file' in source) {
      await putFile(this.#bucket, write, source.file);
      return;
    }
    const bytes = 'file' in source ? await readFile(source.file) : source.bytes;
    await patiently(this.#bucket.patience, () => putBytes(this.#bucket, write, bytes));
  }
}

/** A source's length and first bytes. Throws StorageFailed that names a file that cannot be read. */
async function look(source: ObjectSource): Promise<{ bytes: number; head: Uint8Array }> {
  if ('bytes' in source) return { bytes: source.bytes.length, head: source.bytes.subarray(0, SNIFF_BYTES) };
  try {
    await access(source.file, constants.R_OK);
    const file = await open(source.file);
    try {
      const { buffer: head } = await file.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
      return { bytes: (await file.stat()).size, head };
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw new StorageFailed(`The file ${source.file} cannot be read (${codeOf(cause)}).`, { cause });
  }
}

/** Writes a stream to a new file; nothing of it stays when the stream or the disk fails. */
async function writeNew(path: string, stream: AsyncIterable<Uint8Array>): Promise<void> {
  const onDisk = (cause: unknown): never => {
    if (codeOf(cause) === 'EEXIST') throw new StorageFailed(`The file ${path} is there already.`, { cause });
    throw storageFailure(dirname(path), cause);
  };
  const file = await open(path, 'wx').catch(onDisk);
  try {
    for await (const chunk of stream) await file.writeFile(chunk).catch(onDisk);
  } catch (cause) {
    await rm(path, { force: true });
    throw cause;
  } finally {
    await file.close();
  }
}
