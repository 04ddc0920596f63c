import { access, constants, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { InputInvalid, StorageFailed } from '@shortfactory/core';
import type { ObjectStore, Short } from '@shortfactory/core';
import { postKitOf, postKitText } from '@shortfactory/text';
import type { PostKit } from '@shortfactory/text';

/** Where a short's files go: everything is named after the video. */
export interface OutputFiles {
  readonly videos: readonly string[];
  readonly srt: string;
  readonly vtt: string;
  readonly ass: string;
  readonly poster: string;
  /** What goes with the video where it is posted: for programs, and to copy from. */
  readonly kit: { readonly json: string; readonly text: string };
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
 * Copies a short's objects to files and writes its kit beside them, replacing those that are there: all of them, or none when one cannot be written or
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
  const files = {
    videos,
    ...{ srt: `${stem}.srt`, vtt: `${stem}.vtt`, ass: `${stem}.ass`, poster: `${stem}.jpg` },
    kit: { json: `${stem}.kit.json`, text: `${stem}.kit.txt` },
  };
  const kit = postKitOf(short);
  const copies: Copy[] = [
    ...short.outputs.map(({ object }, i) => copyOf({ object }, videos[i] ?? file)),
    copyOf({ object: short.captions.srt }, files.srt),
    copyOf({ object: short.captions.vtt }, files.vtt),
    copyOf({ object: short.captions.ass }, files.ass),
    copyOf({ object: short.poster }, files.poster),
    copyOf({ text: kitJsonText(kit, files) }, files.kit.json),
    copyOf({ text: postKitText(kit) }, files.kit.text),
  ];
  try {
    for (const copy of copies) await put(store, copy);
    signal.throwIfAborted();
    for (const { part, path } of copies) await writing(path, rename(part, path));
  } finally {
    await Promise.all(copies.map(({ part }) => rm(part, { force: true })));
  }
  return files;
}

/** As the API's, with names of files beside it in the place of links. */
function kitJsonText(kit: PostKit, { videos, srt, vtt, poster }: Omit<OutputFiles, 'kit'>): string {
  const named = {
    ...kit,
    videos: videos.map((path) => basename(path)),
    thumbnail: basename(poster),
    captions: { srt: basename(srt), vtt: basename(vtt) },
  };
  return `${JSON.stringify(named, undefined, 2)}\n`;
}

interface Copy {
  readonly from: { readonly object: string } | { readonly text: string };
  readonly path: string;
  /** Beside it, so that a rename puts it in its place whole. */
  readonly part: string;
}

function copyOf(from: Copy['from'], path: string): Copy {
  return { from, path, part: join(dirname(path), `.${basename(path).slice(-60)}.${process.pid}.part`) };
}

async function put(store: ObjectStore, { from, path, part }: Copy): Promise<void> {
  await rm(part, { force: true });
  if ('text' in from) return writing(path, writeFile(part, from.text));
  if (!(await writing(path, store.download(from.object, part)))) {
    throw new StorageFailed(`${from.object} is not in the store any more.`);
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
