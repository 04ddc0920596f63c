import { Conflict, StorageFailed } from '@shortfactory/core';
import type {
  ByteRange,
  Delivery,
  LinkOptions,
  PublishedObject,
  StoredFile,
  UploadOptions,
  UploadTarget,
} from '@shortfactory/core';
import { create as contentDisposition } from 'content-disposition';
import type { GcsBucket, GcsObject } from './bucket.ts';
import { outcomeOf } from './failure.ts';
import { within } from './patience.ts';
import { openObject } from './read.ts';
import { rewrite } from './rewrite.ts';
import { newWriteId, putStream } from './write.ts';
import { limited, rangeWithin } from '../limits.ts';
import { LinkCache } from '../link-cache.ts';
import { typeByEnding } from '../media-type.ts';
import { assertObjectName } from '../names.ts';

/** V4 signatures are valid for so long at most. */
const MAX_LINK_SECONDS = 7 * 24 * 60 * 60;

export interface GcsDeliveryOptions {
  /** False without signing credentials (an emulator): the server then delivers objects itself. */
  readonly signs: boolean;
  /** Another place than Google's for signing without a key. */
  readonly signingEndpoint?: string;
}

/**
 * The objects of a bucket as people get them: by links that the service account signs without a key (IAM signBlob), and
 * uploads straight into the bucket.
 */
export class GcsDelivery implements Delivery {
  readonly #bucket: GcsBucket;
  readonly #options: GcsDeliveryOptions;
  readonly #links = new LinkCache();

  constructor(bucket: GcsBucket, options: GcsDeliveryOptions = { signs: true }) {
    this.#bucket = bucket;
    this.#options = options;
  }

  async stat(name: string): Promise<StoredFile | undefined> {
    const found = await this.#bucket.head(name);
    if (!found) return undefined;
    const contentType = typeByEnding(name) ?? found.contentType;
    return { name, bytes: found.bytes, contentType, etag: found.generation, updatedMs: found.updatedMs };
  }

  async open(name: string, range?: ByteRange): Promise<NodeJS.ReadableStream | undefined> {
    const failure = (cause: unknown): Error => this.#bucket.failure(cause);
    if (!range) return openObject(this.#bucket, name, { failure });
    const found = await this.#bucket.head(name);
    if (!found) return undefined;
    const { generation } = found;
    return openObject(this.#bucket, name, {
      generation,
      range: rangeWithin(range, found.bytes, name),
      failure,
    });
  }

  /** Works at least as long as asked, at most twice as long: a link is signed once for all who ask meanwhile. */
  async link(name: string, { filename, seconds }: LinkOptions): Promise<string | undefined> {
    const file = this.#bucket.file(name);
    if (!this.#options.signs) return undefined;
    const lifeSeconds = Math.min(2 * seconds, MAX_LINK_SECONDS);
    return this.#links.get([name, filename ?? '', seconds].join('\n'), lifeSeconds / 2, async () => {
      const { signingEndpoint } = this.#options;
      const [signed] = await this.#bucket.done(() =>
        within(
          this.#bucket.patience.answerMs,
          file.getSignedUrl({
            version: 'v4',
            action: 'read',
            expires: Date.now() + lifeSeconds * 1000,
            ...(filename === undefined ? {} : { responseDisposition: contentDisposition(filename) }),
            ...(signingEndpoint === undefined ? {} : { signingEndpoint }),
          }),
        ),
      );
      return signed;
    });
  }

  async publish(from: string, to: string, contentType: string): Promise<PublishedObject> {
    assertObjectName(to);
    const source = await this.#bucket.head(from);
    if (!source) throw new StorageFailed(`There is no object ${from} to publish.`);
    // A job that was resumed publishes again: mostly it stands already.
    const published = (await this.#bucket.head(to)) ?? (await this.#copy(source, to, contentType));
    if (published.bytes !== source.bytes || published.crc32c !== source.crc32c)
      throw new StorageFailed(`${to} stands already and differs from ${from}.`);
    const { bytes, generation, crc32c } = published;
    return { name: to, bytes, generation, crc32c };
  }

  async uploadTarget(name: string, options: UploadOptions): Promise<UploadTarget> {
    const file = this.#bucket.file(name);
    const { contentType, bytes, origin } = options;
    const [url] = await this.#bucket.done(() =>
      within(
        this.#bucket.patience.answerMs,
        file.createResumableUpload({
          // The length is a header of this request: the bucket refuses what differs from it.
          metadata: { contentType, contentLength: bytes },
          preconditionOpts: { ifGenerationMatch: 0 },
          ...(origin === undefined ? {} : { origin }),
        }),
      ),
    );
    return { url, headers: { 'content-type': contentType } };
  }

  async receive(
    name: string,
    source: NodeJS.ReadableStream,
    maxBytes: number,
    contentType: string,
  ): Promise<void> {
    const write = { name, contentType, ifGeneration: '0', writeId: newWriteId() };
    this.#bucket.file(name);
    try {
      await putStream(this.#bucket, write, limited(source, maxBytes));
    } catch (cause) {
      const outcome = outcomeOf(cause);
      if (outcome === 'precondition') throw new Conflict('This upload was received before.');
      if (outcome !== 'unknown') throw this.#bucket.failure(cause);
      const found = await this.#bucket.head(name);
      if (found?.writeId !== write.writeId) throw this.#bucket.failure(cause);
    }
  }

  /** What stands at `to` after the source was copied there, or something was before. */
  async #copy(source: GcsObject, to: string, contentType: string): Promise<GcsObject> {
    const copied = await this.#bucket.ifPresent(async () => {
      try {
        return await rewrite(this.#bucket, source, to, contentType);
      } catch (cause) {
        if (outcomeOf(cause) === 'precondition') return this.#bucket.head(to);
        throw cause;
      }
    });
    if (!copied) throw new StorageFailed(`${source.name} or ${to} was removed while it was published.`);
    return copied;
  }
}
