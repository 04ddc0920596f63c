import { readFileSync } from 'node:fs';
import { ROOT } from '@shortfactory/command-line';

export { ROOT };

/** A text file by its path from the repository's folder. Throws when there is none. */
export function read(file: string): string {
  return readFileSync(`${ROOT}${file}`, 'utf8');
}
