import { link, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StorageFailed } from '@shortfactory/core';
import { closeDescriptor, openDescriptor } from './descriptors.ts';
import { codeOf } from './failure.ts';
import { flushFolders, makeUnflushed } from './folder.ts';

/** The disk cannot link: FAT, and some that are mounted over a network. */
const NO_LINKS = ['ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/**
 * Gives a finished file another name unless that is taken: of all processes that try, one gets true. A rename would
 * let the last one win. Throws system errors, and StorageFailed where the disk cannot link.
 */
export async function linkNew(existing: string, path: string): Promise<boolean> {
  try {
    await link(existing, path);
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
    // A network disk may have linked it, lost the answer, and tried again by itself.
    return isSameFile(existing, path);
  }
}

/** Times that a folder may be taken away as empty between making it and linking into it. */
const FOLDER_ATTEMPTS = 5;

/** As linkNew, and lasting. */
export function linkLasting(existing: string, path: string): Promise<boolean> {
  return nameLasting(path, () => linkNew(existing, path));
}

/** Makes an empty file, which has no content that a reader could see in part, unless the name is taken. */
export function makeEmptyLasting(path: string): Promise<boolean> {
  return nameLasting(path, async () => {
    try {
      await closeDescriptor(await openDescriptor(path, 'wx'));
      return true;
    } catch (cause) {
      if (codeOf(cause) !== 'EEXIST') throw cause;
      return false;
    }
  });
}

/**
 * Gives a name with `make`, in a folder that is made when it is missing; and whichever process made it, the name
 * survives a power cut when this returns. A folder that another process removes as empty at that moment is made again.
 */
async function nameLasting(path: string, make: () => Promise<boolean>): Promise<boolean> {
  const folder = dirname(path);
  const unflushed = new Set([folder]);
  for (let attempt = 1; ; attempt++) {
    try {
      if (attempt > 1) for (const above of await makeUnflushed(folder)) unflushed.add(above);
      const made = await make();
      await flushFolders(unflushed).catch((cause: unknown) => {
        // Removed again already, and its folder with it: nothing is left to be kept.
        if (codeOf(cause) !== 'ENOENT') throw cause;
      });
      return made;
    } catch (cause) {
      if (codeOf(cause) !== 'ENOENT' || attempt > FOLDER_ATTEMPTS) throw cause;
    }
  }
}

async function isSameFile(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([stat(a), stat(b).catch(() => undefined)]);
  return second !== undefined && first.ino === second.ino && first.dev === second.dev;
}
