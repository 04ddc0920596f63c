import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { chmod, copyFile, open, readdir, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObjectSource } from '@shortfactory/core';
import { closeDescriptor, openDescriptor, statDescriptor, writeWhole } from './descriptors.ts';
import { codeOf } from './failure.ts';
import { makeFolder } from './folder.ts';

const ABANDONED_MS = 24 * 60 * 60 * 1000;

/** Where objects are written before they have their name; on the same disk as the objects, so that they can be linked. */
export class TempFolder {
  readonly #path: string;
  #ready: Promise<void> | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** Writes the source to a new file, on the disk when this returns, and removes the file after `use`. */
  async with<T>(source: ObjectSource, use: (path: string) => Promise<T>): Promise<T> {
    return this.#withPath(async (path) => {
      await write(path, source);
      return use(path);
    });
  }

  /** As `with`, from a stream. Throws the stream's own error when that fails. */
  async withStream<T>(source: AsyncIterable<Uint8Array>, use: (path: string) => Promise<T>): Promise<T> {
    return this.#withPath(async (path) => {
      const file = await open(path, 'wx');
      try {
        for await (const chunk of source) await file.writeFile(chunk);
        await file.sync();
      } finally {
        await file.close();
      }
      return use(path);
    });
  }

  /** The time of this disk, in ms since 1970: of a mounted one its server's, the same for all who use it. */
  async nowMs(): Promise<number> {
    return this.#withPath(async (path) => {
      const file = await openDescriptor(path, 'wx');
      const { mtimeMs } = await statDescriptor(file).finally(() => closeDescriptor(file));
      return Math.round(mtimeMs);
    });
  }

  async #withPath<T>(use: (path: string) => Promise<T>): Promise<T> {
    this.#ready ??= this.#prepare();
    const path = join(this.#path, `${process.pid}-${randomBytes(12).toString('hex')}`);
    try {
      await this.#ready;
      return await use(path);
    } catch (cause) {
      // The next call looks again: a full disk may have been cleared, a removed folder is made anew.
      this.#ready = undefined;
      throw cause;
    } finally {
      // What was done with it is done; a file that cannot be removed is left to the sweep.
      await unlink(path).catch(() => undefined);
    }
  }

  async #prepare(): Promise<void> {
    await makeFolder(this.#path);
    for (const name of await readdir(this.#path)) {
      const path = join(this.#path, name);
      if (!isRunning(Number.parseInt(name, 10)) && (await ageMs(path)) > ABANDONED_MS)
        await rm(path, { force: true });
    }
  }
}

async function write(path: string, source: ObjectSource): Promise<void> {
  if ('bytes' in source) return writeWhole(path, source.bytes, { flag: 'wx', flush: true });
  // Nothing is written by the copy of an empty file, and from libuv 1.52 on (Node 24) it would keep its source's time.
  const copied = (await stat(source.file)).size > 0;
  // COPYFILE_FICLONE shares the blocks on disks that can, and copies on the others.
  if (copied) {
    await copyFile(source.file, path, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    // The copy of a read-only file is read-only, and could not be opened to be flushed.
    await chmod(path, 0o644);
  }
  const file = await open(path, copied ? 'r+' : 'wx');
  await file.sync().finally(() => file.close());
}

async function ageMs(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found ? Date.now() - found.mtimeMs : 0;
}

/** A process of another user counts too; another machine's cannot be asked, which is why age decides as well. */
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return codeOf(cause) === 'EPERM';
  }
}
