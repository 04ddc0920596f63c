import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { parseScript } from '@shortfactory/contract';
import { InputInvalid, ScriptInvalid } from '@shortfactory/core';
import type { ObjectStore, Script } from '@shortfactory/core';
import { scriptFromText } from '@shortfactory/text';

/** A script of 700 words is under 10 kB; a megabyte is a wrong file. */
const MAX_SCRIPT_BYTES = 1_000_000;
const MAX_UPLOAD_BYTES = { image: 30_000_000, music: 100_000_000 };

/**
 * Reads --script: JSON when it looks like JSON, else text or Markdown. Pictures that it names are still names of files:
 * see putPictures. Throws InputInvalid or ScriptInvalid with the file and the place.
 */
export async function readScript(
  option: string,
  folder: string,
  stdin: Readable,
  language: string | undefined,
): Promise<Script> {
  const { where, path } = placeOf(option, folder);
  const bytes =
    path === undefined
      ? Buffer.from(await readAll(stdin))
      : await readInput('--script', option, path, MAX_SCRIPT_BYTES);
  const text = decode(bytes, where);
  if (!/^\s*[{[]/.test(text) && !/\.json$/i.test(option)) {
    return named(where, () => scriptFromText(text, language === undefined ? {} : { language }));
  }
  return named(where, () => parseScript(parseJson(text)));
}

/** Puts the pictures that --script names, files beside it, into the store, as an upload would be. */
export async function putPictures(
  script: Script,
  option: string,
  folder: string,
  store: ObjectStore,
): Promise<Script> {
  const { where, path } = placeOf(option, folder);
  const beside = path === undefined ? folder : dirname(path);
  const scenes = await Promise.all(
    script.scenes.map(async (scene, i) => {
      if (scene.upload === undefined) return scene;
      const upload = await putUpload(`${where}: /scenes/${i}/upload`, scene.upload, beside, store, 'image');
      return { ...scene, upload };
    }),
  );
  return { ...script, scenes };
}

/** How --script is called in a sentence, and its file; standard input has none. */
function placeOf(option: string, folder: string): { where: string; path: string | undefined } {
  return option === '-'
    ? { where: 'standard input', path: undefined }
    : { where: option, path: resolve(folder, option) };
}

/** Puts a file into the store under the hash of its content and gives its object name. */
export async function putUpload(
  where: string,
  file: string,
  folder: string,
  store: ObjectStore,
  kind: keyof typeof MAX_UPLOAD_BYTES,
): Promise<string> {
  const bytes = await readInput(where, file, resolve(folder, file), MAX_UPLOAD_BYTES[kind]);
  const name = `uploads/${createHash('sha256').update(bytes).digest('hex')}`;
  await store.create(name, { bytes });
  return name;
}

async function readInput(where: string, shown: string, path: string, maxBytes: number): Promise<Buffer> {
  try {
    const info = await stat(path);
    if (!info.isFile()) throw new InputInvalid(where, `${shown} is not a file.`);
    if (info.size > maxBytes) {
      throw new InputInvalid(where, `${shown} has ${info.size} bytes; at most ${maxBytes} were expected.`);
    }
    return await readFile(path);
  } catch (error) {
    if (error instanceof InputInvalid) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EACCES' ? 'it may not be read' : String(code);
    throw new InputInvalid(where, `${shown} cannot be read: ${why}.`);
  }
}

function decode(bytes: Buffer, where: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ScriptInvalid(where, 'is not UTF-8 text; save it as UTF-8 and try again.');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new ScriptInvalid(
      '',
      `it is not valid JSON (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

/** Puts the file's name before what is wrong with it. */
function named(where: string, read: () => Script): Script {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputInvalid)) throw error;
    throw new ScriptInvalid(where, error.where === 'script' ? error.problem : error.message);
  }
}
