import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from './failure.ts';

/** What disks say that flush names by themselves, or cannot open a folder. */
const FLUSHES_ITSELF = ['EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR'];

/**
 * Makes a folder and those above it, if they are missing. Unlike mkdir's own `recursive`, which says ENOENT for
 * almost anything, it throws the system's true reason.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await makeOne(path);
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT' || dirname(path) === path) throw cause;
    await makeFolder(dirname(path));
    await makeOne(path);
  }
}

async function makeOne(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (cause) {
    if (codeOf(cause) !== 'EEXIST' || !(await isFolder(path))) throw cause;
    return;
  }
  await flushFolder(dirname(path));
}

/** The names in a folder survive a power cut when this returns. */
export async function flushFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch (cause) {
    if (!FLUSHES_ITSELF.includes(codeOf(cause) ?? '')) throw cause;
  }
}

/** False for a file and for nothing. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
