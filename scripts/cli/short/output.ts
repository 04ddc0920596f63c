import { access, constants, mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { InputInvalid, StorageFailed } from '@shortfactory/core';
import type { ObjectStore, Short } from '@shortfactory/core';

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
    await makeWithParents(folder);
    await access(folder, constants.W_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new InputInvalid(
      '--out',
      `${shown} cannot be written there (${code}); a folder that may be written was expected.`,
    );
  }
}

/** Not by mkdir's `recursive`: in a file system that refuses folders with ENOENT (/proc) it tries for ever. */
async function makeWithParents(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  if (dirname(folder) !== folder) await makeWithParents(dirname(folder));
  await mkdir(folder).catch(async (error: unknown) => {
    // Another process may have made it just now.
    if (!(await isFolder(folder))) throw error;
  });
}

async function isFolder(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => undefined);
  return info?.isDirectory() ?? false;
}

/** out/<title>.mp4 with what a file name can hold of the title. */
export function defaultOutput(title: string, folder: string): string {
  return resolve(folder, 'out', `${slugOf(title)}.mp4`);
}

export function slugOf(title: string): string {
  const slug = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  // File systems take 255 bytes a name; a title in another script may take four bytes a character.
  return [...slug].slice(0, 50).join('') || 'short';
}

/**
 * Copies a short's objects to files, replacing those that are there: all of them, or none when one cannot be written or
 * the signal comes first.
 */
export async function writeOutput(
  short: Short,
  file: string,
  store: ObjectStore,
  signal: AbortSignal,
): Promise<OutputFiles> {
  const stem = file.slice(0, -extname(file).length);
  const videos = short.outputs.map(({ aspect }, i) =>
    i === 0 ? file : `${stem}-${aspect.replace(':', 'x')}.mp4`,
  );
  const files = { videos, srt: `${stem}.srt`, vtt: `${stem}.vtt`, ass: `${stem}.ass`, poster: `${stem}.jpg` };
  const copies: Copy[] = [
    ...short.outputs.map(({ object }, i) => copyOf(object, videos[i] ?? file)),
    copyOf(short.captions.srt, files.srt),
    copyOf(short.captions.vtt, files.vtt),
    copyOf(short.captions.ass, files.ass),
    copyOf(short.poster, files.poster),
  ];
  try {
    for (const copy of copies) await download(store, copy);
    signal.throwIfAborted();
    for (const { part, path } of copies) await writing(path, rename(part, path));
  } finally {
    await Promise.all(copies.map(({ part }) => rm(part, { force: true })));
  }
  return files;
}

interface Copy {
  readonly object: string;
  readonly path: string;
  /** Beside it, so that a rename puts it in its place whole. */
  readonly part: string;
}

function copyOf(object: string, path: string): Copy {
  return { object, path, part: join(dirname(path), `.${basename(path).slice(-60)}.${process.pid}.part`) };
}

async function download(store: ObjectStore, { object, path, part }: Copy): Promise<void> {
  await rm(part, { force: true });
  if (!(await writing(path, store.download(object, part)))) {
    throw new StorageFailed(`${object} is not in the store any more.`);
  }
}

/** Says which file could not be written, and why. */
async function writing<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    throw new StorageFailed(
      `${path} cannot be written (${code === 'ENOSPC' ? 'no space left on the disk' : code}).`,
      { cause: error },
    );
  }
}
