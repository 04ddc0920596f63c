import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's own folder, with `/` at its end. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A text file by its path from the root. Throws when there is none. */
export function read(file: string): string {
  return readFileSync(`${ROOT}${file}`, 'utf8');
}
