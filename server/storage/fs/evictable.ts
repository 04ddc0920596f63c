import { randomBytes } from 'node:crypto';
import { link, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvictableObjects, ObjectInfo } from '@shortfactory/core';
import { codeOf } from './failure.ts';
import { makeFolder } from './folder.ts';
import { FsRoot } from './root.ts';
import { Sums } from './sums.ts';
import { TempFolder } from './temp.ts';

/** Objects of an FsObjectStore. Its files may have other names too (what is published is linked), and those keep their time. */
export class FsEvictableObjects implements EvictableObjects {
  readonly #root: FsRoot;
  readonly #temp: TempFolder;
  readonly #sums: Sums;

  /** @param root the folder, the same as the object store's. */
  constructor(root: string) {
    this.#root = new FsRoot(root);
    this.#temp = new TempFolder(this.#root.tempPath);
    this.#sums = new Sums(this.#root);
  }

  async touch(name: string): Promise<boolean> {
    const path = this.#root.pathOf(name);
    const done = await this.#root.ifPresent(async () => {
      await stat(path);
      // A copy, because a new time on the file itself would show under all its names.
      await this.#temp.with({ file: path }, (copy) => rename(copy, path));
      return true;
    });
    return done ?? false;
  }

  async evict({ name, updatedMs }: ObjectInfo): Promise<boolean> {
    const path = this.#root.pathOf(name);
    const isAsSeen = async (file: string): Promise<boolean> =>
      Math.round((await stat(file)).mtimeMs) === updatedMs;
    const done = await this.#root.ifPresent(async () => {
      if (!(await isAsSeen(path))) return false;
      // Taken away first and looked at then: what was touched in between goes back.
      await makeFolder(this.#root.tempPath);
      const taken = join(this.#root.tempPath, `${process.pid}-${randomBytes(12).toString('hex')}`);
      await rename(path, taken);
      try {
        if (await isAsSeen(taken)) {
          await this.#sums.forget(name);
          return true;
        }
        await link(taken, path).catch((cause: unknown) => {
          if (codeOf(cause) !== 'EEXIST') throw cause;
        });
        return false;
      } finally {
        await rm(taken, { force: true });
      }
    });
    return done ?? false;
  }
}
