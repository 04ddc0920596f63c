import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { parseScript } from '../../server/src/contract/script-json.ts';
import { InputInvalid, ScriptInvalid } from '../../server/src/domain/errors.ts';
import { scriptFromText } from '../../server/src/domain/script-text.ts';
import type { Script } from '../../server/src/domain/script.ts';
import type { ObjectStore } from '../../server/src/ports/object-store.ts';

/** A script of 700 words is under 10 kB; a megabyte is somebody's wrong file. */
const MAX_SCRIPT_BYTES = 1_000_000;
const MAX_UPLOAD_BYTES = { image: 30_000_000, music: 100_000_000 };

/**
 * Reads --script: JSON when it looks like JSON, else text or Markdown. Pictures that it names are files beside it; they
 * are put into the store, as an upload would be. Throws InputInvalid or ScriptInvalid with the file and the place.
 */
export async function readScript(
  option: string,
  folder: string,
  store: ObjectStore,
  language: string | undefined,
): Promise<Script> {
  const fromStdin = option === '-';
  const path = resolve(folder, option);
  const where = fromStdin ? 'standard input' : option;
  const bytes = fromStdin
    ? Buffer.from(await readAll(process.stdin))
    : await readInput('--script', option, path, MAX_SCRIPT_BYTES);
  const text = decode(bytes, where);
  if (!/^\s*[{[]/.test(text) && !/\.json$/i.test(option)) {
    return named(where, () => scriptFromText(text, language === undefined ? {} : { language }));
  }
  const script = named(where, () => parseScript(parseJson(text)));
  const scenes = await Promise.all(
    script.scenes.map(async (scene, i) => {
      if (scene.upload === undefined) return scene;
      const place = `${where}: /scenes/${i}/upload`;
      const upload = await putUpload(place, scene.upload, fromStdin ? folder : dirname(path), store, 'image');
      return { ...scene, upload };
    }),
  );
  return { ...script, scenes };
}

/** Puts somebody's file into the store under the hash of its content and gives its object name. */
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
