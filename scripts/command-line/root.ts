import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface PackageJson {
  readonly name?: string;
  readonly version?: string;
}

/** ShortFactory's own folder, with `/` at its end: the repository, or where its package is installed. */
export const ROOT = `${rootAbove(dirname(fileURLToPath(import.meta.url)))}/`;

export function ownVersion(): string {
  return packageIn(ROOT)?.version ?? '';
}

function rootAbove(folder: string): string {
  const above = dirname(folder);
  return packageIn(folder)?.name === 'shortfactory' || above === folder ? folder : rootAbove(above);
}

function packageIn(folder: string): PackageJson | undefined {
  const file = join(folder, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PackageJson) : undefined;
}
