import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** One name in the folder of a versioned object: `g7.json`, its content, or a folder of that name: it was removed. */
export interface Generation {
  readonly number: number;
  readonly removed: boolean;
}

const NAME = /^g([1-9]\d{0,14})\.json$/;

interface Entry {
  readonly name: string;
  isDirectory(): boolean;
  isFile(): boolean;
}

/** The generations among a folder's entries, oldest first. */
export function generationsAmong(entries: readonly Entry[]): Generation[] {
  return entries
    .flatMap((entry) => {
      const digits = NAME.exec(entry.name)?.[1];
      if (digits === undefined || !(entry.isFile() || entry.isDirectory())) return [];
      return [{ number: Number(digits), removed: entry.isDirectory() }];
    })
    .sort((a, b) => a.number - b.number);
}

/** Throws system errors; ENOENT when there never was an object of that name. */
export async function readGenerations(folder: string): Promise<Generation[]> {
  return generationsAmong(await readdir(folder, { withFileTypes: true }));
}

export function generationPath(folder: string, number: number): string {
  return join(folder, `g${number}.json`);
}
