/** A finished object as a reader gets it. */
export interface StoredFile {
  readonly name: string;
  readonly bytes: number;
  readonly contentType: string;
  /** Strong validator of this content, without quotes. */
  readonly etag: string;
  readonly updatedMs: number;
  /** Its length is not the one that was stored. */
  readonly damaged?: true;
}

export interface ByteRange {
  /** First and last byte, both included. */
  readonly first: number;
  readonly last: number;
}

export interface LinkOptions {
  /** File name for a download; without it the browser shows the object. */
  readonly filename?: string;
  readonly seconds: number;
}

export interface UploadOptions {
  readonly contentType: string;
  /** Exactly so many; a bucket refuses more and fewer. */
  readonly bytes: number;
  /** Of the page that will send the bytes, such as https://example.org; a bucket answers no other page. */
  readonly origin?: string;
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

/**
 * How bytes reach people and come from them; beside ObjectStore, which the pipeline works with, and on the same objects.
 * Every method throws InputInvalid for what is no object name, and StorageFailed when the disk or bucket fails: trying
 * again is safe.
 */
export interface Delivery {
  /**
   * What is known of the object, or undefined. The type is what its name's ending stands for (`.mp4`, `.vtt` …); without
   * an ending, what it was published or uploaded as (on a disk: what its first bytes show).
   */
  stat(name: string): Promise<StoredFile | undefined>;
  /**
   * Its bytes as a stream, or undefined. A range may end after the object but not begin there: InputInvalid. The stream
   * fails with StorageFailed, also when what comes is not what was stored; destroying it frees everything.
   */
  open(name: string, range?: ByteRange): Promise<NodeJS.ReadableStream | undefined>;
  /**
   * A link that works for a while without us (V4 signed), or undefined where the store has none: then `open` serves it.
   * Signing does not look whether the object is there; `stat` does.
   */
  link(name: string, options: LinkOptions): Promise<string | undefined>;
  /**
   * Copies an object to a new name (it must be absent; present with equal content is success) and returns what then
   * stands there, size and checksum compared with the source.
   */
  publish(from: string, to: string, contentType: string): Promise<PublishedObject>;
  /** Opens a place for one upload. Where it has a url the bytes go there; else they come to `receive`. */
  uploadTarget(name: string, options: UploadOptions): Promise<UploadTarget>;
  /**
   * Receives an upload by ourselves: at most `maxBytes`, whole or not at all, and once. Throws InputInvalid when it is
   * longer or breaks off, Conflict when the name has its object already. The source is not destroyed: its sender can be
   * answered.
   */
  receive(name: string, source: NodeJS.ReadableStream, maxBytes: number, contentType: string): Promise<void>;
}
