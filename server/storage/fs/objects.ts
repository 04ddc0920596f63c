import { constants } from 'node:fs';
import type { Dirent } from 'node:fs';
import { access, copyFile, readFile, readdir, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ObjectDamaged, StorageFailed } from '@shortfactory/core';
import type { ObjectInfo, ObjectSource, ObjectStore } from '@shortfactory/core';
import { codeOf, storageFailure } from './failure.ts';
import { fileNames, filedPath, inOrder, isFirstLevel, isTimed, timedNames } from './filed.ts';
import type { Wanted } from './filed.ts';
import { isFolder } from './folder.ts';
import { generationsAmong } from './generations.ts';
import { linkLasting, makeEmptyLasting } from './link.ts';
import { FsRoot } from './root.ts';
import { isSame, sumOf, sumOfBytes, sumOfFile, Sums } from './sums.ts';
import type { Sum } from './sums.ts';
import { TempFolder } from './temp.ts';
import { assertPrefix } from '../names.ts';

/**
 * Objects as files in a folder, on this machine or a mounted disk. `create` writes the file elsewhere and links it to
 * its name, so that readers in any process see it whole or not at all, and of several writers one wins. On a disk a
 * name cannot be an object and the folder of others at once: that throws StorageFailed. Names that begin with a time
 * are filed by it (fs-filed.ts), so that a page of many costs what the page holds.
 */
export class FsObjectStore implements ObjectStore {
  readonly #root: FsRoot;
  readonly #temp: TempFolder;
  /** Folders whose names are being filed, or could not be. */
  readonly #filing = new Set<string>();
  readonly #sums: Sums;

  /** @param root the folder; made with its first object. */
  constructor(root: string) {
    this.#root = new FsRoot(root);
    this.#temp = new TempFolder(this.#root.tempPath);
    this.#sums = new Sums(this.#root);
  }

  async head(name: string): Promise<ObjectInfo | undefined> {
    const found = await this.#file(name);
    if (!found) return undefined;
    const sum = await this.#sums.of(name);
    const info = { name, bytes: found.bytes, updatedMs: found.updatedMs };
    return sum && sum.bytes !== found.bytes ? { ...info, damaged: true } : info;
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    const bytes = await this.#first(this.#pathsOf(name), (path) => readFile(path));
    if (bytes) await this.#check(name, () => sumOfBytes(bytes));
    return bytes;
  }

  async download(name: string, path: string): Promise<boolean> {
    const found = await this.#file(name);
    if (!found) return false;
    const sum = await this.#sums.of(name);
    if (sum && sum.bytes !== found.bytes) throw damaged(name);
    try {
      await copyFile(found.path, path, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
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
    const paths = this.#pathsOf(name);
    const path = paths.at(-1) as string;
    if ('bytes' in source && source.bytes.length === 0) {
      if (await this.#first(paths.slice(0, -1), isFile)) return false;
      return this.#root.act(() => publish(path, () => makeEmptyLasting(path)));
    }
    if (await this.head(name)) return false;
    if ('file' in source) {
      await access(source.file, constants.R_OK).catch((cause: unknown) => {
        throw new StorageFailed(`The file ${source.file} cannot be read (${codeOf(cause)}).`, { cause });
      });
    }
    return this.#root.act(() =>
      this.#temp.with(source, async (temp) => {
        const sum = await sumOf(source, temp);
        const made = await publish(path, () => linkLasting(temp, path));
        // After the object, and by the one that made it: a sum must never be another's.
        if (made) await this.#sums.note(name, sum);
        return made;
      }),
    );
  }

  async list(
    prefix: string,
    { limit, after = '', signal }: { limit: number; after?: string; signal?: AbortSignal },
  ): Promise<string[]> {
    assertPrefix(prefix);
    const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
    const names: string[] = [];
    if (limit <= 0) return names;
    const entries = await this.#entries(folder, signal);
    if (generationsAmong(entries).length > 0) return names;
    for await (const name of this.#walk(folder, entries, { prefix, after, signal })) {
      names.push(name);
      if (names.length >= limit) break;
    }
    return names;
  }

