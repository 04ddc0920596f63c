import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { Conflict, SNIFF_BYTES, StorageFailed } from '@shortfactory/core';
import type {
  ByteRange,
  Delivery,
  PublishedObject,
  StoredFile,
  UploadOptions,
  UploadTarget,
} from '@shortfactory/core';
import { Crc32c, crc32cOf } from '../crc32c.ts';
import { codeOf } from './failure.ts';
import { linkLasting } from './link.ts';
import { readRange } from './read.ts';
import { FsRoot } from './root.ts';
import { Sums } from './sums.ts';
import { TempFolder } from './temp.ts';
import { limited, rangeWithin } from '../limits.ts';
import { typeByContent, typeByEnding } from '../media-type.ts';
import { assertObjectName } from '../names.ts';

/** Delivers a folder's objects through the server; it has no direct links. Shares the folder with FsObjectStore. */
export class FsDelivery implements Delivery {
  readonly #root: FsRoot;
  readonly #temp: TempFolder;
  readonly #sums: Sums;

  /** @param root the folder, the same as the object store's. */
  constructor(root: string) {
    this.#root = new FsRoot(root);
    this.#temp = new TempFolder(this.#root.tempPath);
    this.#sums = new Sums(this.#root);
  }

  async stat(name: string): Promise<StoredFile | undefined> {
    const file = await this.#open(name);
    if (!file) return undefined;
    const found = await this.#root.act(() => describe(name, file).finally(() => file.close()));
    const sum = await this.#sums.of(name);
    return sum && sum.bytes !== found.bytes ? { ...found, damaged: true } : found;
  }

  async open(name: string, range?: ByteRange): Promise<NodeJS.ReadableStream | undefined> {
    const file = await this.#open(name);
    if (!file) return undefined;
    try {
      const { size } = await file.stat();
      const wanted = range ? rangeWithin(range, size, name) : { first: 0, last: size - 1 };
      return readRange(file, wanted, (cause) => this.#root.failure(cause));
    } catch (cause) {
      await file.close();
      throw cause;
    }
  }

  async link(name: string): Promise<string | undefined> {
    assertObjectName(name);
    return undefined;
  }

  async publish(from: string, to: string): Promise<PublishedObject> {
    const [source, target] = [this.#root.pathOf(from), this.#root.pathOf(to)];
    const made = await this.#root.act(async () => {
      return linkLasting(source, target).catch((cause: unknown) => {
        if (codeOf(cause) !== 'ENOENT') throw cause;
        throw new StorageFailed(`There is no object ${from} to publish.`, { cause });
      });
    });
    const published = made ? await this.#linked(from, to) : await this.#measure(to);
    await this.#sums.note(to, published);
    // Just linked they are one file; what stood there before is compared.
    const original = made ? published : await this.#measure(from);
    if (published.bytes !== original.bytes || published.crc32c !== original.crc32c)
      throw new StorageFailed(`${to} stands already and differs from ${from}.`);
    return published;
  }

  async uploadTarget(name: string, { contentType }: UploadOptions): Promise<UploadTarget> {
    assertObjectName(name);
    return { headers: { 'content-type': contentType } };
  }

  async receive(name: string, source: NodeJS.ReadableStream, maxBytes: number): Promise<void> {
    const path = this.#root.pathOf(name);
    const crc = new Crc32c();
    let bytes = 0;
    async function* summed(): AsyncGenerator<Uint8Array> {
      for await (const chunk of limited(source, maxBytes)) {
        crc.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    }
    await this.#root.act(() =>
      this.#temp.withStream(summed(), async (temp) => {
        if (!(await linkLasting(temp, path))) throw new Conflict('This upload was received before.');
      }),
    );
    await this.#sums.note(name, { bytes, crc32c: crc.base64() });
  }

  /** What was just linked is the very file that was stored as `from`: it is not read again where its sum is known. */
  async #linked(from: string, to: string): Promise<PublishedObject> {
    const [known, sum] = [await this.stat(to), await this.#sums.of(from)];
    if (!known || sum?.bytes !== known.bytes) return this.#measure(to);
    return { name: to, bytes: known.bytes, generation: known.etag, crc32c: sum.crc32c };
  }

  async #measure(name: string): Promise<PublishedObject> {
    const [known, content] = [await this.stat(name), await this.open(name)];
    if (!known || !content) throw new StorageFailed(`${name} was removed while it was published.`);
    const crc32c = await crc32cOf(content as AsyncIterable<Uint8Array>);
    return { name, bytes: known.bytes, generation: known.etag, crc32c };
  }

  /** Open for reading, or undefined when absent: a folder can be opened too, but is not an object. */
  async #open(name: string): Promise<FileHandle | undefined> {
    const path = this.#root.pathOf(name);
    return this.#root.ifPresent(async () => ((await stat(path)).isFile() ? open(path, 'r') : undefined));
  }
}

async function describe(name: string, file: FileHandle): Promise<StoredFile> {
  const { size, mtimeMs, mtimeNs, ino } = await file.stat({ bigint: true });
  const head = Buffer.alloc(SNIFF_BYTES);
  return {
    name,
    bytes: Number(size),
    contentType: typeByEnding(name) ?? typeByContent((await file.read(head, 0, SNIFF_BYTES, 0), head)),
    // An object never changes; one that was removed and made again is another file of another time.
    etag: [size, mtimeNs, ino].map((part) => part.toString(36)).join('-'),
    updatedMs: Number(mtimeMs),
  };
}
