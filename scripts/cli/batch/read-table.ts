import { readFile, stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { readBatch } from '@shortfactory/batches';
import type { BatchRow } from '@shortfactory/batches';
import { InputInvalid } from '@shortfactory/core';

const MOST_BYTES = 10_000_000;
const MOST_SHOWN = 20;

/**
 * The rows of --batch: CSV, or JSON lines where the name ends in .jsonl or .ndjson. Throws InputInvalid with a sentence for
 * each line that cannot be made, before anything is.
 */
export async function readTable(option: string, folder: string): Promise<readonly BatchRow[]> {
  const bytes = await contentOf(option, resolve(folder, option));
  const kind = /^\.(jsonl|ndjson)$/i.test(extname(option)) ? 'json-lines' : 'csv';
  let read: ReturnType<typeof readBatch>;
  try {
    read = readBatch(bytes, kind);
  } catch (error) {
    if (!(error instanceof InputInvalid)) throw error;
    const place = error.where === '' ? option : `${option}, ${error.where}`;
    throw new InputInvalid(place, error.problem.replace(/([^.])$/, '$1.'));
  }
  const { rows, problems } = read;
  if (problems.length === 0) return rows;
  const shown = problems
    .slice(0, MOST_SHOWN)
    .map(({ line, problem }) => `${option}, line ${line}: ${problem}.`);
  const more = problems.length - shown.length;
  throw new InputInvalid(
    '',
    [...shown, ...(more > 0 ? [`${more} more lines cannot be made.`] : []), 'Nothing was made.'].join('\n'),
  );
}

async function contentOf(option: string, path: string): Promise<Buffer> {
  try {
    const info = await stat(path);
    if (!info.isFile()) throw new InputInvalid('--batch', `${option} is not a file.`);
    if (info.size > MOST_BYTES)
      throw new InputInvalid(
        '--batch',
        `${option} has ${info.size} bytes; at most ${MOST_BYTES} were expected.`,
      );
    return await readFile(path);
  } catch (error) {
    if (error instanceof InputInvalid) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const why = code === 'ENOENT' ? 'there is no such file' : code;
    throw new InputInvalid('--batch', `${option} cannot be read: ${why}.`);
  }
}
