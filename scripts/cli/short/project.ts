import { rm, mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Assembled } from '@shortfactory/app';
import { StorageFailed, projectFiles } from '@shortfactory/core';
import type { ObjectStore, ProjectFile } from '@shortfactory/core';
import { createStudio } from '@shortfactory/pipeline';
import type { RunReport } from '@shortfactory/pipeline';

/**
 * Writes a finished short as a folder for an editing program, named after the video and beside it, in place of the one
 * that is there; whole or not at all. Returns its path.
 */
export async function writeProject(
  { parts, rates }: Pick<Assembled, 'parts' | 'rates'>,
  { short, parts: made }: RunReport,
  video: string,
  signal: AbortSignal,
): Promise<string> {
  const [output] = short.outputs;
  if (!output) throw new StorageFailed('The short has no video.');
  const stems = await createStudio(parts, rates).stems(made, signal);
  const folder = `${video.slice(0, -extname(video).length)}-project`;
  const part = join(dirname(folder), `.${basename(folder).slice(-60)}.${process.pid}.part`);
  try {
    await rm(part, { recursive: true, force: true });
    for (const file of projectFiles(short, output, made, stems)) await put(parts.store, file, part);
    signal.throwIfAborted();
    await rm(folder, { recursive: true, force: true });
    await rename(part, folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    throw new StorageFailed(`${folder} cannot be written (${code}).`, { cause: error });
  } finally {
    await rm(part, { recursive: true, force: true });
  }
  return folder;
}

async function put(store: ObjectStore, file: ProjectFile, folder: string): Promise<void> {
  const path = join(folder, file.path);
  await mkdir(dirname(path), { recursive: true });
  if ('text' in file) return writeFile(path, file.text);
  if (!(await store.download(file.object, path)))
    throw new StorageFailed(`${file.object} is not in the store any more.`);
}
