import { link, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StorageFailed } from '../../domain/errors.ts';
import { codeOf } from './fs-failure.ts';
import { flushFolder } from './fs-folder.ts';

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

/** As linkNew; and whoever made it, the name survives a power cut when this returns. */
export async function linkLasting(existing: string, path: string): Promise<boolean> {
  const made = await linkNew(existing, path);
  await flushFolder(dirname(path));
  return made;
}

async function isSameFile(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([stat(a), stat(b).catch(() => undefined)]);
  return second !== undefined && first.ino === second.ino && first.dev === second.dev;
}
