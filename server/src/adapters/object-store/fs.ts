import { constants } from 'node:fs';
import { access, copyFile, link, readFile, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StorageFailed } from '../../domain/errors.ts';
import type { ObjectInfo, ObjectSource, ObjectStore } from '../../ports/object-store.ts';
import { codeOf, storageFailure } from './fs-failure.ts';
import { isFolder, makeFolder } from './fs-folder.ts';
import { TempFolder } from './fs-temp.ts';
import { assertObjectName, assertPrefix } from './names.ts';

/** There is no object: nothing of that name, a folder of that name, or an object where the name wants a folder. */
const MISSING = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ERR_FS_EISDIR'];
/** The disk cannot link: FAT, and some that are mounted over a network. */
const NO_LINKS = ['ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/**
 * Objects as files in a folder, on this machine or a mounted disk. `create` writes the file elsewhere and links it to
 * its name, so that readers in any process see it whole or not at all, and of several writers one wins. On a disk a
 * name cannot be an object and the folder of others at once: that throws StorageFailed.
 */
export class FsObjectStore implements ObjectStore {
  readonly #root: string;
  readonly #temp: TempFolder;

  /** @param root the folder; made with its first object. */
  constructor(root: string) {
    this.#root = root;
    // No object's name begins with a dot.
    this.#temp = new TempFolder(join(root, '.tmp'));
  }

  async head(name: string): Promise<ObjectInfo | undefined> {
    const path = this.#pathOf(name);
    const found = await this.#ifPresent(() => stat(path));
    return found?.isFile() ? { name, bytes: found.size, updatedMs: Math.round(found.mtimeMs) } : undefined;
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    const path = this.#pathOf(name);
    return this.#ifPresent(() => readFile(path));
  }

  async download(name: string, path: string): Promise<boolean> {
    if (!(await this.head(name))) return false;
    try {
      await copyFile(this.#pathOf(name), path, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
      return true;
    } catch (cause) {
      if (codeOf(cause) === 'EEXIST')
        throw new StorageFailed(`The file ${path} is there already.`, { cause });
      await rm(path, { force: true });
      if (!(await this.head(name))) return false;
      throw storageFailure(dirname(path), cause);
    }
  }

  async create(name: string, source: ObjectSource): Promise<boolean> {
    const path = this.#pathOf(name);
    if (await this.head(name)) return false;
    if ('file' in source) {
      await access(source.file, constants.R_OK).catch((cause: unknown) => {
        throw new StorageFailed(`The file ${source.file} cannot be read (${codeOf(cause)}).`, { cause });
      });
    }
    try {
      return await this.#temp.with(source, (temp) => publish(temp, path));
    } catch (cause) {
      throw cause instanceof StorageFailed ? cause : storageFailure(this.#root, cause);
    }
  }

  async list(prefix: string, { limit, after = '' }: { limit: number; after?: string }): Promise<string[]> {
    assertPrefix(prefix);
    const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
    const names: string[] = [];
    if (limit <= 0) return names;
    for await (const name of this.#walk(folder, prefix, after)) {
      names.push(name);
      if (names.length >= limit) break;
    }
    return names;
  }

  async remove(name: string): Promise<void> {
    const path = this.#pathOf(name);
    await this.#ifPresent(() => rm(path));
  }

  #pathOf(name: string): string {
    assertObjectName(name);
    return join(this.#root, ...name.split('/'));
  }

  /** Names in order. Folders that cannot hold a name of this prefix, or one after `after`, are not opened. */
  async *#walk(folder: string, prefix: string, after: string): AsyncGenerator<string> {
    const entries = await this.#ifPresent(() => readdir(join(this.#root, folder), { withFileTypes: true }));
    const names = (entries ?? [])
      .filter((entry) => !entry.name.startsWith('.') && (entry.isFile() || entry.isDirectory()))
      // With its slash a folder sorts where its objects do: 'a-b' stands before 'a/b'.
      .map((entry) => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`)
      .sort((a, b) => (a < b ? -1 : 1));
    for (const name of names) {
      if (name.endsWith('/')) {
        const holdsPrefix = name.startsWith(prefix) || prefix.startsWith(name);
        if (holdsPrefix && (name > after || after.startsWith(name))) yield* this.#walk(name, prefix, after);
      } else if (name.startsWith(prefix) && name > after) {
        yield name;
      }
    }
  }

  async #ifPresent<T>(act: () => Promise<T>): Promise<T | undefined> {
    try {
      return await act();
    } catch (cause) {
      if (MISSING.includes(codeOf(cause) ?? '') && !(await this.#isBlocked())) return undefined;
      throw storageFailure(this.#root, cause);
    }
  }

  /** True when the root is no folder: then the store is missing, not the object. */
  async #isBlocked(): Promise<boolean> {
    return stat(this.#root).then(
      (found) => !found.isDirectory(),
      (cause: unknown) => codeOf(cause) !== 'ENOENT',
    );
  }
}

/** Gives a finished file its name unless that is taken. */
async function publish(temp: string, path: string): Promise<boolean> {
  await makeFolder(dirname(path));
  try {
    await link(temp, path);
    return true;
  } catch (cause) {
    const code = codeOf(cause) ?? '';
    if (NO_LINKS.includes(code)) {
      throw new StorageFailed(
        `The folder ${dirname(path)} is on a disk without hard links; choose another.`,
        { cause },
      );
    }
    if (code !== 'EEXIST') throw cause;
    if (await isFolder(path)) throw storageFailure(path, cause);
    return false;
  }
}
