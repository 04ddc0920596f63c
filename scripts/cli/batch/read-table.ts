import { readFile, stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { readBatch } from '@shortfactory/batches';
import type { BatchRow, RowProblem } from '@shortfactory/batches';
import { parseScript } from '@shortfactory/contract';
import { InputInvalid } from '@shortfactory/core';
import type { ShortRequest } from '@shortfactory/core';
import { checkScript } from '../short/check-script.ts';

const MOST_BYTES = 10_000_000;
const MOST_SHOWN = 20;

/**
 * The rows of --batch: CSV, or JSON lines where the name ends in .jsonl or .ndjson. `visuals` are of rows that say none. Throws InputInvalid with a sentence for
 * each line that cannot be made, before anything is.
 */
export async function readTable(
  option: string,
  folder: string,
  visuals: ShortRequest['visuals'],
): Promise<readonly BatchRow[]> {
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
  const { rows } = read;
  const problems = [...read.problems, ...rows.flatMap((row) => scriptProblem(row, visuals))].sort(
    (a, b) => a.line - b.line,
  );
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

function scriptProblem({ line, request }: BatchRow, visuals: ShortRequest['visuals']): RowProblem[] {
  if (typeof request.script !== 'object') return [];
  try {
    checkScript(parseScript(request.script), request.visuals ?? visuals);
    return [];
  } catch (error) {
    if (!(error instanceof InputInvalid)) throw error;
    return [{ line, problem: `/script${error.where} ${error.problem}` }];
  }
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
