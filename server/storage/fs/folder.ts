import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { closeDescriptor, flushDescriptor, openDescriptor } from './descriptors.ts';
import { codeOf } from './failure.ts';

/** What disks say that flush names by themselves, or cannot open a folder. */
const FLUSHES_ITSELF = ['EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR'];

/** Makes a folder and those above it, if they are missing; they survive a power cut when this returns. */
export async function makeFolder(path: string): Promise<void> {
  await flushFolders(await makeUnflushed(path));
}

/** As makeFolder; returns the folders that hold a new name, which a power cut may still take away. */
export async function makeUnflushed(path: string): Promise<string[]> {
  let topmost: string | undefined;
  try {
    topmost = await mkdir(path, { recursive: true });
  } catch {
    // It says ENOENT for almost anything; this throws the system's true reason.
    return makeEach(path);
  }
  const above: string[] = [];
  if (topmost === undefined) return above;
  const length = resolve(topmost).length;
  for (let made = resolve(path); made.length >= length; made = dirname(made)) above.push(dirname(made));
  return above;
}

async function makeEach(path: string): Promise<string[]> {
  try {
    return await makeOne(path);
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT' || dirname(path) === path) throw cause;
    return [...(await makeEach(dirname(path))), ...(await makeOne(path))];
  }
}

async function makeOne(path: string): Promise<string[]> {
  try {
    await mkdir(path);
  } catch (cause) {
    if (codeOf(cause) !== 'EEXIST' || !(await isFolder(path))) throw cause;
    return [];
  }
  return [dirname(path)];
}

/** The names in these folders survive a power cut when this returns. At the same time: a disk commits them at once. */
export async function flushFolders(paths: Iterable<string>): Promise<void> {
  await Promise.all([...paths].map(flushFolder));
}

async function flushFolder(path: string): Promise<void> {
  try {
    const folder = await openDescriptor(path, 'r');
    await flushDescriptor(folder).finally(() => closeDescriptor(folder));
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
