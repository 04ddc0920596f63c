import { mkdir, open, rm, stat } from 'node:fs/promises';
import { StorageFailed, StorageUnknown } from '@shortfactory/core';
import type { SwapResult, VersionedObject, VersionedObjects } from '@shortfactory/core';
import { codeOf } from './failure.ts';
import { flushFolders, makeUnflushed } from './folder.ts';
import { generationPath, readGenerations } from './generations.ts';
import type { Generation } from './generations.ts';
import { linkNew } from './link.ts';
import { FsRoot } from './root.ts';
import { TempFolder } from './temp.ts';

/** The newest generations stay as names that are taken: only a writer that slept through all of them can be mistaken. */
const KEPT = 16;
const GET_ATTEMPTS = 10;
const CANNOT_WRITE = ['EROFS', 'ENOSPC', 'EDQUOT', 'EACCES', 'EPERM'];

/**
 * Versioned objects as folders: `jobs/x/g7.json` is the seventh generation of `jobs/x`. A swap writes a file elsewhere
 * and links it to the name of the next generation, which one writer gets; the newest name is the object. A folder in
 * place of the newest file says that the object was removed: it stays, so that numbers are never used twice.
 *
 * Older generations are removed once KEPT newer ones stand. A writer that was frozen between looking and linking for as
 * long as that may then link a name of the past; it looks again after linking, and never believes that it won.
 */
export class FsVersionedObjects implements VersionedObjects {
  readonly #root: FsRoot;
  readonly #temp: TempFolder;

  /**
   * @param root the folder, the same as the object store's; made with its first object.
   * @param temp where generations are written before they have their name.
   */
  constructor(root: string, temp = new TempFolder(new FsRoot(root).tempPath)) {
    this.#root = new FsRoot(root);
    this.#temp = temp;
  }

  async get(name: string): Promise<VersionedObject | undefined> {
    const folder = this.#root.pathOf(name);
    return this.#root.act(async () => {
      for (let attempt = 0; attempt < GET_ATTEMPTS; attempt++) {
        const newest = (await this.#generations(folder)).at(-1);
        if (!newest || newest.removed) return undefined;
        const content = await readGeneration(folder, newest.number);
        // Removed since it was listed: KEPT newer ones stand by now.
        if (!content) continue;
        return { ...content, generation: String(newest.number), nowMs: await this.#nowMs(content.updatedMs) };
      }
      throw new StorageFailed(`${name} changes faster than it can be read; try again.`);
    });
  }

  async swap(name: string, expected: string | null, bytes: Uint8Array): Promise<SwapResult> {
    const folder = this.#root.pathOf(name);
    return this.#root.act(async () => {
      const newest = (await this.#generations(folder)).at(-1);
      if (expected !== tokenOf(newest)) return { swapped: false };
      const next = (newest?.number ?? 0) + 1;
      const above = newest ? [] : await makeUnflushed(folder);
      return this.#temp.with({ bytes }, async (temp) => {
        const [{ mtimeMs }, linked] = await Promise.all([
          stat(temp),
          linkNew(temp, generationPath(folder, next)),
        ]);
        if (!linked) {
          // The other writer may have found the folder made, and not yet lasting.
          await flushFolders(above);
          return { swapped: false };
        }
        await this.#settle(name, folder, next, above);
        return { swapped: true, generation: String(next), updatedMs: Math.round(mtimeMs) };
      });
    });
  }

  async discard(name: string, generation: string): Promise<boolean> {
    const folder = this.#root.pathOf(name);
    return this.#root.act(async () => {
      const newest = (await this.#generations(folder)).at(-1);
      if (!newest || generation !== tokenOf(newest)) return false;
      const next = newest.number + 1;
      try {
        await mkdir(generationPath(folder, next));
      } catch (cause) {
        if (codeOf(cause) === 'EEXIST') return false;
        throw cause;
      }
      await this.#settle(name, folder, next);
      await removeAll(folder, upTo(await this.#generations(folder), newest.number));
      return true;
    });
  }

  /**
   * After generation `next` was given its name: lasting, not in the past, and what it made superfluous is gone.
   * @param above folders that got a new name on the way.
   */
  async #settle(name: string, folder: string, next: number, above: readonly string[] = []): Promise<void> {
    const unknown = (cause?: unknown): StorageUnknown =>
      new StorageUnknown(`Whether ${name} was written is not known; read it to see.`, { cause });
    const [generations] = await Promise.all([
      readGenerations(folder),
      flushFolders([folder, ...above]),
    ]).catch((cause: unknown) => {
      throw unknown(cause);
    });
    const later = generations.filter(({ number }) => number > next);
    if (later.some(({ number, removed }) => removed || number >= next + KEPT)) {
      // Won long ago or linked into the past: both look alike, and it is not read any more.
      await removeAll(folder, [next]);
      throw unknown();
    }
    await removeAll(folder, upTo(generations, next - KEPT));
  }

  /**
   * The disk's time. It is asked with a new file; where none can be made (read-only, full, without inodes) reading goes
   * on, and the time of the object itself says that no lease has run out: a takeover could not be written there.
   */
  async #nowMs(updatedMs: number): Promise<number> {
    return this.#temp.nowMs().catch((cause: unknown) => {
      if (!CANNOT_WRITE.includes(codeOf(cause) ?? '')) throw cause;
      return updatedMs;
    });
  }

  async #generations(folder: string): Promise<Generation[]> {
    return (await this.#root.ifPresent(() => readGenerations(folder))) ?? [];
  }
}

function tokenOf(newest: Generation | undefined): string | null {
  return newest && !newest.removed ? String(newest.number) : null;
}

/** Its content and time, or undefined when it is gone. */
async function readGeneration(
  folder: string,
  number: number,
): Promise<Pick<VersionedObject, 'bytes' | 'updatedMs'> | undefined> {
  const file = await open(generationPath(folder, number), 'r').catch((cause: unknown) => {
    if (codeOf(cause) !== 'ENOENT') throw cause;
    return undefined;
  });
  if (!file) return undefined;
  try {
    const [bytes, { mtimeMs }] = [await file.readFile(), await file.stat()];
    return { bytes, updatedMs: Math.round(mtimeMs) };
  } finally {
    await file.close();
  }
}

function upTo(generations: readonly Generation[], last: number): number[] {
  return generations.map(({ number }) => number).filter((number) => number <= last);
}

/** Removes versions that are not read any more. After a failure the next swap retries: this one is committed. */
async function removeAll(folder: string, numbers: readonly number[]): Promise<void> {
  for (const number of numbers)
    await rm(generationPath(folder, number), { recursive: true, force: true }).catch(() => undefined);
}
