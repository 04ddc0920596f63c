/** A finished object as a reader gets it. */
export interface StoredFile {
  readonly name: string;
  readonly bytes: number;
  readonly contentType: string;
  /** Strong validator of this content, without quotes. */
  readonly etag: string;
  readonly updatedMs: number;
}

export interface ByteRange {
  /** First and last byte, both included. */
  readonly first: number;
  readonly last: number;
}

export interface LinkOptions {
  /** Whoever follows the link saves it under this name; without it the browser shows it. */
  readonly filename?: string;
  readonly seconds: number;
}

/** Where a client sends an upload itself. */
export interface UploadTarget {
  /** Absolute for a bucket's resumable session; undefined when the bytes go to our own `PUT /api/uploads/:id`. */
  readonly url?: string;
  /** Headers that the client has to send along. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface PublishedObject {
  readonly name: string;
  readonly bytes: number;
  readonly generation: string;
  /** Base64, as GCS gives it. */
  readonly crc32c: string;
}

/** How bytes reach people and come from them; beside ObjectStore, which the pipeline works with. */
export interface Delivery {
  /** What is known of the object, or undefined. Throws StorageFailed. */
  stat(name: string): Promise<StoredFile | undefined>;
  /** Its bytes as a stream, or undefined. The stream fails with StorageFailed; destroying it frees everything. */
  open(name: string, range?: ByteRange): Promise<NodeJS.ReadableStream | undefined>;
  /** A link that works for a while without us (V4 signed), or undefined where the store has none: then `open` serves it. */
  link(name: string, options: LinkOptions): Promise<string | undefined>;
  /**
   * Copies an object to a new name (it must be absent; present with equal content is success) and gives what then
   * stands there, size and checksum compared with the source. Throws StorageFailed.
   */
  publish(from: string, to: string, contentType: string): Promise<PublishedObject>;
  /** Opens a place for an upload of exactly `bytes` of `contentType` from a page of `origin`. */
  uploadTarget(
    name: string,
    options: { contentType: string; bytes: number; origin?: string },
  ): Promise<UploadTarget>;
  /** Receives an upload by ourselves: at most `maxBytes`, whole or not at all. Throws InputInvalid when it is longer. */
  receive(name: string, source: NodeJS.ReadableStream, maxBytes: number, contentType: string): Promise<void>;
}
