import { createHash } from 'node:crypto';
import { appendFile, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvOf } from '@shortfactory/batches';
import { StorageFailed } from '@shortfactory/core';

/** What became of a row, as a line of the manifest has it. */
export interface RowResult {
  readonly line: number;
  readonly id?: string;
  readonly key: string;
  readonly state: 'done' | 'failed';
  readonly title?: string;
  readonly path?: string;
  readonly seconds?: number;
  readonly costUsd: number;
  readonly degraded?: readonly string[];
  readonly error?: string;
}

const COLUMNS = ['line', 'id', 'state', 'title', 'path', 'seconds', 'costUsd', 'error'] as const;

/**
 * The results of a batch, in the folder of its videos: a line is added when a row has ended, so that a run that was stopped
 * knows what it has made.
 */
export class Manifest {
  readonly path: string;
  readonly #csvPath: string;
  readonly #results = new Map<string, RowResult>();

  private constructor(folder: string) {
    this.path = join(folder, 'manifest.jsonl');
    this.#csvPath = join(folder, 'manifest.csv');
  }

  static async open(folder: string): Promise<Manifest> {
    const manifest = new Manifest(folder);
    const text = await readFile(manifest.path, 'utf8').catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return '';
      throw refused(manifest.path, 'read', error);
    });
    for (const line of text.split('\n')) {
      const result = resultIn(line);
      if (result) manifest.#results.set(result.key, result);
    }
    return manifest;
  }

  /** The result of a row that is made and whose video is there still. */
  async made(key: string): Promise<RowResult | undefined> {
    const result = this.#results.get(key);
    if (result?.state !== 'done' || result.path === undefined) return undefined;
    const file = await stat(result.path).catch(() => undefined);
    return file?.isFile() === true ? result : undefined;
  }

  async add(result: RowResult): Promise<void> {
    this.#results.set(result.key, result);
    await appendFile(this.path, `${JSON.stringify(result)}\n`).catch((error: unknown) => {
      throw refused(this.path, 'written', error);
    });
  }

  /** Writes the rows' results as a spreadsheet, whole or not at all. */
  async writeCsv(keys: readonly string[]): Promise<void> {
    const results = keys.flatMap((key) => this.#results.get(key) ?? []);
    const part = `${this.#csvPath}.${process.pid}.part`;
    try {
      await writeFile(part, csvOf(COLUMNS, results as unknown as Record<string, unknown>[]));
      await rename(part, this.#csvPath);
    } catch (error) {
      throw refused(this.#csvPath, 'written', error);
    }
  }
}

/** A line that was cut short by the end of its process is none. */
function resultIn(line: string): RowResult | undefined {
  try {
    const json = JSON.parse(line) as RowResult;
    return typeof json === 'object' && json !== null && typeof json.key === 'string' ? json : undefined;
  } catch {
    return undefined;
  }
}

function refused(path: string, how: string, error: unknown): StorageFailed {
  return new StorageFailed(`${path} cannot be ${how} (${codeOf(error)}).`, { cause: error });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

/** Differs where another option of the command makes another video of the same row. */
export function keyOf(rowKey: string, options: object): string {
  return createHash('sha256')
    .update(JSON.stringify([rowKey, options]))
    .digest('hex');
}
