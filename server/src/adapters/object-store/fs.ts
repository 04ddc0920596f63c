import { constants } from 'node:fs';
import type { Dirent } from 'node:fs';
import { access, copyFile, readFile, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ObjectDamaged, StorageFailed } from '../../domain/errors.ts';
import type { ObjectInfo, ObjectSource, ObjectStore } from '../../ports/object-store.ts';
import { codeOf, storageFailure } from './fs-failure.ts';
import { isFolder, makeFolder } from './fs-folder.ts';
import { generationsAmong } from './fs-generations.ts';
import { linkLasting } from './fs-link.ts';
import { FsRoot } from './fs-root.ts';
import { isSame, sumOf, sumOfBytes, sumOfFile, Sums } from './fs-sums.ts';
import type { Sum } from './fs-sums.ts';
import { TempFolder } from './fs-temp.ts';
import { assertPrefix } from './names.ts';

/**
 * Objects as files in a folder, on this machine or a mounted disk. `create` writes the file elsewhere and links it to
 * its name, so that readers in any process see it whole or not at all, and of several writers one wins. On a disk a
 * name cannot be an object and the folder of others at once: that throws StorageFailed.
 */
export class FsObjectStore implements ObjectStore {
  readonly #root: FsRoot;
  readonly #temp: TempFolder;
  readonly #sums: Sums;

  /** @param root the folder; made with its first object. */
  constructor(root: string) {
    this.#root = new FsRoot(root);
    this.#temp = new TempFolder(this.#root.tempPath);
    this.#sums = new Sums(this.#root);
  }

  async head(name: string): Promise<ObjectInfo | undefined> {
    const path = this.#root.pathOf(name);
    const found = await this.#root.ifPresent(() => stat(path));
    if (!found?.isFile()) return undefined;
    const sum = await this.#sums.of(name);
    const info = { name, bytes: found.size, updatedMs: Math.round(found.mtimeMs) };
    return sum && sum.bytes !== found.size ? { ...info, damaged: true } : info;
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    const path = this.#root.pathOf(name);
    const bytes = await this.#root.ifPresent(() => readFile(path));
    if (bytes) await this.#check(name, () => sumOfBytes(bytes));
    return bytes;
  }

  async download(name: string, path: string): Promise<boolean> {
    const found = await this.head(name);
    if (!found) return false;
    if (found.damaged) throw damaged(name);
    try {
      await copyFile(this.#root.pathOf(name), path, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
      await this.#check(name, () => sumOfFile(path));
      return true;
    } catch (cause) {
      if (codeOf(cause) === 'EEXIST')
        throw new StorageFailed(`The file ${path} is there already.`, { cause });
      await rm(path, { force: true });
      if (cause instanceof ObjectDamaged) throw cause;
      if (!(await this.head(name))) return false;
      throw storageFailure(dirname(path), cause);
    }
  }

  async create(name: string, source: ObjectSource): Promise<boolean> {
    const path = this.#root.pathOf(name);
    if (await this.head(name)) return false;
    if ('file' in source) {
      await access(source.file, constants.R_OK).catch((cause: unknown) => {
        throw new StorageFailed(`The file ${source.file} cannot be read (${codeOf(cause)}).`, { cause });
      });
    }
    return this.#root.act(() =>
      this.#temp.with(source, async (temp) => {
        const sum = await sumOf(source, temp);
        const made = await publish(temp, path);
        // After the object, and by the one that made it: a sum must never be another's.
        if (made) await this.#sums.note(name, sum);
        return made;
      }),
    );
  }

  async list(prefix: string, { limit, after = '' }: { limit: number; after?: string }): Promise<string[]> {
    assertPrefix(prefix);
    const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
    const names: string[] = [];
    if (limit <= 0) return names;
    const entries = await this.#entries(folder);
    if (generationsAmong(entries).length > 0) return names;
    for await (const name of this.#walk(folder, entries, prefix, after)) {
      names.push(name);
      if (names.length >= limit) break;
    }
    return names;
  }

  async remove(name: string): Promise<void> {
    const path = this.#root.pathOf(name);
    await this.#root.ifPresent(async () => {
      await this.#sums.forget(name);
      await rm(path);
    });
  }

  /** Throws ObjectDamaged when a sum is known and this is another one. */
  async #check(name: string, now: () => Promise<Sum> | Sum): Promise<void> {
    const stored = await this.#sums.of(name);
    if (stored && !isSame(stored, await now())) throw damaged(name);
  }

  /**
   * Names in order. Folders that cannot hold a name of this prefix, or one after `after`, are not opened. The folder of
   * a versioned object is that one object's name.
   */
  async *#walk(folder: string, entries: Dirent[], prefix: string, after: string): AsyncGenerator<string> {
    const names = entries
      .filter((entry) => !entry.name.startsWith('.') && (entry.isFile() || entry.isDirectory()))
      // A folder is looked at twice: as a versioned object where its name sorts, and as a folder where its objects do
      // ('a' stands before 'a-b', and that before 'a/b').
      .flatMap((entry) => (entry.isDirectory() ? [entry.name, `${entry.name}/`] : [entry.name]))
      .map((name) => `${folder}${name}`)
      .sort((a, b) => (a < b ? -1 : 1));
    const folders = new Set(names.filter((name) => name.endsWith('/')));
    const opened = new Map<string, Dirent[]>();
    for (const name of names) {
      if (name.endsWith('/')) {
        const holdsPrefix = name.startsWith(prefix) || prefix.startsWith(name);
        if (!holdsPrefix || !(name > after || after.startsWith(name))) continue;
        const inside = opened.get(name) ?? (await this.#entries(name));
        opened.delete(name);
        if (generationsAmong(inside).length === 0) yield* this.#walk(name, inside, prefix, after);
      } else if (name.startsWith(prefix) && name > after) {
        if (folders.has(`${name}/`)) {
          const inside = await this.#entries(`${name}/`);
          opened.set(`${name}/`, inside);
          if (generationsAmong(inside).at(-1)?.removed !== false) continue;
        }
        yield name;
      }
    }
  }

  async #entries(folder: string): Promise<Dirent[]> {
    return (
      (await this.#root.ifPresent(() => readdir(join(this.#root.path, folder), { withFileTypes: true }))) ??
      []
    );
  }
}

function damaged(name: string): ObjectDamaged {
  return new ObjectDamaged(`${name} is not as it was stored: it was cut short or changed.`);
}

/** Gives a finished file its name unless that is taken. */
async function publish(temp: string, path: string): Promise<boolean> {
  await makeFolder(dirname(path));
  const made = await linkLasting(temp, path);
  if (!made && (await isFolder(path))) {
    throw new StorageFailed(`The folder ${path} stands where an object of that name was to be made.`);
  }
  return made;
}
