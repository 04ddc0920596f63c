import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readFolder } from './synth.ts';
import type { Files } from './synth.ts';

/** Replaces a folder by these files: what is not among them is gone afterwards. */
export function writeFolder(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, contents] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }
}

/** One sentence for each file that differs from what was synthesized, is missing, or should not be there. */
export function drift(folder: string, files: Files): string[] {
  const written = new Map(existsSync(folder) ? readFolder(folder) : []);
  const paths = [...new Set([...files.keys(), ...written.keys()])].sort();
  return paths.flatMap((path) => {
    const [expected, found] = [files.get(path), written.get(path)];
    if (expected === found) return [];
    if (found === undefined) return [`${join(folder, path)} is missing`];
    if (expected === undefined) return [`${join(folder, path)} is left over from an earlier synth`];
    return [`${join(folder, path)}:${firstDifference(expected, found)} is not what synth writes`];
  });
}

function firstDifference(a: string, b: string): number {
  const [left, right] = [a.split('\n'), b.split('\n')];
  return left.findIndex((line, index) => line !== right[index]) + 1 || left.length + 1;
}
