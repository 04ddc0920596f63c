import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readFolder } from './synth.ts';
import type { Files } from './synth.ts';

/**
 * Makes a folder hold these files and no other.
 * Files that are right already are not touched, the others are exchanged whole, so that another run which reads or
 * writes the same folder at the same time never finds a file missing or cut.
 */
export function writeFolder(folder: string, files: Files): void {
  const written = new Map(existsSync(folder) ? readFolder(folder) : []);
  mkdirSync(folder, { recursive: true });
  // Beside the folder: a rename is one step only within a file system.
  const unfinished = mkdtempSync(`${folder}.`);
  try {
    for (const [path, contents] of files) {
      if (written.get(path) === contents) continue;
      const file = join(unfinished, 'file');
      writeFileSync(file, contents);
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      renameSync(file, join(folder, path));
    }
    for (const path of written.keys()) if (!files.has(path)) rmSync(join(folder, path), { force: true });
  } finally {
    rmSync(unfinished, { recursive: true });
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
