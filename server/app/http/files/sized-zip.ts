import { crc32 } from 'node:zlib';
import type { ByteRange } from '@shortfactory/core';

/** A file whose length is known before it is read. */
export interface SizedFile {
  readonly path: string;
  readonly bytes: number;
  /** Names this content and no other. */
  readonly content: string;
  readonly open: (range: ByteRange) => Promise<AsyncIterable<Uint8Array>>;
}

const MOST_KNOWN = 10_000;

/** CRC-32 of contents that were read whole, so that who resumes near an end does not have all of it read again. */
export class Checksums {
  readonly #known = new Map<string, number>();

  note({ content }: SizedFile, sum: number): void {
    this.#known.set(content, sum);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST_KNOWN && oldest !== undefined) this.#known.delete(oldest);
  }

  async of(file: SizedFile): Promise<number> {
    const known = this.#known.get(file.content);
    if (known !== undefined || file.bytes === 0) return known ?? 0;
    let sum = 0;
    for await (const chunk of await file.open(wholeOf(file))) sum = crc32(chunk, sum);
    this.note(file, sum);
    return sum;
  }
}

/** A run of bytes of the archive, read from any place in it. */
interface Segment {
  readonly bytes: number;
  readonly read: (range: ByteRange) => AsyncIterable<Uint8Array>;
}

/** Files that are stored, not packed, have the version of PKZIP 2.0. */
const VERSION = 20;
/** The checksum comes behind the content; names are UTF-8. */
const FLAGS = 0x0808;
const LOCAL = { signature: 0x04034b50, bytes: 30 };
const BEHIND = { signature: 0x08074b50, bytes: 16 };
const LISTED = { signature: 0x02014b50, bytes: 46 };
const END = { signature: 0x06054b50, bytes: 22 };

/**
 * A ZIP archive of less than 4 GB whose every byte has its place before anything is read, so that a download goes on
 * where it stopped. Lengths stand before each content, checksums behind it.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export class SizedZip {
  readonly bytes: number;
  readonly #segments: readonly Segment[];

  constructor(files: readonly SizedFile[], timeMs: number, checksums: Checksums) {
    const time = dosTime(timeMs);
    const bodies = files.flatMap((file) => [
      fixed(LOCAL.bytes + nameOf(file).length, async () => localHeader(file, time)),
      contentOf(file, checksums),
      fixed(BEHIND.bytes, async () => behind(file, await checksums.of(file))),
    ]);
    const listBytes = files.reduce((sum, file) => sum + LISTED.bytes + nameOf(file).length, 0);
    const listAt = sumOf(bodies);
    const list = fixed(listBytes, async () => {
      const entries: Buffer[] = [];
      let at = 0;
      for (const file of files) {
        entries.push(listed(file, time, await checksums.of(file), at));
        at += LOCAL.bytes + nameOf(file).length + file.bytes + BEHIND.bytes;
      }
      return Buffer.concat(entries);
    });
    const end = fixed(END.bytes, async () => endOf(files.length, listBytes, listAt));
    this.#segments = [...bodies, list, end];
    this.bytes = sumOf(this.#segments);
  }

  /** Its bytes from the first to the last of a range. Fails as opening a file does. */
  async *read({ first, last }: ByteRange): AsyncGenerator<Uint8Array> {
    let start = 0;
    for (const { bytes, read } of this.#segments) {
      const from = Math.max(0, first - start);
      const to = Math.min(bytes - 1, last - start);
      if (from <= to) yield* read({ first: from, last: to });
      start += bytes;
    }
  }
}

function fixed(bytes: number, make: () => Promise<Buffer>): Segment {
  return {
    bytes,
    async *read({ first, last }) {
      yield (await make()).subarray(first, last + 1);
    },
  };
}

/** Reading all of it gives its checksum along the way. */
function contentOf(file: SizedFile, checksums: Checksums): Segment {
  return {
    bytes: file.bytes,
    async *read(range) {
      let sum = 0;
      for await (const chunk of await file.open(range)) {
        sum = crc32(chunk, sum);
        yield chunk;
      }
      if (range.first === 0 && range.last === file.bytes - 1) checksums.note(file, sum);
    },
  };
}

function localHeader(file: SizedFile, time: DosTime): Buffer {
  const name = nameOf(file);
  const header = Buffer.alloc(LOCAL.bytes);
  header.writeUInt32LE(LOCAL.signature, 0);
  common(header.subarray(4), file, time, 0, name);
  return Buffer.concat([header, name]);
}

function behind({ bytes }: SizedFile, sum: number): Buffer {
  const record = Buffer.alloc(BEHIND.bytes);
  record.writeUInt32LE(BEHIND.signature, 0);
  record.writeUInt32LE(sum, 4);
  record.writeUInt32LE(bytes, 8);
  record.writeUInt32LE(bytes, 12);
  return record;
}

function listed(file: SizedFile, time: DosTime, sum: number, at: number): Buffer {
  const name = nameOf(file);
  const entry = Buffer.alloc(LISTED.bytes);
  entry.writeUInt32LE(LISTED.signature, 0);
  entry.writeUInt16LE(VERSION, 4);
  common(entry.subarray(6), file, time, sum, name);
  entry.writeUInt32LE(at, 42);
  return Buffer.concat([entry, name]);
}

/** The fields that stand alike before a content and in the list at the end. */
function common(
  fields: Buffer,
  { bytes }: SizedFile,
  { date, time }: DosTime,
  sum: number,
  name: Buffer,
): void {
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(FLAGS, 2);
  fields.writeUInt16LE(time, 6);
  fields.writeUInt16LE(date, 8);
  fields.writeUInt32LE(sum, 10);
  fields.writeUInt32LE(bytes, 14);
  fields.writeUInt32LE(bytes, 18);
  fields.writeUInt16LE(name.length, 22);
}

function endOf(files: number, listBytes: number, listAt: number): Buffer {
  const record = Buffer.alloc(END.bytes);
  record.writeUInt32LE(END.signature, 0);
  record.writeUInt16LE(files, 8);
  record.writeUInt16LE(files, 10);
  record.writeUInt32LE(listBytes, 12);
  record.writeUInt32LE(listAt, 16);
  return record;
}

interface DosTime {
  readonly date: number;
  readonly time: number;
}

/** In UTC, to two seconds. */
function dosTime(ms: number): DosTime {
  const at = new Date(ms);
  return {
    date: ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
  };
}

function nameOf({ path }: SizedFile): Buffer {
  return Buffer.from(path);
}

function wholeOf({ bytes }: SizedFile): ByteRange {
  return { first: 0, last: bytes - 1 };
}

function sumOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { bytes }) => sum + bytes, 0);
}
