import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { InputInvalid, StorageUnwritable } from '@shortfactory/core';
import type { PublishedFile } from '../voices/table.ts';

/** Folders are not searched below this many files: a person's whole disk is not meant. */
const MOST_FILES = 10_000;

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Writes a file so that it is there whole or not at all. */
export async function writeWhole(path: string, bytes: Uint8Array | string): Promise<void> {
  const unfinished = `${path}.new`;
  try {
    const file = await open(unfinished, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** A sentence in place of an error of the disk; other errors as they are. */
export function diskFault(error: unknown, folder: string): unknown {
  const { code } = error as { code?: string };
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new StorageUnwritable(`There is no room left in ${folder}; nothing was installed.`, {
      cause: error,
    });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR')
    return new StorageUnwritable(`${folder} cannot be written; nothing was installed.`, { cause: error });
  return error;
}

/** Finds published files among files that a person has, by their content: what they are called does not matter. */
export class OwnFiles {
  readonly #paths: readonly string[];

  private constructor(paths: readonly string[]) {
    this.#paths = paths;
  }

  /** Files, and folders with files. Throws InputInvalid for one that is not there. */
  static async at(places: readonly string[]): Promise<OwnFiles> {
    const paths: string[] = [];
    for (const place of places) {
      const found = await stat(place).catch(() => undefined);
      if (!found) throw new InputInvalid('--from', `there is no ${place}`);
      if (!found.isDirectory()) paths.push(place);
      else {
        const entries = await readdir(place, { withFileTypes: true, recursive: true });
        if (entries.length > MOST_FILES)
          throw new InputInvalid(
            '--from',
            `${place} holds over ${MOST_FILES} files; name the one that has the voice`,
          );
        for (const entry of entries) if (entry.isFile()) paths.push(join(entry.parentPath, entry.name));
      }
    }
    return new OwnFiles(paths);
  }

  /** The path of the file. Throws InputInvalid that says what was expected, and what is wrong with the one of this name. */
  async find({ name, bytes, sha256 }: PublishedFile): Promise<string> {
    let sameName: string | undefined;
    let otherHash: string | undefined;
    for (const path of this.#paths) {
      const { size } = await stat(path);
      if (basename(path) === name) sameName = `the one there has ${size} bytes`;
      if (size !== bytes) continue;
      const hash = await sha256Of(path);
      if (hash === sha256) return path;
      otherHash = `${basename(path)} has that size and the SHA-256 ${hash}`;
    }
    const wrong = otherHash ?? sameName;
    throw new InputInvalid(
      '--from',
      `${name} was not found: a file of ${bytes} bytes with the SHA-256 ${sha256} was expected${wrong ? `; ${wrong}` : ''}`,
    );
  }
}