  async remove(name: string): Promise<void> {
    for (const path of this.#pathsOf(name)) {
      const removed = await this.#root.ifPresent(async () => {
        await this.#sums.forget(name);
        return rm(path).then(() => true);
      });
      if (removed) await this.#prune(dirname(path), name);
    }
  }

  /**
   * Where an object's file may be, in the order in which to look: what is filed only now is found at the second place
   * when it is not at the first any more. New ones are made at the last.
   */
  #pathsOf(name: string): readonly string[] {
    const path = this.#root.pathOf(name);
    const filed = filedPath(basename(path));
    return filed === undefined || dirname(path) === this.#root.path
      ? [path]
      : [path, join(dirname(path), filed)];
  }

  /** The file that holds an object; undefined where there is none, or a folder. */
  #file(name: string): Promise<{ path: string; bytes: number; updatedMs: number } | undefined> {
    return this.#first(this.#pathsOf(name), async (path) => {
      const found = await stat(path);
      return found.isFile() ? { path, bytes: found.size, updatedMs: Math.round(found.mtimeMs) } : undefined;
    });
  }

  /** What `act` returns of the first of these places where the object is. */
  async #first<T>(
    paths: readonly string[],
    act: (path: string) => Promise<T | undefined>,
  ): Promise<T | undefined> {
    for (const path of paths) {
      const found = await this.#root.ifPresent(() => act(path));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Throws ObjectDamaged when a sum is known and this is another one. */
  async #check(name: string, now: () => Promise<Sum> | Sum): Promise<void> {
    const stored = await this.#sums.of(name);
    if (stored && !isSame(stored, await now())) throw damaged(name);
  }

  /** Takes away folders that the object's removal left empty, so that a listing need not look into them. */
  async #prune(folder: string, name: string): Promise<void> {
    const top = join(this.#root.path, name.split('/')[0] ?? '');
    for (let each = folder; each.startsWith(`${top}/`); each = dirname(each)) {
      const gone = await rmdir(each).then(
        () => true,
        () => false,
      );
      if (!gone) return;
    }
  }

  /**
   * Names in order. Folders that cannot hold a name of this prefix, or one after `after`, are not opened. The folder of
   * a versioned object is that one object's name.
   */
  #walk(folder: string, entries: Dirent[], wanted: Wanted): AsyncGenerator<string> {
    const timed = entries.filter((entry) => entry.isFile() && isTimed(entry.name)).map(({ name }) => name);
    const levels = entries.filter((entry) => entry.isDirectory() && isFirstLevel(entry.name));
    // Not in the root, whose folders with a dot are no names' own.
    if (folder === '' || timed.length + levels.length === 0) return this.#walkOthers(folder, entries, wanted);
    this.#fileByTime(folder, timed);
    const read = async (at: string): Promise<string[]> =>
      (await this.#entries(at, wanted.signal)).map(({ name }) => name);
    const others = entries.filter((entry) => !(entry.isFile() && isTimed(entry.name)));
    return inOrder(
      timedNames(read, folder, [...timed, ...levels.map(({ name }) => name)], wanted),
      this.#walkOthers(folder, others, wanted),
    );
  }

  /** In the background, once a folder: the listing that finds names of earlier versions does not wait for it. */
  #fileByTime(folder: string, names: readonly string[]): void {
    const path = join(this.#root.path, folder);
    if (names.length === 0 || this.#filing.has(path)) return;
    this.#filing.add(path);
    void fileNames(path, names).then(
      () => this.#filing.delete(path),
      (cause: unknown) => {
        // Another process files them, too. What cannot be written is read as it stands, as long as this process lives.
        if (codeOf(cause) === 'ENOENT') this.#filing.delete(path);
      },
    );
  }

  async *#walkOthers(folder: string, entries: Dirent[], wanted: Wanted): AsyncGenerator<string> {
    const { prefix, after, signal } = wanted;
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
        const inside = opened.get(name) ?? (await this.#entries(name, signal));
        opened.delete(name);
        // Earlier versions left the folders of what they removed; where that cannot be mended it does no harm.
        if (inside.length === 0) await rmdir(join(this.#root.path, name)).catch(() => undefined);
        else if (generationsAmong(inside).length === 0) yield* this.#walk(name, inside, wanted);
      } else if (name.startsWith(prefix) && name > after) {
        if (folders.has(`${name}/`)) {
          const inside = await this.#entries(`${name}/`, signal);
          opened.set(`${name}/`, inside);
          if (generationsAmong(inside).at(-1)?.removed !== false) continue;
        }
        yield name;
      }
    }
  }

  async #entries(folder: string, signal: AbortSignal | undefined): Promise<Dirent[]> {
    signal?.throwIfAborted();
    return (
      (await this.#root.ifPresent(() => readdir(join(this.#root.path, folder), { withFileTypes: true }))) ??
      []
    );
  }
}

function damaged(name: string): ObjectDamaged {
  return new ObjectDamaged(`${name} is not as it was stored: it was cut short or changed.`);
}

async function isFile(path: string): Promise<boolean | undefined> {
  return (await stat(path)).isFile() || undefined;
}

/** Gives an object its name with `make` unless that is taken. */
async function publish(path: string, make: () => Promise<boolean>): Promise<boolean> {
  const made = await make();
  if (!made && (await isFolder(path))) {
    throw new StorageFailed(`The folder ${path} stands where an object of that name was to be made.`);
  }
  return made;
}
