import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ObjectSource } from '@shortfactory/core';
import { Crc32c, crc32cOf } from '../crc32c.ts';
import type { FsRoot } from './root.ts';

/** What an object was when it was stored. */
export interface Sum {
  readonly bytes: number;
  /** Base64, as Cloud Storage writes it. */
  readonly crc32c: string;
}

/** A sum that was cut short has no line end, and so is none. */
const LINE = /^(\d{1,15}) ([A-Za-z0-9+/]{6}==)\n$/;

/**
 * Lengths and checksums of a folder's objects, as a bucket keeps them by itself: one small file each under `.sums`,
 * which no object's name can reach. They are written after the object and removed before it, so that a crash leaves an
 * object without one: that is not checked, like those of versions that kept none.
 * @see docs/decisions/0073-damaged-parts.md
 */
export class Sums {
  readonly #root: FsRoot;

  constructor(root: FsRoot) {
    this.#root = root;
  }

  /** Undefined where none was noted, or none that can be read. */
  async of(name: string): Promise<Sum | undefined> {
    const text = await readFile(this.#pathOf(name), 'utf8').catch(() => '');
    const [, bytes, crc32c] = LINE.exec(text) ?? [];
    return bytes === undefined || crc32c === undefined ? undefined : { bytes: Number(bytes), crc32c };
  }

  /** Never fails: an object without a sum is as good as before. Empty objects need none. */
  async note(name: string, { bytes, crc32c }: Sum): Promise<void> {
    if (bytes === 0) return;
    const path = this.#pathOf(name);
    await mkdir(dirname(path), { recursive: true })
      .then(() => writeFile(path, `${bytes} ${crc32c}\n`))
      // What stands there may be an older one's.
      .catch(() => this.forget(name).catch(() => undefined));
  }

  async forget(name: string): Promise<void> {
    await rm(this.#pathOf(name), { force: true });
  }

  #pathOf(name: string): string {
    this.#root.pathOf(name);
    return join(this.#root.path, '.sums', ...name.split('/'));
  }
}

export function sumOfBytes(bytes: Uint8Array): Sum {
  const crc = new Crc32c();
  crc.update(bytes);
  return { bytes: bytes.length, crc32c: crc.base64() };
}

/** Reads a file once. */
export async function sumOfFile(path: string): Promise<Sum> {
  let bytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 18 }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  const crc32c = await crc32cOf(counted());
  return { bytes, crc32c };
}

/** Of what a source says, or of the copy that was made of it. */
export function sumOf(source: ObjectSource, copy: string): Promise<Sum> | Sum {
  return 'bytes' in source ? sumOfBytes(source.bytes) : sumOfFile(copy);
}

export function isSame(a: Sum, b: Sum): boolean {
  return a.bytes === b.bytes && a.crc32c === b.crc32c;
}
