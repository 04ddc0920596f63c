import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InputInvalid } from '@shortfactory/core';
import type { ObjectStore, Script } from '@shortfactory/core';
import { putUpload } from './input.ts';

/** Endings of sound files, so that a folder may hold other things, too. */
const SOUND_FILE = /\.(wav|mp3|flac|ogg|oga|opus|m4a|mp4|webm)$/i;

/**
 * The files that --narration names, in the order of the scenes: those of a folder by name ("2" before "10"), else those
 * between commas. Throws InputInvalid when they are neither one nor as many as the scenes.
 */
export async function narrationFiles(option: string, folder: string, scenes: number): Promise<string[]> {
  const named = (await isThere(option, folder)) ? [option] : option.split(',').map((part) => part.trim());
  const [only = ''] = named;
  const files = named.length === 1 && (await isFolder(only, folder)) ? await soundsIn(only, folder) : named;
  if (files.length === 1 || files.length === scenes) return files;
  throw new InputInvalid(
    `--narration ${option}`,
    `${files.length} sound files for ${scenes} scene${scenes === 1 ? '' : 's'}; one for all of them or one a scene was expected.`,
  );
}

/** Puts the recordings into the store: one of the whole script, or one with each scene. */
export async function putNarration(
  files: readonly string[],
  script: Script,
  folder: string,
  store: ObjectStore,
): Promise<{ readonly script: Script; readonly narration?: string }> {
  const uploads: string[] = [];
  for (const file of files) uploads.push(await putUpload('--narration', file, folder, store, 'music'));
  const [only] = uploads;
  if (uploads.length === 1 && only !== undefined) return { script, narration: only };
  const scenes = script.scenes.map((scene, i) => ({ ...scene, recording: uploads[i] as string }));
  return { script: { ...script, scenes } };
}

async function soundsIn(option: string, folder: string): Promise<string[]> {
  const byName = new Intl.Collator('en', { numeric: true });
  const names = await readdir(resolve(folder, option));
  return names
    .filter((name) => SOUND_FILE.test(name))
    .sort(byName.compare)
    .map((name) => join(option, name));
}

async function isThere(option: string, folder: string): Promise<boolean> {
  return (await stat(resolve(folder, option)).catch(() => undefined)) !== undefined;
}

async function isFolder(option: string, folder: string): Promise<boolean> {
  return (await stat(resolve(folder, option)).catch(() => undefined))?.isDirectory() ?? false;
}
