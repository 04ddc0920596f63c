import { access, constants, mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { InputInvalid, StorageFailed } from '../../server/src/domain/errors.ts';
import type { Short } from '../../server/src/domain/short.ts';
import type { ObjectStore } from '../../server/src/ports/object-store.ts';

/** Where a short's files go: everything is named after the video. */
export interface OutputFiles {
  readonly videos: readonly string[];
  readonly srt: string;
  readonly vtt: string;
  readonly ass: string;
  readonly poster: string;
}

/** Makes sure, before any work, that the video can be written; throws InputInvalid when it cannot. */
export async function prepareOutput(option: string | undefined, folder: string): Promise<string | undefined> {
  if (option === undefined) {
    await makeFolder('out', resolve(folder, 'out'));
    return undefined;
  }
  const file = resolve(folder, option);
  if (extname(file).toLowerCase() !== '.mp4') {
    throw new InputInvalid(
      '--out',
      `${option} does not end in .mp4; a file name such as short.mp4 was expected.`,
    );
  }
  await makeFolder(option, dirname(file));
  const info = await stat(file).catch(() => undefined);
  if (info && !info.isFile())
    throw new InputInvalid('--out', `${option} is there already and is not a file.`);
  return file;
}

async function makeFolder(shown: string, folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new InputInvalid(
      '--out',
      `${shown} cannot be written there (${code}); a folder that may be written was expected.`,
    );
  }
}

/** out/<title>.mp4 with what a file name can hold of the title. */
export function defaultOutput(title: string, folder: string): string {
  const slug = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  // File systems take 255 bytes a name; a title in another script may take four bytes a character.
  return resolve(folder, 'out', `${[...slug].slice(0, 50).join('') || 'short'}.mp4`);
}

/** Copies a short's objects to files, each whole or not at all. Existing files are replaced. */
export async function writeOutput(short: Short, file: string, store: ObjectStore): Promise<OutputFiles> {
  const stem = file.slice(0, -extname(file).length);
  const videos: string[] = [];
  for (const [i, output] of short.outputs.entries()) {
    const path = i === 0 ? file : `${stem}-${output.aspect.replace(':', 'x')}.mp4`;
    await place(store, output.object, path);
    videos.push(path);
  }
  const files = { videos, srt: `${stem}.srt`, vtt: `${stem}.vtt`, ass: `${stem}.ass`, poster: `${stem}.jpg` };
  await place(store, short.captions.srt, files.srt);
  await place(store, short.captions.vtt, files.vtt);
  await place(store, short.captions.ass, files.ass);
  await place(store, short.poster, files.poster);
  return files;
}

async function place(store: ObjectStore, object: string, path: string): Promise<void> {
  const part = join(dirname(path), `.${basename(path).slice(-60)}.${process.pid}.part`);
  try {
    await rm(part, { force: true });
    if (!(await store.download(object, part)))
      throw new StorageFailed(`${object} is not in the store any more.`);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    if (error instanceof StorageFailed) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new StorageFailed(
      `${path} cannot be written (${code === 'ENOSPC' ? 'no space left on the disk' : code}).`,
    );
  }
}
