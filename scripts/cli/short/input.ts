import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, open, readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text as readAll } from 'node:stream/consumers';
import { UPLOAD_TYPES, parseScript } from '@shortfactory/contract';
import { InputInvalid, SNIFF_BYTES, ScriptInvalid, clipKind, imageKind } from '@shortfactory/core';
import type { BroughtScript, ObjectStore, Script, Shown, TopicText } from '@shortfactory/core';
import {
  MAX_DOCUMENT_BYTES,
  languageOfTopic,
  leftOutSentence,
  readDocument,
  readScriptText,
  readSources,
} from '@shortfactory/text';
import type { GivenSource } from '@shortfactory/text';
import { checkScript } from './check-script.ts';
import { localesOf, readingOf } from './language.ts';
import type { ShortOptions } from './options.ts';

const MAX_UPLOAD_BYTES = {
  image: UPLOAD_TYPES.image.maxBytes,
  music: UPLOAD_TYPES.music.maxBytes,
  clip: UPLOAD_TYPES.clip.maxBytes,
};

/** A script, and the text that it was written as where it was no JSON: places in it are lines. */
export interface ReadScript extends BroughtScript {
  readonly text: string | undefined;
}

/**
 * Reads --script: JSON when it looks like JSON, else text, Markdown, subtitles or a Word document. Pictures that it names are still names of files:
 * see putOwn. Throws InputInvalid or ScriptInvalid with the file and the place.
 */
export async function readScript(
  option: string,
  folder: string,
  stdin: Readable,
  { wanted, locale }: Pick<ShortOptions, 'wanted' | 'locale'>,
  env: Parameters<typeof localesOf>[1],
): Promise<ReadScript> {
  const { where, path } = placeOf(option, folder);
  const bytes =
    path === undefined
      ? Buffer.from(await readAll(stdin))
      : await readInput('--script', option, path, MAX_DOCUMENT_BYTES);
  const { text, remark } = await readDocument(bytes).catch((error: unknown) => refusedAs(where, error));
  if (!/^\s*(?:\{|\[\s*[[{])/.test(text) && !/\.json$/i.test(option)) {
    const reading = await readingOf(text, wanted.language, localesOf(locale, env));
    const { script, leftOut } = named(where, () => readScriptText(text, reading));
    const remarks = [remark, leftOutSentence(leftOut)].filter((sentence) => sentence !== undefined);
    return { script, text, ...(remarks.length === 0 ? {} : { remarks }) };
  }
  const script = named(where, () => checkScript(parseScript(parseJson(text)), wanted.visuals));
  return { script, text: undefined };
}

/**
 * Reads the files of --from, and the language that a topic is told in from them: the one asked for, the topic's, else theirs.
 * Throws InputInvalid with the file.
 */
export async function readFrom(
  files: readonly string[],
  folder: string,
  { topic = '', wanted }: Pick<ShortOptions, 'topic' | 'wanted'>,
): Promise<{ readonly sources: readonly TopicText[]; readonly language: string }> {
  const given = await Promise.all(
    files.map(async (file): Promise<GivenSource> => {
      const place = `--from ${file}`;
      const bytes = await readInput('--from', file, resolve(folder, file), MAX_DOCUMENT_BYTES);
      const { text } = await readDocument(bytes).catch((error: unknown) => {
        throw error instanceof InputInvalid ? new InputInvalid(place, error.problem) : error;
      });
      return { text, place };
    }),
  );
  return readSources(given, wanted.language ?? (await languageOfTopic(topic, [])));
}

/** Puts the pictures and recordings that --script names, files beside it, into the store, as an upload would be. */
export async function putOwn(
  script: Script,
  option: string,
  folder: string,
  store: ObjectStore,
): Promise<Script> {
  const { where, path } = placeOf(option, folder);
  const beside = path === undefined ? folder : dirname(path);
  const scenes = await Promise.all(
    script.scenes.map(async (scene, i) => {
      const put = (file: string, pointer: string, kind: 'shown' | 'music') =>
        putUpload(`${where}: /scenes/${i}${pointer}`, file, beside, store, kind);
      const shown = async <S extends Shown>(given: S, pointer: string): Promise<S> =>
        given.upload === undefined
          ? given
          : { ...given, upload: await put(given.upload, `${pointer}/upload`, 'shown') };
      const { recording, cuts } = scene;
      return {
        ...(await shown(scene, '')),
        ...(cuts && { cuts: await Promise.all(cuts.map((cut, at) => shown(cut, `/cuts/${at}`))) }),
        ...(recording !== undefined && { recording: await put(recording, '/recording', 'music') }),
      };
    }),
  );
  return { ...script, scenes };
}

/** Where a script's text names a speaker's voice: "line 3", or the pointer where there is no such line. */
export function placeInText(text: string | undefined, pointer: string): string {
  const name = /^\/voices\/(.+)$/u.exec(pointer)?.[1]?.replaceAll('~1', '/').replaceAll('~0', '~');
  const lines = (text ?? '').split(/\r\n?|\n/u);
  const at = name === undefined ? -1 : lines.findIndex((line) => /[:：]/u.test(line) && line.includes(name));
  return at < 0 ? pointer : `line ${at + 1}`;
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
  kind: 'shown' | 'music',
): Promise<string> {
  const path = resolve(folder, file);
  await checkInput(where, file, path, MAX_UPLOAD_BYTES[kind === 'shown' ? await shownKind(path) : kind]);
  // A clip may have hundreds of megabytes.
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const name = `uploads/${hash.digest('hex')}`;
  await store.create(name, { file: path });
  return name;
}

async function shownKind(path: string): Promise<'image' | 'clip'> {
  const handle = await open(path).catch(() => undefined);
  if (!handle) return 'image';
  try {
    const { buffer, bytesRead } = await handle
      .read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0)
      .catch(() => NOTHING);
    const head = buffer.subarray(0, bytesRead);
    return !imageKind(head) && clipKind(head) ? 'clip' : 'image';
  } finally {
    await handle.close();
  }
}

const NOTHING = { buffer: Buffer.alloc(0), bytesRead: 0 };

/** The bytes of a file. Throws InputInvalid unless it is one of ours to read and not too large. */
export async function readInput(
  where: string,
  shown: string,
  path: string,
  maxBytes: number,
): Promise<Buffer> {
  await checkInput(where, shown, path, maxBytes);
  return readFile(path);
}

/** Throws InputInvalid unless it is a file of ours to read and not too large. */
async function checkInput(where: string, shown: string, path: string, maxBytes: number): Promise<void> {
  try {
    const info = await stat(path);
    if (!info.isFile()) throw new InputInvalid(where, `${shown} is not a file.`);
    if (info.size > maxBytes) {
      throw new InputInvalid(where, `${shown} has ${info.size} bytes; at most ${maxBytes} were expected.`);
    }
    await access(path, constants.R_OK);
  } catch (error) {
    if (error instanceof InputInvalid) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EACCES' ? 'it may not be read' : String(code);
    throw new InputInvalid(where, `${shown} cannot be read: ${why}.`);
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

function named<T>(where: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    return refusedAs(where, error);
  }
}

/** Puts the file's name before what is wrong with it. */
function refusedAs(where: string, error: unknown): never {
  if (!(error instanceof InputInvalid)) throw error;
  throw new ScriptInvalid(where, error.where === 'script' ? error.problem : error.message);
}
