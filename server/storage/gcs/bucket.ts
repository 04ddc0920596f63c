import type { Bucket, File, FileMetadata } from '@google-cloud/storage';
import { StorageFailed } from '@shortfactory/core';
import type { DomainError } from '@shortfactory/core';
import { gcsFailure, outcomeOf } from './failure.ts';
import { patiently, PATIENCE, within } from './patience.ts';
import type { Patience } from './patience.ts';
import { assertObjectName } from '../names.ts';

/** What the bucket knows of an object. */
export interface GcsObject {
  readonly name: string;
  readonly bytes: number;
  readonly generation: string;
  readonly contentType: string;
  readonly crc32c: string;
  readonly updatedMs: number;
  /** Set by this program at each write, another each time; undefined for objects that others made. */
  readonly writeId: string | undefined;
}

/** Under this name an object carries the id of the write that made it. */
export const WRITE_ID = 'shortfactory-write';

/**
 * A bucket as the adapters use it: requests that may be done twice are tried again with patience, none takes for ever,
 * and whatever fails is StorageFailed. The client must not try again by itself (`autoRetry: false`): then one call is
 * one attempt, and a 412 is never the echo of a write of one's own.
 */
export class GcsBucket {
  readonly name: string;
  readonly patience: Patience;
  /** Where the API is. */
  readonly endpoint: string;
  readonly #bucket: Bucket;
  readonly #signsIn: boolean;

  constructor(bucket: Bucket, options: { patience?: Patience; signsIn?: boolean } = {}) {
    this.name = bucket.name;
    this.patience = options.patience ?? PATIENCE;
    this.endpoint = bucket.storage.apiEndpoint;
    this.#bucket = bucket;
    this.#signsIn = options.signsIn ?? true;
  }

  /** Throws InputInvalid unless the name is one: no other gets into an address. */
  file(name: string, generation?: string): File {
    assertObjectName(name);
    return this.#bucket.file(name, generation === undefined ? {} : { generation });
  }

  /** For requests that do not go through the client. */
  async authorization(): Promise<Record<string, string>> {
    return this.#signsIn ? this.#bucket.storage.authClient.getRequestHeaders(this.endpoint) : {};
  }

  /**
   * Where this process sends the bytes of an upload session. An emulator names sessions by the address that browsers
   * use, which may lead nowhere from here.
   */
  sessionUrl(url: string | URL): URL {
    const { pathname, search } = new URL(url);
    return this.#signsIn ? new URL(url) : new URL(`${pathname}${search}`, this.endpoint);
  }

  /** The result of `act`, with retries; undefined when the object is absent. Only for idempotent calls. */
  async ifPresent<T>(act: () => Promise<T>): Promise<T | undefined> {
    try {
      return await patiently(this.patience, act);
    } catch (cause) {
      if (outcomeOf(cause) === 'absent') return undefined;
      throw this.failure(cause);
    }
  }

  /** As `ifPresent`, for what cannot be absent. */
  async done<T>(act: () => Promise<T>): Promise<T> {
    return patiently(this.patience, act).catch((cause: unknown) => {
      throw this.failure(cause);
    });
  }

  async head(name: string): Promise<(GcsObject & { readonly nowMs: number }) | undefined> {
    const file = this.file(name);
    return this.ifPresent(async () => {
      const [metadata, answer] = await within(this.patience.answerMs, file.getMetadata());
      return { ...this.describe(metadata), nowMs: this.#dateOf(answer) };
    });
  }

  async list(prefix: string, startOffset: string, limit: number, pageToken?: string): Promise<NamePage> {
    const query = { prefix, startOffset, maxResults: limit, fields: 'items(name),nextPageToken' };
    const page = pageToken === undefined ? {} : { pageToken };
    const options = { ...query, ...page, autoPaginate: false };
    const [files, following] = await this.done(() =>
      within(this.patience.answerMs, this.#bucket.getFiles(options)),
    );
    return { names: files.map((file) => file.name), next: pageTokenOf(following) };
  }

  /** Throws StorageFailed when the API's answer is not what it promises. */
  describe(metadata: FileMetadata): GcsObject {
    const { name, size, generation, crc32c, updated, contentType } = metadata;
    if (name === undefined || generation === undefined || crc32c === undefined || updated === undefined)
      throw new StorageFailed(`The bucket ${this.name} answered without what it should say of an object.`);
    const [bytes, updatedMs] = [Number(size ?? 0), Date.parse(updated)];
    if (!Number.isSafeInteger(bytes) || bytes < 0 || Number.isNaN(updatedMs))
      throw new StorageFailed(`The bucket ${this.name} answered with a size or time that cannot be.`);
    const writeId = metadata.metadata?.[WRITE_ID];
    return {
      name,
      bytes,
      generation: String(generation),
      contentType: contentType ?? 'application/octet-stream',
      crc32c,
      updatedMs,
      writeId: typeof writeId === 'string' ? writeId : undefined,
    };
  }

  failure(cause: unknown): DomainError {
    return gcsFailure(this.name, cause);
  }

  /** The store's clock: the Date header of an answer, in whole seconds. */
  #dateOf(answer: unknown): number {
    const headers = (answer as { readonly headers?: Readonly<Record<string, unknown>> } | undefined)?.headers;
    const nowMs = Date.parse(String(headers?.date));
    if (Number.isNaN(nowMs))
      throw new StorageFailed(`The bucket ${this.name} answered without telling its time.`);
    return nowMs;
  }
}

export interface NamePage {
  readonly names: readonly string[];
  /** Of the following page. */
  readonly next: string | undefined;
}

function pageTokenOf(query: unknown): string | undefined {
  const token = (query as { readonly pageToken?: unknown } | null | undefined)?.pageToken;
  return typeof token === 'string' ? token : undefined;
}
